using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Notifications;

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>Its time was over before a server took it.</summary>
    Lapsed,

    /// <summary>The receiving side refused it for good.</summary>
    Refused,
}

/// <summary>One mail on its way: whose, which letter, how far. What it says, and to which mailbox, is in its sealed record.</summary>
public sealed class OutboxMail : IHandled
{
    public const int CodeLength = 20;
    public const int LetterLength = 40;
    public const int MessageIdLength = 254;
    public const int NeedsLength = 100;

    private OutboxMail()
    {
    }

    /// <summary>Three years: so long it can be shown that a notice the law demands was sent.</summary>
    public static Handling Handling { get; } = Handling.WithTerm<OutboxMail>(For.Accountability, new Retention(3, 0), nameof(DoneOn),
        nameof(RecordId), nameof(MessageId), nameof(Letter), nameof(Needs), nameof(State), nameof(Attempts), nameof(QueuedOn), nameof(UsefulUntil), nameof(NextTryOn), nameof(LastCode));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public Guid RecordId { get; private init; }

    /// <summary>The same for every attempt; random, so it names nobody.</summary>
    public string MessageId { get; private init; } = "";

    /// <summary>Which of <see cref="Letters"/>.</summary>
    public string Letter { get; private init; } = "";

    /// <summary>Keys of the purposes that must be live at every attempt, parted by spaces.</summary>
    public string Needs { get; private init; } = "";

    public MailState State { get; private set; }

    /// <summary>Counted when an attempt begins, so that one cut short by a crash counts too.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before. While an attempt is under way it lies behind that attempt's end. Null: written ahead and not yet released, or done.</summary>
    public DateTime? NextTryOn { get; private set; }

    public DateTime QueuedOn { get; private init; }

    /// <summary>When the letter lapses: thirty days after queuing, or earlier where its link dies earlier.</summary>
    public DateTime UsefulUntil { get; private init; }

    public DateTime? DoneOn { get; private set; }

    /// <summary>The last trouble as <see cref="MailOutcome"/> names it.</summary>
    public string LastCode { get; private set; } = "";

    internal static OutboxMail Queue(Guid id, Guid person, Guid record, MessageId messageId, Letter letter, DateTime on, bool released, params Purpose[] needs)
    {
        var patience = on + RetrySchedule.Patience;
        return new()
        {
            Id = id,
            PersonId = person,
            RecordId = record,
            MessageId = messageId.Value,
            Letter = letter.Name,
            Needs = string.Join(' ', needs.Select(purpose => purpose.Key)),
            QueuedOn = on,
            UsefulUntil = letter.UsefulUntil < patience ? letter.UsefulUntil.Value : patience,
            NextTryOn = released ? on : null,
        };
    }

    public sealed class Mapping : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.ToTable("OutboxMails");
            builder.Property(mail => mail.Id).ValueGeneratedNever();
            builder.Property(mail => mail.MessageId).HasMaxLength(MessageIdLength);
            builder.Property(mail => mail.Letter).HasMaxLength(LetterLength);
            builder.Property(mail => mail.Needs).HasMaxLength(NeedsLength);
            builder.Property(mail => mail.LastCode).HasMaxLength(CodeLength);
            builder.HasIndex(mail => new { mail.State, mail.UsefulUntil });
            builder.HasIndex(mail => mail.PersonId);
        }
    }
}
