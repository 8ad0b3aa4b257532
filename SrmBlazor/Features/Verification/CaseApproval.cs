using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>Why a child's case is to be opened. A list, not free text: a reason must not name a person.</summary>
public enum ApprovalReason
{
    IdentityCheck,
    AfterCorrection,
    GuardianAsked,
    LegalRequest,
}

public enum ApprovalState
{
    Asked,
    Approved,
    Declined,
}

/// <summary>A verifier asks that a child's case be opened, and another person answers. Good for whoever asked, and for a day.</summary>
public sealed class CaseApproval : IHandled
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private CaseApproval()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<CaseApproval>(For.Accountability, new Retention(3, 0), nameof(AskedOn),
        nameof(RegistrationId), nameof(Reason), nameof(State), nameof(AskedBy), nameof(AnsweredBy), nameof(AnsweredOn));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public Guid RegistrationId { get; private init; }

    public ApprovalReason Reason { get; private init; }

    public ApprovalState State { get; private set; }

    public Guid AskedBy { get; private init; }

    public DateTime AskedOn { get; private init; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredOn { get; private set; }

    public static CaseApproval Ask(SupplierRegistration registration, ApprovalReason reason, Act act) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = registration.PersonId,
        RegistrationId = registration.Id,
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
            builder.HasIndex(one => one.PersonId);
            builder.HasIndex(one => new { one.RegistrationId, one.AskedBy });
            builder.HasIndex(one => one.State);
        }
    }
}
