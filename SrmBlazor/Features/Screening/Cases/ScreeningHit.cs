using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

public enum HitState
{
    Open,

    /// <summary>Open, and decided by two people, neither of whom escalated it alone.</summary>
    Escalated,

    /// <summary>Somebody looked: it is another person.</summary>
    Cleared,

    /// <summary>Two people looked: it is this person.</summary>
    Confirmed,

    /// <summary>Not found any more.</summary>
    Closed,
}

public enum DecisionReason
{
    OtherNationality,
    OtherBirthYear,

    /// <summary>The names only look alike.</summary>
    OtherName,

    /// <summary>The person is known, and is not the one on the list.</summary>
    KnownOtherPerson,

    /// <summary>The address lies elsewhere.</summary>
    OtherPlace,
    SamePerson,
    SamePlace,
    Other,
}

/// <summary>One entry that one person could be. It says so by keyed hashes alone; whom and why is in the sealed file.</summary>
public sealed partial class ScreeningHit
{
    private ScreeningHit()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public HitKind Kind { get; private init; }

    public ListSource? Source { get; private init; }

    /// <summary>Keyed hash of the entry's id.</summary>
    public string Entry { get; private init; } = "";

    /// <summary>Keyed hash of what the entry says.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Keyed hash of what was compared of the person.</summary>
    public string Compared { get; private set; } = "";

    public string Engine { get; private set; } = "";

    public double Score { get; private set; }

    public HitState State { get; private set; }

    public DateTime FoundOn { get; private set; }

    public DateTime? DecidedOn { get; private set; }

    /// <summary>Who first decided or proposed what counts now.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>The second person; null where none was needed.</summary>
    public Guid? ApprovedBy { get; private set; }

    public DecisionReason? Reason { get; private set; }

