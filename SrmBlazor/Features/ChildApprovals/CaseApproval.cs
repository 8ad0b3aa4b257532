using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.ChildApprovals;

/// <summary>Why a child's case is to be opened. A list, not free text: a reason must not name a person.</summary>
public enum ApprovalReason
{
    IdentityCheck,
    AfterCorrection,

    /// <summary>Something was asked about the child's data and has to be answered.</summary>
    AnswerRequest,
    GuardianAsked,
    LegalRequest,
}

public enum ApprovalState
{
    Asked,
    Approved,
    Declined,
}

/// <summary>
/// Staff ask that a child's case be opened, an identity check or a request about data, and another person answers. Good for this case, for
/// whoever asked, and for a day.
/// </summary>
public sealed class CaseApproval : IHandled
{
    public const int ReferenceLength = 20;

    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private CaseApproval()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<CaseApproval>(For.Accountability, new Retention(3, 0), nameof(AskedOn),
        nameof(CaseId), nameof(Reference), nameof(Reason), nameof(State), nameof(AskedBy), nameof(AnsweredBy), nameof(AnsweredOn));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    /// <summary>The registration or the request.</summary>
    public Guid CaseId { get; private init; }

    /// <summary>What is quoted of it.</summary>
    public string Reference { get; private init; } = "";

    public ApprovalReason Reason { get; private init; }

    public ApprovalState State { get; private set; }

    public Guid AskedBy { get; private init; }

    public DateTime AskedOn { get; private init; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredOn { get; private set; }

    public static CaseApproval Ask(ChildCase asked, ApprovalReason reason, Act act) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = asked.Person,
        CaseId = asked.Id,
        Reference = asked.Reference,
        Reason = reason,
        AskedBy = act.Who,
        AskedOn = act.On,
    };

    /// <exception cref="InvalidOperationException">It was answered already, or by whoever asked.</exception>
    public void Answer(bool approve, Act act)
    {
        if (State != ApprovalState.Asked || act.Who == AskedBy)
        {
            throw new InvalidOperationException("An approval is given once, and by a second person.");
        }

        (State, AnsweredBy, AnsweredOn) = (approve ? ApprovalState.Approved : ApprovalState.Declined, act.Who, act.On);
    }

    public bool OpensOn(DateTime now) => State == ApprovalState.Approved && now < AnsweredOn + Life;

    public sealed class Mapping : IEntityTypeConfiguration<CaseApproval>
    {
        public void Configure(EntityTypeBuilder<CaseApproval> builder)
        {
            builder.ToTable("CaseApprovals");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Reference).HasMaxLength(ReferenceLength);
            builder.HasIndex(one => one.PersonId);
            builder.HasIndex(one => new { one.CaseId, one.AskedBy });
            builder.HasIndex(one => one.State);
        }
    }
}
