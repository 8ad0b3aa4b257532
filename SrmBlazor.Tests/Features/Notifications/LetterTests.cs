using System.Text.Json;
using MimeKit;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications;

public sealed class LetterTests
{
    public static readonly TheoryData<string> NotOneMailbox =
    [
        "",
        "reader",
        "@supplier.test",
        "reader@",
        "reader@supplier.test\r\nBcc: other@supplier.test",
        "reader@supplier.test\nX-Extra: 1",
        "reader@supplier.test\r",
        "reader\r\n @supplier.test",
        "reader@supplier.test\u2028Bcc: other@supplier.test",
        "reader@supplier.test\u0085Bcc: other@supplier.test",
        "reader@supplier.test\0",
        "reader@supplier.test, other@supplier.test",
        "reader@supplier.test;other@supplier.test",
        "Reader <reader@supplier.test>",
        "<reader@supplier.test>",
        "reader@supplier.test (note)",
        "group: reader@supplier.test;",
    ];

    [Theory]
    [MemberData(nameof(NotOneMailbox))]
    public void Only_one_bare_mailbox_can_be_written_to_and_a_refusal_does_not_repeat_it(string mailbox)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => LetterSamples.Activation(mailbox: mailbox));

        Assert.Equal("A letter needs exactly one bare mailbox address. (Parameter 'to')", refusal.Message);
    }

    [Fact]
    public void A_changed_copy_of_a_letter_is_held_to_the_same_rules()
    {
        var letter = LetterSamples.Activation();

        Assert.ThrowsAny<ArgumentException>(() => letter with { To = "reader@supplier.test\r\nBcc: other@supplier.test" });
        Assert.Equal("one two", (letter with { Subject = "one\r\ntwo" }).Subject);
    }

    [Theory]
    [InlineData("reader@supplier.test")]
    [InlineData("first.last+srm@sub.supplier.test")]
    [InlineData("张伟@例子.test")]
    public void An_ordinary_mailbox_is_taken_as_it_is(string mailbox) =>
        Assert.Equal(mailbox, LetterSamples.Activation(mailbox: mailbox).To);

    [Theory]
    [InlineData("\r\nBcc: other@supplier.test")]
    [InlineData("\nX-Extra: 1")]
    [InlineData("\rX-Extra: 1")]
    [InlineData("\r\n\r\n<b>body</b>")]
    [InlineData("\u2028X-Extra: 1")]
    [InlineData("\u0085X-Extra: 1")]
    [InlineData("\0\v\fX-Extra: 1")]
    public void A_line_end_in_a_name_makes_no_header(string ending)
    {
        var options = LetterSamples.Options().Value;
        options.FromName["en"] = "Portal" + ending;
        var letter = Letters.Activation(new Addressee("reader@supplier.test", "en"), new LetterSender("Company" + ending, "contact"), LetterSamples.Link, LetterSamples.LinkDiesOn);

        var message = Travelled(letter, options);

        Assert.Equal(
            ["Auto-Submitted", "Content-Language", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To", "X-Auto-Response-Suppress"],
            message.Headers.Concat(message.Body!.Headers).Select(header => header.Field).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(message.Subject!, char.IsControl);
        Assert.Equal("reader@supplier.test", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal("portal@operator.test", Assert.Single(message.From.Mailboxes).Address);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [Promise("P-3.1-06", "P-3.1-08")]
    public void The_html_says_what_the_text_says_and_loads_nothing(string language)
    {
        var letter = LetterSamples.Activation(language);

        var html = Travelled(letter).HtmlBody!;

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Equal([LetterSamples.Link.AbsoluteUri], page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("[src], [style], [background], link, style, script, img, iframe, form"));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.All(letter.Paragraphs, paragraph => Assert.Contains(paragraph.Replace("\n", "", StringComparison.Ordinal), page.Body!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_in_a_name_stays_text()
    {
        var letter = Letters.Activation(new Addressee("reader@supplier.test", "en"), new LetterSender("<img src=x onerror=alert(1)>", "\"><script>"), LetterSamples.Link, LetterSamples.LinkDiesOn);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Travelled(letter).HtmlBody!);

        Assert.Empty(page.QuerySelectorAll("img, script"));
        Assert.Contains("<img src=x onerror=alert(1)>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/activate")]
    [InlineData("ftp://portal.test/")]
    public void A_link_leads_to_a_web_address_or_nowhere(string address) =>
        Assert.ThrowsAny<ArgumentException>(() => new LetterLink("Open", new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void A_letter_comes_back_from_json_as_it_was()
    {
        var letter = LetterSamples.Activation("zh-CN");

        var back = JsonSerializer.Deserialize<Letter>(JsonSerializer.Serialize(letter))!;

        Assert.Equal(letter with { Paragraphs = back.Paragraphs }, back);
        Assert.Equal(letter.Paragraphs, back.Paragraphs);
    }

    [Fact]
    public void A_letter_in_a_log_line_says_nothing()
    {
        var letter = LetterSamples.Activation();

        Assert.Equal("*** *** ***", $"{letter} {letter.Link} {new Addressee("reader@supplier.test", "en")}");
    }

    [Theory]
    [InlineData("../up@operator.test")]
    [InlineData("a/b@operator.test")]
    [InlineData("a@b@operator.test")]
    [InlineData("a@operator.test\r\nBcc: x")]
    [InlineData("a@.test")]
    [InlineData("@operator.test")]
    [InlineData("a")]
    public void A_message_id_is_safe_in_a_header_and_as_a_file_name(string value) =>
        Assert.Throws<FormatException>(() => new MessageId(value));

    [Fact]
    public void A_new_message_id_is_random_and_of_the_senders_domain()
    {
        var options = LetterSamples.Options().Value;

        var (one, other) = (MessageId.New(options), MessageId.New(options));

        Assert.NotEqual(one, other);
        Assert.EndsWith("@operator.test", one.Value, StringComparison.Ordinal);
    }

    private static MimeMessage Travelled(Letter letter, MailOptions? options = null)
    {
        using var wire = new MemoryStream();
        LetterMime.Compose(letter, new MessageId("0f3a@operator.test"), options ?? LetterSamples.Options().Value, DateTimeOffset.UnixEpoch).WriteTo(wire);
        wire.Position = 0;
        return MimeMessage.Load(wire);
    }
}
