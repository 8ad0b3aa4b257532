using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>Something to do in a case: codes, days and ids, and nothing about the person. It leads to one only through its request.</summary>
public sealed class CaseTask
{
    public const int PurposeLength = 40;

    private CaseTask()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    public CaseTaskKind Kind { get; private init; }

    /// <summary>The key of the purpose whose records are collected; empty otherwise.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>The day on which it was made, or opened again: what is left of the clock from then on is its time.</summary>
    public DateOnly MadeOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The member of staff who took it over; null: it is for whoever has the request in hand.</summary>
    public Guid? Owner { get; private set; }

    public CaseTaskState State { get; private set; }

    public NotNeededReason? Reason { get; private set; }

    /// <summary>The member of staff; <see cref="Guid.Empty"/> for the program, which closes what the request shows to be done.</summary>
    public Guid? ClosedBy { get; private set; }

    public DateTime? ClosedOn { get; private set; }

    /// <summary>Changes with every change of the task; a writer names the one it saw. That of the request stays: a tick is no news to who writes a decision.</summary>
    public Guid Stamp { get; private set; }

    internal bool IsClosedByProgram => State != CaseTaskState.Open && ClosedBy == Guid.Empty;

    internal static CaseTask Of(Guid request, CaseTaskKind kind, string purpose, DateOnly today, DateOnly due) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request,
        Kind = kind,
        Purpose = purpose,
        MadeOn = today,
        DueOn = due,
        Stamp = Guid.NewGuid(),
    };

    internal void Finish(Guid by, DateTime on) => Close(CaseTaskState.Done, null, by, on);

    internal void LeaveOut(NotNeededReason reason, Guid by, DateTime on) => Close(CaseTaskState.NotNeeded, reason, by, on);

    /// <exception cref="InvalidOperationException">It is open.</exception>
    internal void Reopen(DateOnly today)
    {
        Demand(State != CaseTaskState.Open);
        (State, Reason, ClosedBy, ClosedOn, MadeOn, Stamp) = (CaseTaskState.Open, null, null, null, today, Guid.NewGuid());
    }

    /// <param name="owner">Null gives it back to whoever has the request in hand.</param>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
    internal void GiveTo(Guid? owner)
    {
        Demand(State == CaseTaskState.Open);
        (Owner, Stamp) = (owner, Guid.NewGuid());
    }

    internal void FallDue(DateOnly day) => (DueOn, Stamp) = day == DueOn ? (DueOn, Stamp) : (day, Guid.NewGuid());

    private void Close(CaseTaskState state, NotNeededReason? reason, Guid by, DateTime on)
    {
        Demand(State == CaseTaskState.Open);
        (State, Reason, ClosedBy, ClosedOn, Stamp) = (state, reason, by, on, Guid.NewGuid());
    }

    private void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"This is impossible for a task that is {State}.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<CaseTask>
    {
        public void Configure(EntityTypeBuilder<CaseTask> builder)
        {
            builder.ToTable("CaseTasks");
            builder.Property(task => task.Id).ValueGeneratedNever();
            builder.Property(task => task.Purpose).HasMaxLength(PurposeLength);
            builder.Property(task => task.Stamp).IsConcurrencyToken();
            builder.HasOne<RightsRequest>().WithMany().HasForeignKey(task => task.RequestId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(task => new { task.RequestId, task.Kind, task.Purpose }).IsUnique();
        }
    }
}
