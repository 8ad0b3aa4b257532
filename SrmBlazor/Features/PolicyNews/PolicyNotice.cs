using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>How one person was told of one version of the policy: by mail, on a page, and whether they said that they had read it.</summary>
public sealed class PolicyNotice : IHandled
{
    private PolicyNotice()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<PolicyNotice>(For.Accountability, nameof(Version), nameof(MailedOn), nameof(SeenOn), nameof(DismissedOn));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public int Version { get; private init; }

    public DateTime? MailedOn { get; private set; }

    /// <summary>When a page first showed it.</summary>
    public DateTime? SeenOn { get; private set; }

    /// <summary>When the person said "I have read it"; from then on no page shows it again.</summary>
    public DateTime? DismissedOn { get; private set; }

    public static PolicyNotice To(Guid person, int version) => new() { Id = Guid.CreateVersion7(), PersonId = person, Version = version };

    public void Mailed(DateTime on) => MailedOn ??= on;

    public void Seen(DateTime on) => SeenOn ??= on;

    public void Dismiss(DateTime on) => (SeenOn, DismissedOn) = (SeenOn ?? on, DismissedOn ?? on);

    public sealed class Mapping : IEntityTypeConfiguration<PolicyNotice>
    {
        public void Configure(EntityTypeBuilder<PolicyNotice> builder)
        {
            builder.ToTable("PolicyNotices");
            builder.Property(notice => notice.Id).ValueGeneratedNever();
            // nobody is mailed twice about one version
            builder.HasIndex(notice => new { notice.PersonId, notice.Version }).IsUnique();
        }
    }
}
