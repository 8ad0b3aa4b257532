using System.Net;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class ArrivalTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("en", "cookies that make this site work")]
    [InlineData("zh-CN", "Cookie")]
    [Promise("P-0-01")]
    public async Task The_first_page_says_that_cookies_are_used_and_why_and_leads_to_all_of_them(string language, string said)
    {
        using var client = host.Client(("Accept-Language", language));

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/", UriKind.Relative)));

        var notice = page[page.IndexOf("<aside", StringComparison.Ordinal)..page.IndexOf("</aside>", StringComparison.Ordinal)];
        Assert.Contains(said, notice, StringComparison.Ordinal);
        Assert.Matches("href=\"[^\"]*cookies\"", notice);
    }
}
