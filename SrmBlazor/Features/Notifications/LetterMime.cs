using System.Net;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace SrmBlazor.Features.Notifications;

/// <summary>A letter as it travels. Headers are made only by MimeKit, from values that hold no line end.</summary>
internal static class LetterMime
{
    public static MimeMessage Compose(Letter letter, MessageId id, MailOptions options, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            MessageId = id.Value,
            Date = now,
            Subject = letter.Subject,
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = PlainText(letter) },
                new TextPart(TextFormat.Html) { Text = Html(letter) }),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, OneLine.Of(options.SenderName(letter.Language)), options.FromAddress));
        message.To.Add(new MailboxAddress(Encoding.UTF8, null, letter.To));
        // RFC 3834 and its Exchange counterpart: no holiday note comes back, and no two robots talk for ever
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, letter.Language);
        if (letter.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            // RFC 8058: the mail program may post to it by itself, and only then shows its own button
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // a 7-bit message passes every server unchanged, whatever it offers
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static string PlainText(Letter letter)
    {
        var blocks = letter.Link is { } link ? Spliced(letter, Line(link)) : letter.Paragraphs;
        if (UnsubscribeOf(letter) is { } unsubscribe)
            blocks = [.. blocks, Line(unsubscribe)];
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Html(Letter letter)
    {
        var blocks = letter.Paragraphs.Select(Paragraph).ToList();
        if (letter.Link is { } link)
        {
            blocks.Insert(Math.Min(1, blocks.Count), Anchor(link));
        }

        if (UnsubscribeOf(letter) is { } unsubscribe)
            blocks.Add(Anchor(unsubscribe));
        if (letter.Picture is { } picture)
            blocks.Add($"<img src=\"{WebUtility.HtmlEncode(picture.AbsoluteUri)}\" width=\"1\" height=\"1\" alt=\"\">");

        return $"""
            <!DOCTYPE html>
            <html lang="{WebUtility.HtmlEncode(letter.Language)}">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(letter.Subject)}</title></head>
            <body>
            {string.Join('\n', blocks)}
            </body>
            </html>

            """;
    }

    private static LetterLink? UnsubscribeOf(Letter letter) =>
        letter.Unsubscribe is { } address ? new LetterLink(LetterTexts.Say(letter.Language, "Unsubscribe"), address) : null;

    private static string Line(LetterLink link) => $"{link.Label}:\n{link.Address.AbsoluteUri}";

    /// <summary>The address is also shown in full: whoever distrusts a link can read where it goes.</summary>
    private static string Anchor(LetterLink link)
    {
        var address = WebUtility.HtmlEncode(link.Address.AbsoluteUri);
        return $"<p><a href=\"{address}\">{WebUtility.HtmlEncode(link.Label)}</a><br>{address}</p>";
    }

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";

    /// <summary>The link follows the first paragraph, which says what it is for.</summary>
    private static List<string> Spliced(Letter letter, string block)
    {
        var blocks = letter.Paragraphs.ToList();
        blocks.Insert(Math.Min(1, blocks.Count), block);
        return blocks;
    }
}
