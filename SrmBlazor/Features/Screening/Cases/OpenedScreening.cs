using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>One case, opened by a screener; a row in the access ledger says so. The person's words are masked in it.</summary>
/// <param name="MayClaim">Somebody has to go on with it, and the actor may.</param>
/// <param name="IsShut">The file does not open: nothing of what was compared and found can be shown, and nothing be decided.</param>
public sealed record OpenedScreening(
    string Reference, ScreeningState State, Guid Stamp, DateTime Since, DateTime ScreenedOn, string Engine, Hand Holder, bool MayClaim, Facts Person,
    IReadOnlyList<HitView> Hits, IReadOnlyList<PastStep> History, ContestView? Contest, bool IsShut);

/// <summary>What was compared of the person, for the open page only. Its text form shows nothing.</summary>
/// <param name="Nationality">ISO 3166-1 alpha-2; null while it is masked.</param>
public sealed record Facts(string Name, string? Nationality, string? Country, string Postcode, string Address, bool IsMasked)
{
    public const string Mask = "***";

    internal static Facts Shut { get; } = new(Mask, null, null, "", "", IsMasked: true);

    internal static Facts Clear(ScreenedWords words) => new(words.Name, words.Nationality, words.Country, words.Postcode, words.Address, IsMasked: false);

    internal static Facts Masked(ScreenedWords words) => new(MaskedFacts.MaskName(words.Name), null, words.Country, words.Country is null ? "" : Mask, words.Country is null ? "" : Mask, IsMasked: true);

    public override string ToString() => Mask;
}

/// <summary>A hit as a screener sees it: the entry in clear, the person's side masked.</summary>
/// <param name="NeedsTwo">One person is not enough to clear it.</param>
/// <param name="IsMine">The actor proposed what waits, or escalated it: somebody else goes on.</param>
/// <param name="IsEscalatedByMe">It is the actor who escalated it: two others decide, and they agree to none of it.</param>
/// <param name="Again">It was cleared: why it is open again. Null where it was not.</param>
public sealed record HitView(
    Guid Id, HitKind Kind, HitState State, double Score, HitEvidence Evidence, bool NeedsTwo, bool IsProposed, bool ProposesConfirmation, bool IsMine, bool IsEscalatedByMe, bool HasVanished, DecisionReason? Reason, HitChange? Again)
{
    public bool IsOpen => State is HitState.Open or HitState.Escalated;

    public ListEntry? Entry => Evidence.Entry;

    internal static HitView Of(ScreeningHit hit, HitEvidence evidence, bool needsTwo, List<ScreeningEvent> steps, Act act) => new(
        hit.Id, hit.Kind, hit.State, hit.Score, evidence, needsTwo, hit.IsProposed, hit.ProposesConfirmation == true,
        hit.IsOf(act.Who), hit.EscalatedBy == act.Who, hit.HasVanished, hit.Reason, AgainOf(hit, steps));

    private static HitChange? AgainOf(ScreeningHit hit, List<ScreeningEvent> steps)
    {
        var own = steps.FindAll(step => step.HitId == hit.Id);
        var decided = own.FindLastIndex(step => step.Kind is ScreeningEventKind.Cleared or ScreeningEventKind.Overturned or ScreeningEventKind.StaysCleared or ScreeningEventKind.Confirmed);
        // a confirmed one that is open again is not found any more, which the hit says itself
        return hit.IsOpen && decided >= 0 && own[decided].Kind != ScreeningEventKind.Confirmed
            ? own.Skip(decided).FirstOrDefault(step => step.Kind is ScreeningEventKind.Reopened or ScreeningEventKind.Found)?.Change : null;
    }

    public override string ToString() => Kind.ToString();
}

/// <summary>A line of the case's history.</summary>
/// <param name="Hit">Which hit, counted from 1 in the order in which they were found; null for the case as a whole.</param>
/// <param name="Note">What a screener wrote with it.</param>
public sealed record PastStep(ScreeningEventKind Kind, DateTime On, Hand By, int? Hit, double? Score, DecisionReason? Reason, HitChange Change, ScreeningCause? Cause, string? Note)
{
    internal static PastStep Of(ScreeningEvent step, List<ScreeningEvent> all, FileContent content, Act act)
    {
        var number = step.HitId is { } hit ? all.Where(one => one.Kind == ScreeningEventKind.Found).Select(one => one.HitId).Distinct().ToList().IndexOf(hit) + 1 : (int?)null;
        var note = step.Kind != ScreeningEventKind.Screened && step.Filed is { } place && place <= content.Notes.Count ? content.Notes[place - 1] : null;
        var by = step.Kind == ScreeningEventKind.Contested ? Hand.Person : ScreeningDesk.HandOf(step.By, act);
        return new PastStep(step.Kind, step.On, by, number, step.HitId is null ? null : step.Score, step.Reason, step.Change ?? HitChange.None, step.Cause, note);
    }

    public override string ToString() => Kind.ToString();
}

/// <param name="Overturns">What a colleague proposes; null where nobody did yet.</param>
/// <param name="MayAnswer">The actor had no part in what is contested.</param>
public sealed record ContestView(string Text, DateTime SentOn, ContestState State, bool? Overturns, string? Answer, bool IsMine, bool MayAnswer)
{
    public override string ToString() => State.ToString();
}

/// <summary>What was compared in clear: the person's side, and how each word met its counterpart.</summary>
public sealed record RevealedScreening(Facts Person, IReadOnlyDictionary<Guid, HitEvidence> Evidence)
{
    public override string ToString() => Facts.Mask;
}
