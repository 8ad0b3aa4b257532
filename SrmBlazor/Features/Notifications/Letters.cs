using System.Globalization;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// Every letter the portal writes. None to a supplier or to staff carries personal data beyond the address on the envelope: no name, no
/// number, no reason from a case; the reader finds those after signing in. The one to a recipient is what the supplier chose to disclose. Each says why it was sent and by whom. A letter whose link dies
/// takes the moment, UTC, so that it is never delivered dead.
/// </summary>
public static class Letters
{
    /// <summary>Confirms the mailbox after a registration; the link is good for 24 hours.</summary>
    public static Letter Activation(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(Activation), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>To the owner of a known mailbox with which a registration was begun; the link leads to sign-in or reset.</summary>
    public static Letter AlreadyRegistered(Addressee to, LetterSender from, Uri link) => Write(nameof(AlreadyRegistered), to, from, link);

    /// <summary>Continues an unfinished registration on another device.</summary>
    public static Letter ResumeDraft(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(ResumeDraft), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>An unfinished registration will be erased.</summary>
    /// <param name="erasedOn">the first day on which it is gone</param>
    public static Letter DraftExpiryWarning(Addressee to, LetterSender from, Uri link, DateOnly erasedOn) =>
        Write(nameof(DraftExpiryWarning), to, from, link, Day(to.Language, erasedOn)) with { UsefulUntil = erasedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) };

    /// <summary>Chooses a new password; the link is good for one hour.</summary>
    public static Letter PasswordReset(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(PasswordReset), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>The password was changed; the link leads to the reset page, in case it was somebody else.</summary>
    public static Letter PasswordChanged(Addressee to, LetterSender from, Uri link) => Write(nameof(PasswordChanged), to, from, link);

    /// <summary>A case needs something from the supplier; what, is shown after signing in.</summary>
    public static Letter CorrectionAsked(Addressee to, LetterSender from, Uri link) => Write(nameof(CorrectionAsked), to, from, link);

    /// <summary>The identity check succeeded and the scan is destroyed.</summary>
    public static Letter IdentityAccepted(Addressee to, LetterSender from, Uri link) => Write(nameof(IdentityAccepted), to, from, link);

    /// <summary>The identity check failed; reason and the way to contest it are shown after signing in.</summary>
    public static Letter IdentityRefused(Addressee to, LetterSender from, Uri link) => Write(nameof(IdentityRefused), to, from, link);

    /// <summary>People decided against a registration; what and how to contest it are shown after signing in.</summary>
    public static Letter RegistrationDecided(Addressee to, LetterSender from, Uri link) => Write(nameof(RegistrationDecided), to, from, link);

    /// <summary>What was contested is decided anew; the answer is shown after signing in.</summary>
    public static Letter ObjectionAnswered(Addressee to, LetterSender from, Uri link) => Write(nameof(ObjectionAnswered), to, from, link);

    /// <summary>What was contested does not stand any more, so that nobody answers; how it stands is shown after signing in.</summary>
    public static Letter ObjectionOvertaken(Addressee to, LetterSender from, Uri link) => Write(nameof(ObjectionOvertaken), to, from, link);

    /// <summary>Nobody decided within ten days: the scan is destroyed and must be uploaded again.</summary>
    public static Letter ScanLapsed(Addressee to, LetterSender from, Uri link) => Write(nameof(ScanLapsed), to, from, link);

    /// <summary>A major version of the policy is in force; the link leads to what changed.</summary>
    /// <param name="changes">what changed and why, as the operator tells everybody</param>
    public static Letter PolicyChanged(Addressee to, LetterSender from, Uri link, string number, string changes) => Write(nameof(PolicyChanged), to, from, link, number, changes);

    /// <summary>A service ends, and on which day its data is erased.</summary>
    /// <param name="service">its name in the middle of a sentence</param>
    public static Letter ServiceEnds(Addressee to, LetterSender from, Uri link, string service, DateOnly erasedOn) =>
        Write(nameof(ServiceEnds), to, from, link, service, Day(to.Language, erasedOn));

    /// <summary>Sets up a staff account.</summary>
    public static Letter StaffInvitation(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(StaffInvitation), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>Asks whether a child may register; the link is good until the invitation is erased.</summary>
    public static Letter GuardianAsked(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(GuardianAsked), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>To a guardian who consented: the way back.</summary>
    public static Letter GuardianConsented(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(GuardianConsented), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>To the guardian, for the child: goes on with the registration on any device.</summary>
    public static Letter ChildMayRegister(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(ChildMayRegister), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>To somebody with an account who turned out to be a child: a guardian must be named, or everything is erased.</summary>
    public static Letter ChildFound(Addressee to, LetterSender from, Uri link, DateTime erasedOn) =>
        Write(nameof(ChildFound), to, from, link, Day(to.Language, DateOnly.FromDateTime(erasedOn))) with { UsefulUntil = erasedOn };

    /// <summary>To a child with an account: the guardian has consented.</summary>
    public static Letter ChildMayGoOn(Addressee to, LetterSender from, Uri link) => Write(nameof(ChildMayGoOn), to, from, link);

    /// <summary>A fresh way back, asked for with the mailbox.</summary>
    public static Letter GuardianAccess(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(GuardianAccess), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>To a guardian: a major version of the policy is in force; the link leads to the child's page, which says what changed and asks what is asked anew.</summary>
    /// <inheritdoc cref="PolicyChanged"/>
    public static Letter GuardianPolicyChanged(Addressee to, LetterSender from, Uri link, DateTime usefulUntil, string number, string changes) =>
        Write(nameof(GuardianPolicyChanged), to, from, link, number, changes) with { UsefulUntil = usefulUntil };

    /// <summary>The guardian took the consent back; the link leads to the policy.</summary>
    public static Letter GuardianWithdrew(Addressee to, LetterSender from, Uri link) => Write(nameof(GuardianWithdrew), to, from, link);

    /// <summary>The child is of age and acts alone; the link leads to the policy.</summary>
    public static Letter ChildIsOfAge(Addressee to, LetterSender from, Uri link) => Write(nameof(ChildIsOfAge), to, from, link);

    /// <param name="link">Leads to the person's consents.</param>
    public static Letter OfAge(Addressee to, LetterSender from, Uri link) => Write(nameof(OfAge), to, from, link);

    /// <summary>The data is erased and the check found nothing; the link leads to the certificate, which needs no account.</summary>
    /// <param name="code">Shows that the certificate is about its reader.</param>
    public static Letter DataErased(Addressee to, LetterSender from, Uri link, string code) => Write(nameof(DataErased), to, from, link, code);

    /// <summary>An account is to be closed; the link leads to where that is taken back.</summary>
    /// <param name="on">the day on which it is closed</param>
    public static Letter ClosingAsked(Addressee to, LetterSender from, Uri link, DateOnly on) => Write(nameof(ClosingAsked), to, from, link, Day(to.Language, on));

    /// <summary>A supplier's profile to a recipient outside the operator; the supplier saw each value and confirmed. The link leads to the policy.</summary>
    /// <param name="reference">By which later letters name it.</param>
    /// <param name="facts">One line for each value, in the reader's language.</param>
    public static Letter SupplierProfile(Addressee to, LetterSender from, Uri link, string reference, IReadOnlyList<string> facts) =>
        Write(nameof(SupplierProfile), to, from, link, string.Join('\n', facts.Select(OneLine.Of)), reference);

    /// <summary>To a recipient of profiles: what it received is to be deleted. The link leads to its answer.</summary>
    public static Letter DataToErase(Addressee to, LetterSender from, Uri link, string references, DateOnly answerBy) =>
        Write(nameof(DataToErase), to, from, link, references, Day(to.Language, answerBy));

    /// <summary>To a recipient of profiles: some of the values are not right any more. The new ones are the supplier's to send.</summary>
    /// <param name="items">Names of the values, one on each line.</param>
    public static Letter DataToCorrect(Addressee to, LetterSender from, Uri link, string references, string items, DateOnly answerBy) =>
        Write(nameof(DataToCorrect), to, from, link, references, Day(to.Language, answerBy), items);

    /// <summary>To a recipient that has not answered.</summary>
    public static Letter DataReminder(Addressee to, LetterSender from, Uri link, string references) => Write(nameof(DataReminder), to, from, link, references);

    /// <summary>To a controller that a supplier named: their data waits behind the link, for one download.</summary>
    public static Letter TransferReady(Addressee to, LetterSender from, Uri link, string reference, DateTime usefulUntil) =>
        Write(nameof(TransferReady), to, from, link, reference, Day(to.Language, DateOnly.FromDateTime(usefulUntil))) with { UsefulUntil = usefulUntil };

    /// <summary>Somebody typed a request at the public form and gave this mailbox; nothing happens before the link is used.</summary>
    public static Letter RequestTyped(Addressee to, LetterSender from, Uri link, DateTime usefulUntil) =>
        Write(nameof(RequestTyped), to, from, link) with { UsefulUntil = usefulUntil };

    /// <summary>A request about one's data has come in.</summary>
    /// <param name="due">the day on which the answer is due</param>
    public static Letter RequestReceived(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(RequestReceived), to, from, link, reference, Day(to.Language, due));

    /// <summary>What was set aside because of a request is used again.</summary>
    public static Letter RestrictionEnds(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RestrictionEnds), to, from, link, reference);

    /// <summary>Staff doubt who asked; why, and what would show it, is read after signing in.</summary>
    public static Letter RequestIdentityAsked(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestIdentityAsked), to, from, link, reference);

    /// <summary>Staff ask what is meant.</summary>
    public static Letter RequestClarificationAsked(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestClarificationAsked), to, from, link, reference);

    /// <summary>Staff wrote something.</summary>
    public static Letter RequestMessageWaits(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestMessageWaits), to, from, link, reference);

    /// <summary>The answer takes longer; why is read after signing in.</summary>
    public static Letter RequestExtended(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(RequestExtended), to, from, link, reference, Day(to.Language, due));

    /// <summary>A calendar was published, and the answer is due on another day.</summary>
    public static Letter RequestDueChanged(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(RequestDueChanged), to, from, link, reference, Day(to.Language, due));

    /// <summary>Nobody showed who asked: the request rests.</summary>
    public static Letter RequestRests(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestRests), to, from, link, reference);

    /// <summary>The person took it back.</summary>
    public static Letter RequestWithdrawn(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestWithdrawn), to, from, link, reference);

    /// <summary>The answer is there.</summary>
    public static Letter RequestFulfilled(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestFulfilled), to, from, link, reference);

