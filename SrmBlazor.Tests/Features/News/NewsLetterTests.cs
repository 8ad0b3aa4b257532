using AngleSharp.Html.Parser;
using MimeKit;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

public sealed class NewsLetterTests
{
    private static readonly Uri Unsubscribe = new("https://portal.test/mail/unsubscribe?token=abc");
    private static readonly Uri Picture = new("https://portal.test/mail/opened/def");

    public static TheoryData<string, bool, string, string> Approved => new()
    {
        {
            "en", false, "Example Trading: Harbour closed",
            """
            The harbour is closed on Monday.

            Please deliver on Tuesday.
            Gate 2 is open.

            You receive this message because you agreed to news from Example Trading on our supplier portal. Example Trading answers for it. Questions: privacy@operator.test

            Unsubscribe from mails of this kind:
            https://portal.test/mail/unsubscribe?token=abc

            """
        },
        {
            "en", true, "Example Trading: Harbour closed",
            """
            The harbour is closed on Monday.

            Please deliver on Tuesday.
            Gate 2 is open.

            Because you agreed, this message contains a picture of our site that tells us once that it was opened. On our supplier portal, under "My consents", you can take that back, and the news keeps coming.

            You receive this message because you agreed to news from Example Trading on our supplier portal. Example Trading answers for it. Questions: privacy@operator.test

            Unsubscribe from mails of this kind:
            https://portal.test/mail/unsubscribe?token=abc

            """
        },
        {
            "zh-CN", false, "示例贸易公司：港口关闭",
            """
            港口周一关闭。

            请于周二送货。

            您在供应商门户上同意接收示例贸易公司的资讯，因此收到本邮件。本邮件由示例贸易公司负责。如有疑问，请联系：privacy@operator.test

            不再接收此类邮件:
            https://portal.test/mail/unsubscribe?token=abc

            """
        },
        {
            "zh-CN", true, "示例贸易公司：港口关闭",
            """
            港口周一关闭。

            请于周二送货。

            经您同意，本邮件含有一张来自本网站的图片，仅用于让我们知道本邮件已被打开一次。您可以在供应商门户的“我的同意”页面撤回，资讯照常发送。

            您在供应商门户上同意接收示例贸易公司的资讯，因此收到本邮件。本邮件由示例贸易公司负责。如有疑问，请联系：privacy@operator.test

            不再接收此类邮件:
            https://portal.test/mail/unsubscribe?token=abc

            """
        },
    };

    [Theory]
    [MemberData(nameof(Approved))]
    [Promise("P-3.1-08")]
    public void The_letter_is_complete_as_plain_text(string language, bool measured, string subject, string text)
    {
        var message = Travelled(Write(language, measured));

        Assert.Equal(subject, message.Subject);
        Assert.Equal(text, message.TextBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [Promise("P-3.1-06")]
    public void Only_for_a_reader_who_allows_it_the_html_has_one_picture_of_this_site_and_never_another_link(string language)
    {
        var (plain, measured) = (PageOf(Write(language, measured: false)), PageOf(Write(language, measured: true)));

        Assert.Empty(plain.QuerySelectorAll("[src], [background], [style], link, style, script, iframe, img"));
        var picture = Assert.Single(measured.QuerySelectorAll("[src], [background], [style], link, style, script, iframe, img"));
        Assert.Equal(("IMG", Picture.AbsoluteUri, ""), (picture.TagName, picture.GetAttribute("src"), picture.GetAttribute("alt")));
        Assert.All([plain, measured], page => Assert.Equal([Unsubscribe.AbsoluteUri], page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href"))));
    }

    [Fact]
    [Promise("P-3.1-08")]
    public void The_mail_program_finds_where_to_unsubscribe_by_itself()
    {
        var message = Travelled(Write("zh-CN", measured: true));

        Assert.Equal("<https://portal.test/mail/unsubscribe?token=abc>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [Promise("P-3.1-06")]
    public void No_letter_that_the_service_needs_can_be_unsubscribed_from_or_loads_anything(string language) =>
        Assert.All(LetterSamples.All(language), letter =>
        {
            var message = Travelled(letter);
            Assert.DoesNotContain(message.Headers, header => header.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
            Assert.Empty(PageOf(letter).QuerySelectorAll("[src], [background], [style], link, style, script, iframe, img"));
            Assert.Equal([LetterSamples.Link.AbsoluteUri], PageOf(letter).QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")));
        });

    [Fact]
    public void Markup_in_news_stays_text()
    {
        var text = Newsroom.Text with { EnglishText = "<img src=x onerror=alert(1)>\n\n<a href='https://else.test'>x</a>", EnglishSubject = "<b>\r\nBcc: other@supplier.test" };

        var letter = NewsLetter.Write(new Addressee("reader@supplier.test", "en"), LetterSamples.English, text, Unsubscribe, null);

        Assert.Empty(PageOf(letter).QuerySelectorAll("img, a[href*=else]"));
        Assert.Equal("Example Trading: <b> Bcc: other@supplier.test", Travelled(letter).Subject);
    }

    private static Letter Write(string language, bool measured) =>
        NewsLetter.Write(new Addressee("reader@supplier.test", language), LetterSamples.From(language), Newsroom.Text, Unsubscribe, measured ? Picture : null);

    private static AngleSharp.Html.Dom.IHtmlDocument PageOf(Letter letter) => new HtmlParser().ParseDocument(Travelled(letter).HtmlBody!);

    private static MimeMessage Travelled(Letter letter)
    {
        using var wire = new MemoryStream();
        LetterMime.Compose(letter, new MessageId("0f3a@operator.test"), LetterSamples.Options().Value, DateTimeOffset.UnixEpoch).WriteTo(wire);
        wire.Position = 0;
        return MimeMessage.Load(wire);
    }
}
