using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Erasures;

public enum ErasureState
{
    Planned,

    /// <summary>The person may still take it back.</summary>
    CoolingOff,

    TakenBack,

    /// <summary>Purposes have ended and the intent to erase is committed: it is done, whatever happens.</summary>
    Executing,

    Verifying,

    /// <summary>Something was found. It is searched for again until nothing is.</summary>
    Dirty,

    /// <summary>Nothing was found, and what was searched for is destroyed.</summary>
    Clean,

    Certified,
}

/// <summary>One erasure from its plan to its certificate. The states follow each other; a crash between two of them repeats the step.</summary>
public sealed class ErasureRun : IHandled
{
    public const int FoundLength = 1000;

    private ErasureRun()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<ErasureRun>(For.Accountability, new Retention(3, 0), nameof(EndedOn),
        nameof(State), nameof(Reach), nameof(Ground), nameof(PlannedOn), nameof(StartsOn), nameof(ErasedOn), nameof(CheckedOn), nameof(Plan), nameof(RequestId), nameof(ErasureId),
        nameof(ProofId), nameof(MailId), nameof(CertificateId), nameof(Tries), nameof(Found), nameof(Searched), nameof(NextTryOn), nameof(RestOn));

    public Guid Id { get; private init; }

    /// <summary>Null once nothing of who left is held, or the term is over.</summary>
    public Guid? PersonId { get; private set; }

    public ErasureState State { get; private set; }

    public ErasureReach Reach { get; private init; }

    public ErasureGround Ground { get; private init; }

    /// <summary>The plan as carried out, or as it is to be.</summary>
    public string Plan { get; private set; } = "";

    public DateTime PlannedOn { get; private init; }

    /// <summary>Not before.</summary>
    public DateTime StartsOn { get; private init; }

    public DateTime? ErasedOn { get; private set; }

    public DateTime? CheckedOn { get; private set; }

    /// <summary>When nothing was left to do, or it was taken back.</summary>
    public DateTime? EndedOn { get; private set; }

    /// <summary>The request for deletion behind it.</summary>
    public Guid? RequestId { get; private init; }

    /// <summary>The collector's intent; null where nothing was left to erase.</summary>
    public Guid? ErasureId { get; private set; }

    public Guid? ProofId { get; private set; }

    /// <summary>The letter that says "deleted", sealed and held back until the check is clean.</summary>
    public Guid? MailId { get; private set; }

    public Guid? CertificateId { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Where something was found: names of tables and files, never what.</summary>
    public string Found { get; private set; } = "";

    public string Searched { get; private set; } = "";

    public DateTime? NextTryOn { get; private set; }

    /// <summary>When the first of what had to stay may go.</summary>
    public DateTime? RestOn { get; private set; }

    public ErasurePlan AsPlanned => ErasurePlan.Read(Plan, PersonId ?? Guid.Empty);

    internal static ErasureRun Begin(ErasurePlan plan, DateTime on, DateTime startsOn, Guid? request) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = plan.Person,
        State = startsOn > on ? ErasureState.CoolingOff : ErasureState.Planned,
        Reach = plan.Scope.Reach,
        Ground = plan.Ground,
        Plan = plan.ToJson(),
        PlannedOn = on,
        StartsOn = startsOn,
        RequestId = request,
    };

    /// <summary>What this one has to leave is taken up when the first term is over, and completes the same certificate.</summary>
    internal ErasureRun Continue(ErasurePlan plan, Guid? proof, DateTime on) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = PersonId,
        State = ErasureState.Planned,
        Reach = ErasureReach.Rest,
        Ground = Ground,
        Plan = plan.ToJson(),
        PlannedOn = on,
        StartsOn = RestOn!.Value,
        RequestId = RequestId,
        CertificateId = CertificateId,
        ProofId = proof,
    };

    public void TakeBack(DateTime on)
    {
        Move(ErasureState.TakenBack, ErasureState.CoolingOff);
        EndedOn = on;
    }

    internal void Execute(ErasurePlan plan, Guid? erasure, Guid? proof, Guid? mail, Guid certificate, DateTime on)
    {
        Move(ErasureState.Executing, ErasureState.Planned, ErasureState.CoolingOff);
        (Plan, ErasureId, ProofId, MailId, CertificateId, ErasedOn) = (plan.ToJson(), erasure, proof, mail, certificate, on);
    }

    internal void Verify() => Move(ErasureState.Verifying, ErasureState.Executing);

    internal void Soil(string found, DateTime on, DateTime again)
    {
        Move(ErasureState.Dirty, ErasureState.Verifying, ErasureState.Dirty);
        (Found, CheckedOn, NextTryOn, Tries) = (found.Length > FoundLength ? found[..FoundLength] : found, on, again, Tries + 1);
    }

    internal void Clear(string searched, DateTime on)
    {
        Move(ErasureState.Clean, ErasureState.Verifying, ErasureState.Dirty);
        (Found, Searched, CheckedOn, NextTryOn, Tries) = ("", searched, on, null, Tries + 1);
    }

    /// <param name="rest">When the first of what had to stay may go; null where nothing did.</param>
    internal void Certify(DateTime? rest, DateTime on)
    {
        Move(ErasureState.Certified, ErasureState.Clean);
        (RestOn, EndedOn) = (rest, rest is null ? on : null);
    }

    /// <summary>What had to stay is taken up by another run.</summary>
    internal void HandOn(DateTime on) => (RestOn, EndedOn) = (null, on);

    /// <summary>Nobody is left to whom it could lead.</summary>
    internal void Forget() => PersonId = null;

    private void Move(ErasureState to, params ReadOnlySpan<ErasureState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"An erasure that is {State} cannot become {to}.");
        }

        State = to;
    }

    public sealed class Mapping : IEntityTypeConfiguration<ErasureRun>
    {
        public void Configure(EntityTypeBuilder<ErasureRun> builder)
        {
            builder.ToTable("ErasureRuns");
            builder.Property(run => run.Id).ValueGeneratedNever();
            builder.Property(run => run.Found).HasMaxLength(FoundLength);
            builder.Ignore(run => run.AsPlanned);
            builder.HasIndex(run => run.PersonId, "OneErasureAtATime").IsUnique().HasFilter("\"State\" IN ('Executing', 'Verifying', 'Dirty', 'Clean')");
            builder.HasIndex(run => new { run.PersonId, run.State });
            builder.HasIndex(run => run.State);
            builder.HasIndex(run => run.RequestId);
        }
    }
}
