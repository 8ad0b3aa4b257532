using System.Net;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class PreferenceTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("")]
    public async Task A_preference_leads_nowhere_but_home_when_the_way_back_is_not_ours(string returnUrl)
    {
        using var client = host.Client();

        foreach (var change in (string[])["/culture/set?culture=en", "/theme/set?theme=dark", "/font/set?size=large"])
        {
            using var response = await client.GetAsync(new Uri($"{change}&returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative));

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal("/", response.Headers.Location!.ToString());
        }
    }

    [Fact]
    [Promise("P-3.1-04")]
    public async Task A_preference_leads_back_to_the_page_it_was_set_on()
    {
        using var client = host.Client();

        using var response = await client.GetAsync(new Uri("/theme/set?theme=dark&returnUrl=%2Fregister%2Fcontact%3Ffrom%3Dreview", UriKind.Relative));

        Assert.Equal("/register/contact?from=review", response.Headers.Location!.ToString());
        Assert.Contains("max-age=31536000", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    [Promise("P-3.1-10")]
    public async Task With_a_privacy_signal_a_preference_lasts_for_the_visit_only(string signal)
    {
        using var client = host.Client((signal, "1"));

        foreach (var change in (string[])["/culture/set?culture=zh-CN", "/theme/set?theme=dark", "/font/set?size=large"])
        {
            using var response = await client.GetAsync(new Uri(change, UriKind.Relative));

            var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
            Assert.DoesNotContain("max-age", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Another_site_cannot_change_a_preference()
    {
        using var client = host.Client(("Sec-Fetch-Site", "cross-site"));

        using var response = await client.GetAsync(new Uri("/theme/set?theme=dark", UriKind.Relative));

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_first_visit_sets_no_preference()
    {
        using var client = host.Client();

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.All(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie => Assert.StartsWith("antiforgery=", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("de,en-GB;q=0.8,zh;q=0.5", "en")]
    [InlineData("fr", "en")]
    [InlineData("en;q=0.4,zh-Hans-CN;q=0.9", "zh-CN")]
    public async Task The_language_is_the_one_the_browser_prefers_of_ours(string acceptLanguage, string expected)
    {
        using var client = host.Client(("Accept-Language", acceptLanguage));

        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains($"<html lang=\"{expected}\"", page, StringComparison.Ordinal);
    }
}
