using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>Whether one kind of notice comes by mail too, as its reader wants it. Without a row it does.</summary>
public sealed class MailChoice : IHandled
{
    private MailChoice()
    {
    }

    public static Handling Handling { get; } = Handling.WhileHeld<MailChoice>(For.DeliverMessage, nameof(Kind), nameof(ByMail), nameof(ChangedOn));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public InboxKind Kind { get; private init; }

    public bool ByMail { get; private set; }

    public DateTime ChangedOn { get; private set; }

    /// <exception cref="ArgumentException">The kind cannot be switched off.</exception>
    internal static MailChoice Of(Guid person, InboxKind kind) => kind.MustBeMailed()
        ? throw new ArgumentException($"{kind} always comes by mail.", nameof(kind))
        : new MailChoice { Id = Guid.CreateVersion7(), PersonId = person, Kind = kind, ByMail = true };

    internal void Choose(bool byMail, DateTime on) => (ByMail, ChangedOn) = (byMail, on);

    internal static async Task<bool> IsWantedAsync(SrmDbContext db, Guid person, InboxKind kind) =>
        kind.MustBeMailed() || !await db.Set<MailChoice>().AnyAsync(choice => choice.PersonId == person && choice.Kind == kind && !choice.ByMail);

    public sealed class Mapping : IEntityTypeConfiguration<MailChoice>
    {
        public void Configure(EntityTypeBuilder<MailChoice> builder)
        {
            builder.ToTable("MailChoices");
            builder.Property(choice => choice.Id).ValueGeneratedNever();
            builder.HasIndex(choice => new { choice.PersonId, choice.Kind }).IsUnique();
        }
    }
}
