using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.PrivacyCenter;

public enum CopyState
{
    Waiting,
    Making,
    Ready,

    /// <summary>Fetched: there is no second time.</summary>
    Taken,

    Cancelled,

    /// <summary>Nobody fetched it in time.</summary>
    Lapsed,

    Failed,
}

/// <summary>How far the making is.</summary>
public enum CopyStep
{
    Waiting,
    Reading,
    Writing,
    Printing,
    Signing,
    Sealing,
    Done,
}

/// <summary>A package that a person asked for: the row of the work that makes it, and what became of it.</summary>
public sealed class Copy : IHandled
{
    public const int MostAttempts = 3;

    /// <summary>Whoever makes it is taken for dead when it says nothing for so long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private Copy()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<Copy>(For.Accountability, new Retention(3, 0), nameof(AskedOn),
        nameof(Language), nameof(State), nameof(Step), nameof(Attempts), nameof(LeasedUntil), nameof(ReadyOn), nameof(EndedOn), nameof(Bytes));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string Language { get; private init; } = "";

    public CopyState State { get; private set; }

    public CopyStep Step { get; private set; }

    /// <summary>Counts the makings that began; who makes it names the one it is.</summary>
    public int Attempts { get; private set; }

    public DateTime AskedOn { get; private init; }

    public DateTime? LeasedUntil { get; private set; }

    public DateTime? ReadyOn { get; private set; }

    public DateTime? EndedOn { get; private set; }

    public long Bytes { get; private set; }

    public bool IsUnderWay => State is CopyState.Waiting or CopyState.Making;

    public static Copy Ask(Guid person, string language, DateTime now) => new() { Id = Guid.NewGuid(), PersonId = person, Language = language, AskedOn = now };

    /// <summary>Until when it can be fetched.</summary>
    public static DateTime Until(DateTime readyOn) => readyOn + For.CopyDelivery.Term!.Value;

    /// <returns>False where it was tried often enough, and is given up.</returns>
    /// <exception cref="InvalidOperationException">It is not under way, or somebody makes it.</exception>
    public bool TryBegin(DateTime now)
    {
        if (!IsUnderWay || LeasedUntil > now)
        {
            throw new InvalidOperationException($"The copy {Id} is {State} and cannot be made now.");
        }

        if (Attempts >= MostAttempts)
        {
            (State, EndedOn, LeasedUntil) = (CopyState.Failed, now, null);
            return false;
        }

        (State, Step, Attempts, LeasedUntil) = (CopyState.Making, CopyStep.Reading, Attempts + 1, now + Lease);
        return true;
    }

    /// <returns>False where it was cancelled, or somebody else makes it by now.</returns>
    public bool TryReach(CopyStep step, int attempt, DateTime now)
    {
        var mine = State == CopyState.Making && Attempts == attempt;
        if (mine)
        {
            (Step, LeasedUntil) = (step, now + Lease);
        }

        return mine;
    }

    public void Finish(long bytes, DateTime now) => (State, Step, Bytes, ReadyOn, LeasedUntil) = (CopyState.Ready, CopyStep.Done, bytes, now, null);

    /// <summary>Hands it out, once.</summary>
    public bool TryTake(DateTime now)
    {
        var fits = State == CopyState.Ready && now < Until(ReadyOn!.Value);
        if (fits)
        {
            (State, EndedOn) = (CopyState.Taken, now);
        }

        return fits;
    }

    /// <returns>False where there is nothing left to cancel.</returns>
    public bool TryCancel(DateTime now)
    {
        var fits = IsUnderWay || State == CopyState.Ready;
        if (fits)
        {
            (State, EndedOn, LeasedUntil) = (CopyState.Cancelled, now, null);
        }

        return fits;
    }

    public void Lapse(DateTime now) => (State, EndedOn) = (CopyState.Lapsed, now);

    public sealed class Mapping : IEntityTypeConfiguration<Copy>
    {
        public void Configure(EntityTypeBuilder<Copy> builder)
        {
            builder.ToTable("Copies");
            builder.Property(copy => copy.Id).ValueGeneratedNever();
            builder.Property(copy => copy.Language).HasMaxLength(Person.LanguageLength);
            builder.HasIndex(copy => new { copy.PersonId, copy.AskedOn });
            builder.HasIndex(copy => copy.State);
        }
    }
}
