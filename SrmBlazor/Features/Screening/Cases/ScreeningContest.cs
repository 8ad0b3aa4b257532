using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

public enum ContestState
{
    Open,

    /// <summary>One person has answered, and waits for a second.</summary>
    Proposed,

    /// <summary>What was decided stays.</summary>
    Upheld,

    /// <summary>The person was right.</summary>
    Overturned,

    /// <summary>Nobody answered before what was contested ceased to be confirmed, for another reason.</summary>
    Overtaken,
}

/// <summary>A person contests what was confirmed. Who decided does not hear it, and two people answer.</summary>
public sealed class ScreeningContest
{
    private ScreeningContest()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public ContestState State { get; private set; }

    /// <summary>The sealed <see cref="ScreeningMessage"/> of the person.</summary>
    public Guid MessageId { get; private init; }

    public DateTime SentOn { get; private init; }

    public Guid? ProposedBy { get; private set; }

    public bool? Overturns { get; private set; }

    /// <summary>The sealed answer, proposed or given.</summary>
    public Guid? AnswerId { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredOn { get; private set; }

    public bool IsOpen => State is ContestState.Open or ContestState.Proposed;

    internal static ScreeningContest Of(ScreeningCase own, Guid message, DateTime on) => new() { Id = Guid.CreateVersion7(), CaseId = own.Id, MessageId = message, SentOn = on };

    internal void Propose(bool overturns, Guid answer, Act act)
    {
        Demand(State == ContestState.Open);
        (State, Overturns, AnswerId, ProposedBy) = (ContestState.Proposed, overturns, answer, act.Who);
    }

    internal void Return()
    {
        Demand(State == ContestState.Proposed);
        (State, Overturns, AnswerId, ProposedBy) = (ContestState.Open, null, null, null);
    }

    internal void Approve(Act act)
    {
        Demand(State == ContestState.Proposed && ProposedBy != act.Who);
        (State, AnsweredBy, AnsweredOn) = (Overturns!.Value ? ContestState.Overturned : ContestState.Upheld, act.Who, act.On);
    }

    internal void Overtake()
    {
        Demand(IsOpen);
        (State, Overturns, AnswerId, ProposedBy) = (ContestState.Overtaken, null, null, null);
    }

    private void Demand(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"That cannot be done with a contest that is {State}.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<ScreeningContest>
    {
        public void Configure(EntityTypeBuilder<ScreeningContest> builder)
        {
            builder.ToTable("ScreeningContests");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Ignore(one => one.IsOpen);
            builder.HasOne<ScreeningCase>().WithMany().HasForeignKey(one => one.CaseId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
