using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmBlazor.Features.RightsRequests;

public enum RequestOutcome
{
    Fulfilled,
    PartlyFulfilled,
    Refused,
    NoDataHeld,
    Withdrawn,
    Expired,

    /// <summary>After an appeal, what was decided first stays.</summary>
    Upheld,
}

public static class RequestOutcomes
{
    /// <summary>Ours to what was asked: not where the person took it back, never showed who asks, or is answered about an appeal.</summary>
    public static bool IsAnswer(this RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled or RequestOutcome.Refused or RequestOutcome.NoDataHeld => true,
        RequestOutcome.Withdrawn or RequestOutcome.Expired or RequestOutcome.Upheld => false,
    };
}

/// <summary>Why a right cannot be given effect, or not wholly (GDPR 12, 17(3), 23; PIPL 50).</summary>
public enum DenialGround
{
    InsufficientVerification,
    NoDataHeld,
    NotCovered,
    OutsideJurisdiction,
    OthersRights,
    RetentionByLaw,
    LegalHold,
    ManifestlyUnfounded,
    SuspectedFraud,

    /// <summary>The text says it.</summary>
    Other,
}

/// <summary>What the person is told at an end: the sealed text, its language, and where they can complain.</summary>
/// <param name="MessageId">The sealed <see cref="RequestMessage"/>.</param>
/// <param name="Route">A key of <see cref="ComplaintRoutes"/>; empty where nothing was refused.</param>
public sealed record RequestAnswer(Guid MessageId, string Language, string Route = "");

/// <summary>How a request ended: append-only. After an appeal it has another one.</summary>
public sealed class RequestDecision
{
    public const int RouteLength = 20;

    private RequestDecision()
    {
    }

    public Guid Id { get; private init; }

    public Guid RequestId { get; private init; }

    public RequestOutcome Outcome { get; private init; }

    public DenialGround? Ground { get; private init; }

    /// <summary>The member of staff who proposed or gave the answer; null where nobody of ours decided.</summary>
    public Guid? Proposer { get; private init; }

    /// <summary>The second person; null where none was needed.</summary>
    public Guid? Reviewer { get; private init; }

    public Guid MessageId { get; private init; }

    public string Language { get; private init; } = "";

    public string Route { get; private init; } = "";

    /// <summary>The certificate of an erasure.</summary>
    public Guid? CertificateId { get; private init; }

    public DateTime On { get; private init; }

    /// <summary>What figures count of it: read by them alone. Null where the clock had been answered before.</summary>
    public RequestEnding? Ending { get; private set; }

    internal void Count(RightsRequest request) => Ending = RequestEnding.Of(request, this);

    internal static RequestDecision Of(Guid request, RequestOutcome outcome, DenialGround? ground, Guid? proposer, Guid? reviewer, RequestAnswer answer, Guid? certificate, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = request,
        Outcome = outcome,
        Ground = ground,
        Proposer = proposer,
        Reviewer = reviewer,
        MessageId = answer.MessageId,
        Language = answer.Language,
        Route = answer.Route,
        CertificateId = certificate,
        On = on,
    };

    public sealed class Mapping : IEntityTypeConfiguration<RequestDecision>
    {
        public void Configure(EntityTypeBuilder<RequestDecision> builder)
        {
            builder.ToTable("RequestDecisions");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Language).HasMaxLength(8);
            builder.Property(one => one.Route).HasMaxLength(RouteLength);
            builder.HasIndex(one => one.RequestId);
            builder.HasOne(one => one.Ending).WithOne().HasForeignKey<RequestEnding>(ending => ending.Id).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(one => one.On);
        }
    }
}