    /// <summary>It was carried out and checked. Written before, because afterwards the mailbox may be gone.</summary>
    public static Letter RequestCarriedOut(Addressee to, LetterSender from, Uri link, string reference) => Write(nameof(RequestCarriedOut), to, from, link, reference);

    /// <summary>A part of it is denied.</summary>
    /// <param name="ground">one of the law's grounds</param>
    /// <param name="route">where the person can complain</param>
    public static Letter RequestPartlyFulfilled(Addressee to, LetterSender from, Uri link, string reference, string ground, string route) =>
        Write(nameof(RequestPartlyFulfilled), to, from, link, reference, ground, route);

    /// <inheritdoc cref="RequestPartlyFulfilled"/>
    public static Letter RequestRefused(Addressee to, LetterSender from, Uri link, string reference, string ground, string route) =>
        Write(nameof(RequestRefused), to, from, link, reference, ground, route);

    /// <summary>Somebody else looked at it again, and what was decided stays.</summary>
    public static Letter RequestAppealDecided(Addressee to, LetterSender from, Uri link, string reference, string route) =>
        Write(nameof(RequestAppealDecided), to, from, link, reference, route);

    /// <summary>To staff: a part of the time for a request is gone.</summary>
    /// <param name="percent">How much of it.</param>
    public static Letter FirstWarning(Addressee to, LetterSender from, Uri link, string reference, DateOnly due, string percent) =>
        Write(nameof(FirstWarning), to, from, link, reference, Day(to.Language, due), percent);

