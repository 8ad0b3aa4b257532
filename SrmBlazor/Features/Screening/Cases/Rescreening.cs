using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

public enum RescreeningState
{
    Running,

    /// <summary>Staff stopped it. Who was not reached stays uncleared until it goes on.</summary>
    Cancelled,
    Done,

    /// <summary>The lists changed again, and another one does its work.</summary>
    Overtaken,
}

/// <summary>Everybody is compared with lists that changed. It goes through the cases in the order of their ids, and knows how far it came.</summary>
public sealed class Rescreening
{
    private Rescreening()
    {
    }

    public Guid Id { get; private init; }

    public Guid BasisId { get; private init; }

    /// <summary>Everybody anew, not only with what is new.</summary>
    public bool IsFull { get; private init; }

    public RescreeningState State { get; private set; }

    public int All { get; private init; }

    public int Done { get; private set; }

    /// <summary>Cases of which something changed.</summary>
    public int Changed { get; private set; }

    /// <summary>The last case that is done; null at the beginning.</summary>
    public Guid? After { get; private set; }

    public DateTime BegunOn { get; private init; }

    public DateTime? EndedOn { get; private set; }

    /// <summary>Who cancelled it.</summary>
    public Guid? CancelledBy { get; private set; }

    internal static Rescreening Begin(ScreeningBasis basis, int all, DateTime on) =>
        new() { Id = Guid.CreateVersion7(), BasisId = basis.Id, IsFull = basis.IsMeasure, All = all, BegunOn = on };

    internal void Advance(Guid last, int done, int changed) => (After, Done, Changed) = (last, Done + done, Changed + changed);

    internal void End(RescreeningState state, DateTime on)
    {
        Demand(RescreeningState.Running, RescreeningState.Cancelled);
        (State, EndedOn) = (state, on);
    }

    internal void Cancel(Act act)
    {
        Demand(RescreeningState.Running);
        (State, CancelledBy) = (RescreeningState.Cancelled, act.Who);
    }

    internal void Resume()
    {
        Demand(RescreeningState.Cancelled);
        (State, CancelledBy) = (RescreeningState.Running, null);
    }

    private void Demand(params ReadOnlySpan<RescreeningState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"That cannot be done with a rescreening that is {State}.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<Rescreening>
    {
        public void Configure(EntityTypeBuilder<Rescreening> builder)
        {
            builder.ToTable("Rescreenings");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.HasOne<ScreeningBasis>().WithMany().HasForeignKey(one => one.BasisId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(one => one.BegunOn);
        }
    }
}

/// <summary>
/// One stretch of a rescreening, append-only: every case that was there, up to <see cref="Last"/>, counts as compared with its lists from this instant on.
/// So it is known for each day what each person was compared with, without a row for every person and every list. Whoever could not be compared has a step
/// of that instant in the case: <see cref="ScreeningEventKind.LeftOut"/>.
/// </summary>
public sealed class RescreeningStep
{
    private RescreeningStep()
    {
    }

    public long Number { get; private set; }

    public Guid RescreeningId { get; private init; }

    public Guid BasisId { get; private init; }

    public Guid Last { get; private init; }

    public int Cases { get; private init; }

    public DateTime On { get; private init; }

    internal static RescreeningStep Of(Rescreening rescreening, Guid last, int cases, DateTime on) =>
        new() { RescreeningId = rescreening.Id, BasisId = rescreening.BasisId, Last = last, Cases = cases, On = on };

    public sealed class Mapping : IEntityTypeConfiguration<RescreeningStep>
    {
        public void Configure(EntityTypeBuilder<RescreeningStep> builder)
        {
            builder.ToTable("RescreeningSteps");
            builder.HasKey(step => step.Number);
            builder.HasOne<Rescreening>().WithMany().HasForeignKey(step => step.RescreeningId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(step => new { step.On, step.Last });
        }
    }
}
