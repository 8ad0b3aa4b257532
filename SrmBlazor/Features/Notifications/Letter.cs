using MimeKit;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// One message to one mailbox: paragraphs of plain text and at most one link. It becomes text/plain and an equal text/html;
/// there is no way to put a counted link into it, and no picture but the one that a reader allowed. It can be written to JSON and read back.
/// </summary>
/// <exception cref="ArgumentException">the mailbox is not one bare address, or the link is not http(s); the message does not repeat it</exception>
public sealed record Letter(string To, string Language, string Subject, IReadOnlyList<string> Paragraphs, LetterLink? Link = null)
{
    public const int LongestMailbox = 254;

    public string To { get; init => field = OneMailbox(value); } = OneMailbox(To);

    public string Subject { get; init => field = OneLine.Of(value); } = OneLine.Of(Subject);

    /// <summary>Which of <see cref="Letters"/> it is: a fixed name that tells nothing of its reader.</summary>
    public string Name { get; init; } = "";

    /// <summary>UTC; after it the letter is not delivered any more, because its link is dead. Null: no limit of its own.</summary>
    public DateTime? UsefulUntil { get; init; }

    /// <summary>Where its reader, or their mail program by itself, takes back that such letters come (RFC 8058). Null for a letter that the service needs.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>A picture of this site that is asked for when the letter is opened. Only ever for a reader who agreed to that.</summary>
    public Uri? Picture { get; init; }

    /// <summary>Says nothing: a letter that strays into a log line must not name its reader.</summary>
    public override string ToString() => "***";

    /// <summary>Whether a value is one bare address that can stand in a header as it is.</summary>
    public static bool IsMailbox(string? value) =>
        value is { Length: > 0 and <= LongestMailbox }
        && OneLine.Of(value) == value
        && !value.Any(char.IsWhiteSpace)
        && MailboxAddress.TryParse(value, out var parsed)
        && parsed.Address == value
        && parsed.LocalPart.Length > 0 && parsed.Domain.Length > 0;

    private static string OneMailbox(string to) =>
        IsMailbox(to) ? to : throw new ArgumentException("A letter needs exactly one bare mailbox address.", nameof(to));
}
