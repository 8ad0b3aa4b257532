namespace SrmBlazor.PersonalData;

/// <summary>The purposes of this installation: what the policy says, as data. The policy's tables are made from this page.</summary>
public static class For
{
    /// <summary>Completing what a person began. A draft or an unconfirmed registration is dropped after 30 days.</summary>
    public static readonly Purpose Registration = new("registration", Basis.Contract) { PerRecord = true, Term = TimeSpan.FromDays(30) };

    /// <summary>Having an account: ends with the account.</summary>
    public static readonly Purpose Account = new("account", Basis.Contract);

    /// <summary>Seeing that a person is who they say. An undecided check lapses after ten days and the scan with it.</summary>
    public static readonly Purpose IdentityCheck = new("identity-check", Basis.Contract) { Term = TimeSpan.FromDays(10) };

    public static readonly Purpose OrdersSettlement = new("orders-settlement", Basis.Contract) { Retention = new(10, 0, FromYearEnd: true) };

    public static readonly Purpose Screening = new("screening", Basis.LegalDuty) { Law = "Export control law" };

    public static readonly Purpose RegionalScreening = new("regional-screening", Basis.LegalDuty) { Law = "Export control law" };

    /// <summary>Which clock, which ages and which screening rules apply to a person.</summary>
    public static readonly Purpose Jurisdiction = new("jurisdiction", Basis.LegalDuty) { Law = "PIPL 28, 31, 45-50; GDPR 3, 8" };

    public static readonly Purpose LeasingMatching = new("leasing-matching", Basis.Contract);

    public static readonly Purpose LeasingContact = new("leasing-contact", Basis.Contract);

    /// <summary>A free choice for each value by itself: emptying one leaves the others.</summary>
    public static readonly Purpose WorkProfile = new("work-profile", Basis.Consent) { Basic = false, PerRecord = true };

    /// <inheritdoc cref="WorkProfile"/>
    public static readonly Purpose Correspondence = new("correspondence", Basis.Consent) { Basic = false, PerRecord = true };

    /// <summary>The person agreed that we may come back to them after the account is closed: a longer term of its own, with an end (MAP-4).</summary>
    public static readonly Purpose KeepLonger = new("keep-longer", Basis.Consent) { Basic = false, Term = TimeSpan.FromDays(2 * 365) };

    /// <summary>Mails that the service does not need. It uses the mailbox while something else holds it.</summary>
    public static readonly Purpose News = new("news", Basis.Consent) { Basic = false, OnlyUses = true };

    /// <summary>Seeing that a news mail was opened (P-3.1-09): a question of its own, and without it the news comes all the same.</summary>
    public static readonly Purpose MailTracking = new("mail-tracking", Basis.SeparateConsent) { Basic = false, OnlyUses = true, OnlyPermits = true, PermitsAct = true };

    /// <summary>The separate consent to ID number and scan (PIPL 29). It permits and holds nothing.</summary>
    public static readonly Purpose SensitiveIdentity = new("sensitive-identity", Basis.SeparateConsent) { OnlyUses = true, OnlyPermits = true };

    /// <summary>The separate consent to sending one's profile to affiliates, one at a time (PIPL 23).</summary>
    public static readonly Purpose ShareAffiliate = new("share-affiliate", Basis.SeparateConsent) { Basic = false, OnlyUses = true };

    /// <summary>The separate consent to sending anything abroad (PIPL 39). It permits and opens nothing.</summary>
    public static readonly Purpose CrossBorder = new("cross-border", Basis.SeparateConsent) { Basic = false, OnlyUses = true, OnlyPermits = true, PermitsAct = true };

    /// <summary>The separate consent to standing on a page that everybody can read (PIPL 25).</summary>
    public static readonly Purpose PublicListing = new("public-listing", Basis.SeparateConsent) { Basic = false, OnlyUses = true };

    public static readonly Purpose DeliverMessage = new("deliver-message", Basis.Contract) { PerRecord = true, Term = TimeSpan.FromDays(30) };

    /// <summary>A package of everything, between being made and being fetched: a day, or until it is fetched.</summary>
    public static readonly Purpose CopyDelivery = new("copy-delivery", Basis.LegalDuty) { PerRecord = true, Term = TimeSpan.FromDays(1), Law = "PIPL 45; GDPR 15, 20" };