    /// <inheritdoc cref="FirstWarning"/>
    public static Letter SecondWarning(Addressee to, LetterSender from, Uri link, string reference, DateOnly due, string percent) =>
        Write(nameof(SecondWarning), to, from, link, reference, Day(to.Language, due), percent);

    /// <summary>To staff: the day that counts before the last has come.</summary>
    public static Letter DayBeforeWarning(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(DayBeforeWarning), to, from, link, reference, Day(to.Language, due));

    /// <summary>To staff: the last day has come.</summary>
    public static Letter LastDayWarning(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(LastDayWarning), to, from, link, reference, Day(to.Language, due));

    /// <summary>To staff: a calendar was published, and the answer is due on another day.</summary>
    public static Letter StaffDueChanged(Addressee to, LetterSender from, Uri link, string reference, DateOnly due) =>
        Write(nameof(StaffDueChanged), to, from, link, reference, Day(to.Language, due));

    private static Letter Write(string name, Addressee to, LetterSender from, Uri link, params object[] values)
    {
        object[] all = [from.Name, from.Contact, .. values];
        string Say(string key) => LetterTexts.Say(to.Language, key, all);

        var body = new List<string>();
        for (var number = 1; LetterTexts.Find(to.Language, $"{name}.{number}") is not null; number++)
            body.Add(Say($"{name}.{number}"));
        body.Add(Say($"{name}.Why") + "\n" + Say("Footer"));
        return new Letter(to.Mailbox, to.Language, Say($"{name}.Subject"), body, new LetterLink(Say($"{name}.Link"), link)) { Name = name };
    }

    private static string Day(string language, DateOnly day) =>
        day.ToString(LetterTexts.Say(language, "DayFormat"), CultureInfo.GetCultureInfo(language));
}
