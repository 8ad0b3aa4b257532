using MimeKit;

namespace SrmBlazor.Features.Notifications;

/// <summary>A letter as it lies in the <see cref="MailFolder"/>.</summary>
/// <param name="Id">its file name without extension</param>
/// <param name="SentOn">UTC</param>
public sealed record FolderLetter(string Id, string To, string Subject, DateTime SentOn, string Text)
{
    /// <summary>The text by lines, each with the address that it consists of, if it is a link.</summary>
    public IEnumerable<(string Line, Uri? Link)> Lines => Text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => (line, LinkIn(line)));

    public override string ToString() => "***";

    internal static FolderLetter Read(FileInfo file)
    {
        using var message = MimeMessage.Load(file.FullName);
        return new(
            Path.GetFileNameWithoutExtension(file.Name),
            string.Join(", ", message.To.Mailboxes.Select(mailbox => mailbox.Address)),
            message.Subject ?? "",
            message.Date.UtcDateTime,
            message.TextBody ?? "");
    }

    private static Uri? LinkIn(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var link) && link.Scheme is ("http" or "https") ? link : null;
}
