using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Who has to go on with a case in which something was found.</summary>
public enum ScreeningTurn
{
    Screener,

    /// <summary>A second one: everything that is open was proposed by a colleague.</summary>
    Second,

    /// <summary>Somebody who did not decide what the person contests.</summary>
    Contest,

    /// <summary>Nobody: people decided.</summary>
    Over,
}

/// <summary>Whose turn a case is and in whose hands, kept beside its state so that the board asks one table.</summary>
public sealed partial class ScreeningCase
{
    /// <summary>So many days after it was raised a case is due.</summary>
    public const int DueDays = 3;

    /// <summary>Null where nothing was ever found, and where nobody is screened by it any more.</summary>
    public ScreeningTurn? Turn { get; private set; }

    /// <summary>Somebody has to go on with it.</summary>
    public bool IsWaiting => Turn is not (null or ScreeningTurn.Over);

    /// <summary>When it last became somebody's turn; null where it never was.</summary>
    public DateTime? RaisedOn { get; private set; }

    /// <summary>The person contests what was confirmed, and was not answered yet.</summary>
    public bool IsContested { get; private set; }

    /// <summary>When it last went from hand to hand; null once something else happened.</summary>
    public DateTime? HandedOn { get; private set; }

    public Guid? HandedBy { get; private set; }

    /// <summary>Who had it in hand before; null for nobody.</summary>
    public Guid? HandedFrom { get; private set; }

    internal void Claim(Act act) => HandOver(act.Who, ScreeningEventKind.Claimed, act);

    internal void Release(Act act) => HandOver(null, ScreeningEventKind.Released, act);

    /// <summary>Gives it to a colleague, also from another one.</summary>
    internal void Assign(Guid screener, Act act) => HandOver(screener, ScreeningEventKind.Assigned, act);

    /// <summary>Whether the actor moved the case last and nothing happened since.</summary>
    public bool WasHandedOverBy(Act act) => HandedOn is not null && HandedBy == act.Who;

    /// <summary>It is in the hands it was in before it was handed over.</summary>
    internal void TakeBack(Act act)
    {
        HolderId = HandedFrom;
        Step(ScreeningEventKind.TakenBack, act);
    }

    /// <summary>Whether there is anything in it that this screener may decide: what they proposed, escalated or confirmed others do. Who answered a contest the contest knows.</summary>
    public bool IsFor(Guid screener) => Turn switch
    {
        ScreeningTurn.Screener or ScreeningTurn.Second => Hits.Exists(hit => hit.IsOpen && !hit.IsOf(screener)),
        ScreeningTurn.Contest => !Hits.Exists(hit => hit.State == HitState.Confirmed && (hit.DecidedBy == screener || hit.ApprovedBy == screener)),
        ScreeningTurn.Over or null => true,
    };

    private void HandOver(Guid? screener, ScreeningEventKind kind, Act act)
    {
        var from = HolderId;
        Step(kind, act);
        (HolderId, HandedFrom, HandedBy, HandedOn) = (screener, from, act.Who, act.On);
    }

    /// <summary>After each step: whose turn it is now. What was seen before is old, and who moved it last takes nothing back any more.</summary>
    private void Pass(Act act)
    {
        var (was, now) = (Turn, TurnNow());
        RaisedOn = now is not (null or ScreeningTurn.Over) && was is null or ScreeningTurn.Over ? act.On : RaisedOn;
        (Turn, HandedFrom, HandedBy, HandedOn, Stamp) = (now, null, null, null, Guid.NewGuid());
        // it stays in no hands that may not go on with it: nobody else would look for it there
        HolderId = HolderId is { } holder && !IsFor(holder) ? null : HolderId;
    }

    private ScreeningTurn? TurnNow() => IsEnded ? null : State switch
    {
        ScreeningState.Cleared => Hits.Count == 0 ? null : ScreeningTurn.Over,
        ScreeningState.Confirmed => IsContested ? ScreeningTurn.Contest : ScreeningTurn.Over,
        ScreeningState.UnderReview or ScreeningState.Escalated => Hits.TrueForAll(hit => !hit.IsOpen || hit.IsProposed) ? ScreeningTurn.Second : ScreeningTurn.Screener,
    };
}
