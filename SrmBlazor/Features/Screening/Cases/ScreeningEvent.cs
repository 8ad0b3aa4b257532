using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

public enum ScreeningEventKind
{
    /// <summary>Everything was compared, or what is new of the lists.</summary>
    Screened,
    Found,

    /// <summary>An open hit was found again, and one of the sides says something else.</summary>
    Renewed,

    /// <summary>A hit that was closed came back as it was when it was cleared, and stays cleared.</summary>
    StaysCleared,

    /// <summary>A decided hit is open again: <see cref="ScreeningEvent.Change"/> says why.</summary>
    Reopened,

    /// <summary>A hit is not found any more: <see cref="ScreeningEvent.Change"/> says why.</summary>
    Closed,
    Escalated,
    ClearingProposed,
    ConfirmationProposed,

    /// <summary>The second person did not agree.</summary>
    Returned,
    Cleared,
    Confirmed,
    Claimed,
    Released,
    Contested,
    AnswerProposed,
    AnswerReturned,
    Upheld,
    Overturned,

    /// <summary>The person is not screened any more.</summary>
    Ended,

    /// <summary>Given to a colleague.</summary>
    Assigned,

    /// <summary>Whoever moved it last took that back.</summary>
    TakenBack,

    /// <summary>Lists changed, and the person could not be compared with them: the name is disputed or the file set aside, and opens for nobody.</summary>
    LeftOut,

    /// <summary>What the person contests is not confirmed any more; nobody answers it.</summary>
    ContestOvertaken,
}

/// <summary>What was asked for by a screening.</summary>
public enum ScreeningCause
{
    /// <summary>The identity check was passed.</summary>
    Registration,
    DataChanged,
    ListsChanged,
}

/// <summary>Which of what a decision was bound to is another now.</summary>
[Flags]
public enum HitChange
{
    None = 0,

    /// <summary>What was compared of the person.</summary>
    Person = 1,

    /// <summary>What the entry says.</summary>
    Entry = 2,

    Engine = 4,

    /// <summary>The entry is on no list any more.</summary>
    Removed = 8,

    /// <summary>The score alone: one person cleared what two have to clear now.</summary>
    Score = 16,
}

internal static class HitChanges
{
    /// <summary>One by one.</summary>
    public static IEnumerable<HitChange> In(HitChange changes) => Enum.GetValues<HitChange>().Where(change => change != HitChange.None && changes.HasFlag(change));
}

/// <summary>One step of a case: append-only, in order of its number. All of them make the case again as it was on any day.</summary>
public sealed class ScreeningEvent
{
    private ScreeningEvent()
    {
    }

    public long Number { get; private set; }

    public Guid CaseId { get; private init; }

    public ScreeningEventKind Kind { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>Staff, or the person; <see cref="Guid.Empty"/> is the program.</summary>
    public Guid By { get; private init; }

    public Guid? HitId { get; private init; }

    /// <summary>Of what was found.</summary>
    public double? Score { get; private init; }

    public DecisionReason? Reason { get; private init; }

    public HitChange? Change { get; private init; }

    /// <summary>Of a screening: the <see cref="ScreeningBasis"/>.</summary>
    public Guid? BasisId { get; private init; }

    public ScreeningCause? Cause { get; private init; }

    /// <summary>Place in the file: of a screening's words, of a decision's note.</summary>
    public int? Filed { get; private init; }

    internal static ScreeningEvent Of(ScreeningCase own, ScreeningEventKind kind, Act act, ScreeningHit? hit = null, DecisionReason? reason = null, HitChange? change = null, int? filed = null) => new()
    {
        CaseId = own.Id,
        Kind = kind,
        On = act.On,
        By = act.Who,
        HitId = hit?.Id,
        Score = hit?.Score,
        Reason = reason,
        Change = change,
        Filed = filed,
    };

    internal static ScreeningEvent Screened(ScreeningCase own, Guid basis, ScreeningCause cause, int words, Act act) => new()
    {
        CaseId = own.Id,
        Kind = ScreeningEventKind.Screened,
        On = act.On,
        By = act.Who,
        BasisId = basis,
        Cause = cause,
        Filed = words,
    };

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningEvent>
    {
        public void Configure(EntityTypeBuilder<ScreeningEvent> builder)
        {
            builder.ToTable("ScreeningEvents");
            builder.HasKey(one => one.Number);
            builder.HasIndex(one => new { one.CaseId, one.Number });
        }
    }
}
