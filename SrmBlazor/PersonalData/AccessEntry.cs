using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

/// <summary>Why staff look at a value in clear. A list, not free text: a reason must not name a person.</summary>
public enum RevealReason
{
    /// <summary>A case was opened; values were masked.</summary>
    CaseOpened,

    CompareWithScan,
    PersonAsked,
    SuspectedDuplicate,
    SuspectedFraud,
    LegalRequest,

    /// <summary>To see whether the registration can go on: both sides of a screening are put beside each other.</summary>
    Review,

    /// <summary>Somebody looked for the whole name and was shown what waits; nothing was opened.</summary>
    NameSearched,
}

/// <summary>One line of the access ledger.</summary>
public sealed class AccessEntry : IHandled
{
    private AccessEntry()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<AccessEntry>(For.Accountability, new Retention(3, 0),
        nameof(On), nameof(Day), nameof(StaffId), nameof(Role), nameof(CaseId), nameof(Kind), nameof(Reason));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public Guid StaffId { get; private init; }

    /// <summary>The roles the staff member held then.</summary>
    public Role Role { get; private init; }

    public DateTime On { get; private init; }

    public DateOnly Day { get; private init; }

    public Guid CaseId { get; private init; }

    public string Kind { get; private init; } = "";

    public RevealReason Reason { get; private init; }

    internal static AccessEntry Of(Guid person, Act act, Guid subject, string kind, RevealReason reason) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        StaffId = act.Who,
        Role = act.Roles & Role.Staff,
        On = act.On,
        Day = DateOnly.FromDateTime(act.On),
        CaseId = subject,
        Kind = kind,
        Reason = reason,
    };

    public sealed class Mapping : IEntityTypeConfiguration<AccessEntry>
    {
        public void Configure(EntityTypeBuilder<AccessEntry> builder)
        {
            builder.ToTable("AccessEntries");
            builder.Property(entry => entry.Id).ValueGeneratedNever();
            builder.Property(entry => entry.Kind).HasMaxLength(40);
            builder.Property(entry => entry.Role).HasMaxLength(120); // several roles, written as a list
            builder.HasIndex(entry => new { entry.PersonId, entry.On });
        }
    }
}