    /// <summary>A package for another controller that the person named, between being approved and being fetched.</summary>
    public static readonly Purpose TransferDelivery = new("transfer-delivery", Basis.LegalDuty) { PerRecord = true, Term = TimeSpan.FromDays(7), Law = "PIPL 45; GDPR 20" };

    public static readonly Purpose ExplainDecision = new("explain-decision", Basis.LegalDuty) { PerRecord = true, Term = TimeSpan.FromDays(3 * 365), OpensRestricted = true, OutlastsErasure = true, Law = "PIPL 24, 50" };

    /// <summary>Handling what a person asks about their data, and being able to show how: ends with the request, kept three years after it.</summary>
    public static readonly Purpose RightsRequest = new("rights-request", Basis.LegalDuty) { PerRecord = true, Retention = new(3, 0), OpensRestricted = true, OutlastsErasure = true, Law = "PIPL 45-50; GDPR 12" };

    /// <summary>Seeing who asks, where there is a reason to doubt it: what was shown goes with the decision.</summary>
    public static readonly Purpose RequestProof = new("request-proof", Basis.LegalDuty) { PerRecord = true, OpensRestricted = true, OutlastsErasure = true, Law = "PIPL 50; GDPR 12(6)" };

    /// <summary>Deciding whether something that was checked is wrong: before and after, for who decides, while what is disputed opens for nobody.</summary>
    public static readonly Purpose Correction = new("correction", Basis.LegalDuty) { PerRecord = true, OpensRestricted = true, Law = "PIPL 46; GDPR 16, 18" };

    /// <summary>Keeping what was typed at the public form until the mailbox answers, for seven days at most.</summary>
    public static readonly Purpose RequestIntake = new("request-intake", Basis.LegalDuty) { PerRecord = true, Term = TimeSpan.FromDays(7), Law = "PIPL 50; GDPR 12" };

    /// <summary>Asking a guardian about a child: the guardian's mailbox, country and age band, and nothing else, for thirty days at most.</summary>
    public static readonly Purpose GuardianInvitation = new("guardian-invitation", Basis.LegalDuty) { PerRecord = true, Term = TimeSpan.FromDays(30), Law = "PIPL 31; GDPR 8" };

    /// <summary>Knowing who consented for a child and may act for it, until the child is of age.</summary>
    public static readonly Purpose Guardianship = new("guardianship", Basis.LegalDuty) { Law = "PIPL 31; GDPR 8" };

    /// <summary>A guardian's consent to the data of a child. It permits and holds nothing; where it ended, the vault opens nothing of that child.</summary>
    public static readonly Purpose ChildData = new("child-data", Basis.SeparateConsent) { OnlyUses = true, OnlyPermits = true, PermitsAct = true, ByGuardian = true };

    /// <summary>Being able to account for what was done: decisions, the purpose ledger, the access ledger.</summary>
    public static readonly Purpose Accountability = new("accountability", Basis.LegalDuty) { Law = "PIPL 9, 56" };

    public static readonly Purpose Security = new("security", Basis.LegalDuty) { Law = "PIPL 51; Cybersecurity Law 21" };

    public static readonly Purpose StaffWork = new("staff-work", Basis.Contract);

    /// <summary>Knowing what to search for after an erasure, until nothing of it was found.</summary>
    public static readonly Purpose ProveErasure = new("prove-erasure", Basis.LegalDuty) { PerRecord = true, OutlastsErasure = true, Law = "PIPL 9, 47, 51; GDPR 5, 17" };

    /// <summary>Showing people what is held about them. It keeps nothing alive.</summary>
    public static readonly Purpose Access = new("access", Basis.LegalDuty) { OnlyUses = true, OpensRestricted = true, Law = "PIPL 45; GDPR 15" };

    public static IReadOnlyList<Purpose> Known { get; } =
    [
        Registration, Account, IdentityCheck, OrdersSettlement, Screening, RegionalScreening, Jurisdiction, LeasingMatching, LeasingContact,
        WorkProfile, Correspondence, KeepLonger, News, MailTracking, SensitiveIdentity, ShareAffiliate, CrossBorder, PublicListing, GuardianInvitation, Guardianship, ChildData,
        DeliverMessage, CopyDelivery, TransferDelivery, ExplainDecision, RightsRequest, RequestProof, RequestIntake, Correction, Accountability, Security, StaffWork, ProveErasure, Access,
    ];
}