    public Guid? EscalatedBy { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public bool? ProposesConfirmation { get; private set; }

    public bool IsOpen => State is HitState.Open or HitState.Escalated;

    public bool IsProposed => ProposedBy is not null;

    /// <summary>Proposed or escalated by this screener: others go on with it, and agree to it.</summary>
    public bool IsOf(Guid screener) => ProposedBy == screener || EscalatedBy == screener;

    /// <summary>What a decision is bound to: as long as all three are the same, it stands.</summary>
    private (string Content, string Compared, string Engine) Bound => (Content, Compared, Engine);

    internal static ScreeningHit Of(ScreeningCase own, Found found, Sides sides, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = own.Id,
        Kind = found.Kind,
        Source = found.Evidence.Source,
        Entry = sides.Entry,
        Content = sides.Content,
        Compared = sides.Compared,
        Engine = sides.Engine,
        Score = found.Score,
        State = found.Escalates ? HitState.Escalated : HitState.Open,
        FoundOn = on,
    };

    /// <summary>Found again. Answers what that is for the case; null where everything is as it was.</summary>
    /// <param name="twoFrom">From this score on one person does not clear it alone.</param>
    internal (ScreeningEventKind Kind, HitChange Change)? Meet(Found found, Sides sides, double twoFrom, DateTime on)
    {
        var change = ChangeTo(sides);
        if (change == HitChange.None && DecidedOn is not null && ApprovedBy is null && found.Score >= twoFrom)
        {
            // words are weighed anew when lists grow: what was far from certain then is not any more
            change = HitChange.Score;
        }

        var (was, score) = (State, Score);
        (Content, Compared, Engine, Score) = (sides.Content, sides.Compared, sides.Engine, found.Score);
        if (was == HitState.Closed)
        {
            // what it was cleared as still stands, if nothing of it changed while it was away
            State = DecidedOn is not null && change == HitChange.None ? HitState.Cleared : found.Escalates ? HitState.Escalated : HitState.Open;
            if (State != HitState.Cleared)
            {
                (FoundOn, DecidedOn, DecidedBy, ApprovedBy, Reason) = (on, null, null, null, null);
            }

            return (State == HitState.Cleared ? ScreeningEventKind.StaysCleared : ScreeningEventKind.Found, change);
        }

        if (change == HitChange.None)
        {
            var isBack = HasVanished;
            HasVanished = false;
            return score == Score && !isBack ? null : (ScreeningEventKind.Renewed, change);
        }

        if (was == HitState.Cleared)
        {
            Reopen(found.Escalates ? HitState.Escalated : HitState.Open, on);
            return (ScreeningEventKind.Reopened, change);
        }

        if (IsOpen)
        {
            // nobody agrees to what a colleague has not seen
            (ProposedBy, ProposesConfirmation, Reason, HasVanished) = (null, null, null, false);
            State = found.Escalates ? HitState.Escalated : State;
        }

        return (ScreeningEventKind.Renewed, change);
    }

    /// <summary>Not found any more. A confirmed one does not clear itself: people decide about it again, two of them.</summary>
    internal ScreeningEventKind? Vanish(DateTime on)
    {
        switch (State)
        {
            case HitState.Closed:
                return null;
            case HitState.Confirmed:
                Reopen(HitState.Escalated, on);
                return ScreeningEventKind.Reopened;
            case HitState.Escalated when HasVanished:
                return null;
            case HitState.Open or HitState.Escalated or HitState.Cleared:
                (State, ProposedBy, ProposesConfirmation) = (HitState.Closed, null, null);
                return ScreeningEventKind.Closed;
            default:
                throw new InvalidOperationException($"A hit that is {State} cannot vanish.");
        }
    }

    /// <summary>It was confirmed and is not found any more.</summary>
    public bool HasVanished { get; private set; }

    internal void Escalate(Guid by)
    {
        Demand(State == HitState.Open);
        (State, EscalatedBy, ProposedBy, ProposesConfirmation) = (HitState.Escalated, by, null, null);
    }

    internal void Propose(bool confirms, DecisionReason reason, Act act)
    {
        Demand(IsOpen && !IsProposed);
        (ProposedBy, ProposesConfirmation, Reason) = (act.Who, confirms, reason);
    }

    internal void Return()
    {
        Demand(IsOpen && IsProposed);
        (ProposedBy, ProposesConfirmation, Reason) = (null, null, null);
    }

    /// <summary>The second person agrees.</summary>
    internal void Approve(Act act)
    {
        Demand(IsOpen && IsProposed && !IsOf(act.Who));
        Decide(ProposesConfirmation!.Value ? HitState.Confirmed : HitState.Cleared, ProposedBy!.Value, act.Who, Reason!.Value, act.On);
    }

    /// <summary>One person clears what is far enough from certain.</summary>
    internal void Clear(DecisionReason reason, Act act)
    {
        Demand(State == HitState.Open && !IsProposed);
        Decide(HitState.Cleared, act.Who, null, reason, act.On);
    }

    /// <summary>The person contested, and was right.</summary>
    internal void Overturn(Guid proposer, Act act)
    {
        Demand(State == HitState.Confirmed && proposer != act.Who);
        Decide(HitState.Cleared, proposer, act.Who, DecisionReason.Other, act.On);
    }

    private void Decide(HitState state, Guid by, Guid? second, DecisionReason reason, DateTime on) =>
        (State, DecidedBy, ApprovedBy, Reason, DecidedOn, ProposedBy, ProposesConfirmation, HasVanished) = (state, by, second, reason, on, null, null, false);

    private void Reopen(HitState state, DateTime on)
    {
        HasVanished = State == HitState.Confirmed;
        (State, FoundOn, DecidedOn, DecidedBy, ApprovedBy, Reason, EscalatedBy, ProposedBy, ProposesConfirmation) = (state, on, null, null, null, null, null, null, null);
    }

    private HitChange ChangeTo(Sides sides) =>
        (Bound.Compared == sides.Compared ? HitChange.None : HitChange.Person) | (Bound.Content == sides.Content ? HitChange.None : HitChange.Entry) | (Bound.Engine == sides.Engine ? HitChange.None : HitChange.Engine);

    private void Demand(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"That cannot be done with a hit that is {State}.");
        }
    }
}

/// <summary>The hashes of both sides of a hit, and the engine that compared them.</summary>
internal sealed record Sides(string Entry, string Content, string Compared, string Engine);
