using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Disclosures;

public enum NoticeCause
{
    Correction,
    Deletion,
    Withdrawal,
}

public enum NoticeState
{
    /// <summary>Written to; the answer is awaited.</summary>
    Sent,

    /// <summary>The recipient says that it has done what was asked.</summary>
    Acknowledged,

    Refused,

    /// <summary>No answer in time; reminded once.</summary>
    Overdue,

    /// <summary>Nobody can be told.</summary>
    Impossible,

    /// <summary>Not to be asked: the law forbids it, or the person authorised this recipient separately.</summary>
    NotAsked,
}

/// <summary>Why a recipient was not asked, refused, or could not be told. A closed list: nothing is typed that could name anybody.</summary>
public enum NoticeReason
{
    LawForbids,
    AuthorisedSeparately,
    LawDemandsKeeping,
    LegalClaims,
    NotReachable,
    Gone,
    TooMuchEffort,
}

/// <summary>One recipient told of one correction, deletion or withdrawal of one person.</summary>
public sealed class RecipientNotice : IHandled
{
    private RecipientNotice()
    {
    }

    public static Handling Handling { get; } = Handling.WithTerm<RecipientNotice>(For.Accountability, new Retention(3, 0), nameof(SentOn),
        nameof(RecipientKey), nameof(Cause), nameof(CauseId), nameof(References), nameof(State), nameof(Reason), nameof(MailId), nameof(AnswerBy), nameof(AnsweredOn));

    public Guid Id { get; private init; }

    public Guid? PersonId { get; private set; }

    public string RecipientKey { get; private init; } = "";

    public NoticeCause Cause { get; private init; }

    /// <summary>The decision, the case event or the request that it follows from.</summary>
    public Guid CauseId { get; private init; }

    /// <summary>The disclosures it is about, as the recipient knows them.</summary>
    public string References { get; private init; } = "";

    public NoticeState State { get; private set; }

    public NoticeReason? Reason { get; private set; }

    /// <summary>The letter; none where nobody was written to.</summary>
    public Guid? MailId { get; private set; }

    public DateTime SentOn { get; private init; }

    public DateTime AnswerBy { get; private init; }

    public DateTime? AnsweredOn { get; private set; }

    /// <summary>An answer can still come.</summary>
    public bool IsOpen => State is NoticeState.Sent or NoticeState.Overdue;

    /// <summary>What may be answered, with the reasons each can have.</summary>
    public static IReadOnlyList<NoticeReason> ReasonsFor(NoticeState state) => state switch
    {
        NoticeState.Refused => [NoticeReason.LawDemandsKeeping, NoticeReason.AuthorisedSeparately, NoticeReason.LegalClaims],
        NoticeState.Impossible => [NoticeReason.NotReachable, NoticeReason.Gone, NoticeReason.TooMuchEffort],
        NoticeState.NotAsked => [NoticeReason.LawForbids, NoticeReason.AuthorisedSeparately],
        NoticeState.Sent or NoticeState.Acknowledged or NoticeState.Overdue => [],
    };

    internal static RecipientNotice Of(Guid person, string recipient, NoticeCause cause, Guid causeId, IEnumerable<string> references, DateTime on, TimeSpan answerWithin) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = person,
        RecipientKey = recipient,
        Cause = cause,
        CauseId = causeId,
        References = string.Join(' ', references),
        SentOn = on,
        AnswerBy = on + answerWithin,
    };

    internal void SendBy(Guid mail) => MailId = mail;

    /// <summary>Nobody is written to.</summary>
    internal void Leave(NoticeState state, NoticeReason reason) => (State, Reason) = (Fitting(state, reason), reason);

    /// <summary>The recipient's answer, or what staff found out. A later answer takes the place of a refusal or of silence.</summary>
    /// <exception cref="InvalidOperationException">It was acknowledged or never asked, or the reason does not go with the answer.</exception>
    public void Answer(NoticeState state, NoticeReason? reason, DateTime on)
    {
        if (State is NoticeState.Acknowledged or NoticeState.NotAsked)
        {
            throw new InvalidOperationException($"A notice that is {State} takes no answer.");
        }

        (State, Reason, AnsweredOn) = (Fitting(state, reason), reason, on);
    }

    /// <exception cref="InvalidOperationException">It is answered.</exception>
    public void Lapse() => State = State == NoticeState.Sent ? NoticeState.Overdue : throw new InvalidOperationException($"A notice that is {State} cannot be overdue.");

    /// <summary>Whether an answer is one, and has a reason where it needs one.</summary>
    public static bool Fits(NoticeState state, NoticeReason? reason) =>
        state is NoticeState.Acknowledged or NoticeState.Refused or NoticeState.Impossible
        && (ReasonsFor(state) is { Count: > 0 } reasons ? reason is { } given && reasons.Contains(given) : reason is null);

    private static NoticeState Fitting(NoticeState state, NoticeReason? reason) =>
        Fits(state, reason) || (state == NoticeState.NotAsked && reason is { } why && ReasonsFor(state).Contains(why)) ? state
            : throw new InvalidOperationException($"{reason} is no reason for {state}.");

    public sealed class Mapping : IEntityTypeConfiguration<RecipientNotice>
    {
        public void Configure(EntityTypeBuilder<RecipientNotice> builder)
        {
            builder.ToTable("RecipientNotices");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.RecipientKey).HasMaxLength(Recipient.KeyLength);
            builder.Property(one => one.References).HasMaxLength(Disclosure.ItemsLength);
            builder.HasIndex(one => one.PersonId);
            builder.HasIndex(one => one.State);
            builder.HasIndex(one => new { one.CauseId, one.RecipientKey }).IsUnique();
        }
    }
}
