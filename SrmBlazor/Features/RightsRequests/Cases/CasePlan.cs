namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>What the tasks of a case follow from.</summary>
/// <param name="ForAnother">Somebody asks for somebody else.</param>
/// <param name="SetAside">Records were set aside for it.</param>
/// <param name="Proposed">What a member of staff proposed, and nobody gave back.</param>
/// <param name="Reviewed">A second member of staff agreed.</param>
/// <param name="ByProgram">The program carries it out, and has begun.</param>
/// <param name="Ended">How it ended; null while it is open.</param>
/// <param name="Purposes">Keys of the purposes for which something of the person is held.</param>
internal sealed record CaseFacts(
    RequestKind Kind, bool Proved, bool ForAnother, bool SetAside, RequestOutcome? Proposed, bool Reviewed, bool ByProgram, RequestOutcome? Ended, IReadOnlyCollection<string> Purposes)
{
    public bool IsDecided => Ended is not (null or RequestOutcome.Withdrawn or RequestOutcome.Expired);
}

/// <summary>Which tasks a request makes, by what is asked and what is held, and which of them the program can see as done.</summary>
internal static class CasePlan
{
    public static IEnumerable<(CaseTaskKind Kind, string Purpose)> Of(CaseFacts facts) => Kinds(facts).Distinct().Order()
        .SelectMany(kind => kind == CaseTaskKind.Collect ? facts.Purposes.Select(purpose => (kind, purpose)) : [(kind, "")]);

    public static bool NeedsHeld(RequestKind kind) => kind is RequestKind.Access or RequestKind.Copy or RequestKind.NextOfKin;

    public static bool IsFulfilled(CaseTaskKind kind, CaseFacts facts) => kind switch
    {
        CaseTaskKind.ConfirmIdentity or CaseTaskKind.ConfirmAuthority => facts.Proved,
        CaseTaskKind.SetAside => facts.SetAside,
        CaseTaskKind.Decide or CaseTaskKind.PlanErasure => facts.Proposed is not null || facts.IsDecided,
        // nothing can be proposed to be given before they are checked
        CaseTaskKind.CheckConditions => Gives(facts.Proposed) || Gives(facts.Ended),
        CaseTaskKind.SecondOfficer => facts.Reviewed,
        CaseTaskKind.CarryOut => Gives(facts.Ended),
        CaseTaskKind.Answer => facts.IsDecided,
        // what the program carries out it collects, and tells recipients of, in the same save
        CaseTaskKind.Collect or CaseTaskKind.TellRecipients => facts.ByProgram && Gives(facts.Ended),
        CaseTaskKind.ReviewOthers or CaseTaskKind.CheckEvidence or CaseTaskKind.CheckConsents or CaseTaskKind.WeighInterests or CaseTaskKind.FindReasons or CaseTaskKind.LookInto => false,
    };

    /// <summary>Whoever got what was changed is told after it was changed: the only task that an end leaves open.</summary>
    public static bool Outlasts(CaseTaskKind kind, CaseFacts facts) => facts.Ended is null || kind == CaseTaskKind.TellRecipients && Gives(facts.Ended);

    private static bool Gives(RequestOutcome? outcome) => outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled;

    private static IEnumerable<CaseTaskKind> Kinds(CaseFacts facts) =>
    [
        CaseTaskKind.ConfirmIdentity,
        .. facts.ForAnother ? [CaseTaskKind.ConfirmAuthority] : Array.Empty<CaseTaskKind>(),
        .. Own(facts.Kind),
        // a denial takes two, whatever was asked
        .. facts.Proposed is not null ? [CaseTaskKind.SecondOfficer] : Array.Empty<CaseTaskKind>(),
    ];

    private static CaseTaskKind[] Own(RequestKind kind) => kind switch
    {
        RequestKind.Access or RequestKind.Copy => [CaseTaskKind.Collect, CaseTaskKind.ReviewOthers, CaseTaskKind.Answer],
        RequestKind.Transfer => [CaseTaskKind.CheckConditions, CaseTaskKind.ReviewOthers, CaseTaskKind.Decide, CaseTaskKind.SecondOfficer, CaseTaskKind.CarryOut],
        RequestKind.Correct => [CaseTaskKind.CheckEvidence, CaseTaskKind.Decide, CaseTaskKind.Answer, CaseTaskKind.TellRecipients],
        RequestKind.Delete or RequestKind.CloseAccount => [CaseTaskKind.PlanErasure, CaseTaskKind.SecondOfficer, CaseTaskKind.CarryOut, CaseTaskKind.TellRecipients],
        RequestKind.ChangeConsents => [CaseTaskKind.CheckConsents, CaseTaskKind.Answer],
        RequestKind.Restrict => [CaseTaskKind.SetAside, CaseTaskKind.Answer, CaseTaskKind.TellRecipients],
        RequestKind.Objection => [CaseTaskKind.SetAside, CaseTaskKind.WeighInterests, CaseTaskKind.Answer],
        RequestKind.Explain => [CaseTaskKind.FindReasons, CaseTaskKind.Answer],
        RequestKind.Complaint => [CaseTaskKind.LookInto, CaseTaskKind.Answer],
        RequestKind.NextOfKin => [CaseTaskKind.ConfirmAuthority, CaseTaskKind.Collect, CaseTaskKind.ReviewOthers, CaseTaskKind.Answer],
        RequestKind.Other => [CaseTaskKind.Answer],
    };
}
