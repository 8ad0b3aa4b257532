using System.Net;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared.Web;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Cookies;

public sealed class CookiesPageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private const string Keep = "Keep my settings in this browser in spite of the signal";

    [Fact]
    public async Task The_page_names_every_cookie_of_the_register_and_so_does_the_policy()
    {
        using var visit = new Visit(host);
        var register = host.Get<CookieRegister>();

        var page = (await visit.GetAsync("/cookies")).Body;
        var policy = (await visit.GetAsync("/policy")).Body;

        Assert.All(register.All, cookie =>
        {
            var row = CookieWords.Row(register, cookie);
            Assert.All([row.Name, row.Why.English, row.Lifetime.English], words =>
            {
                Assert.Contains(words, page, StringComparison.Ordinal);
                Assert.Contains(words, policy, StringComparison.Ordinal);
            });
        });
    }

    [Theory]
    [InlineData("en", "no embedded third-party kits", "We see no Do Not Track")]
    [InlineData("zh-CN", "也没有嵌入第三方工具包（SDK）", "我们没有看到您的浏览器发出")]
    public async Task Without_a_signal_the_page_says_that_none_is_seen_and_how_to_send_one(string language, string none, string unseen)
    {
        using var visit = new Visit(host, ("Accept-Language", language));

        var page = await visit.GetAsync("/cookies");

        Assert.Contains(none, page.Body, StringComparison.Ordinal);
        Assert.Contains(unseen, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/cookies/keep\"", page.Body, StringComparison.Ordinal);
        Assert.Equal("DNT, Sec-GPC", page.Headers["Vary"]);
    }

    [Theory]
    [InlineData("DNT", "Your browser sends Do Not Track: we see your signal.")]
    [InlineData("Sec-GPC", "Your browser sends Global Privacy Control: we see your signal.")]
    public async Task A_signal_is_named_with_what_it_does(string signal, string named)
    {
        using var visit = new Visit(host, (signal, "1"));

        var page = (await visit.GetAsync("/cookies")).Body;

        Assert.Contains(named, page, StringComparison.Ordinal);
        Assert.Contains("holds for this visit only", page, StringComparison.Ordinal);
        Assert.Contains("because of your browser’s signal", page, StringComparison.Ordinal);
        Assert.Contains(Keep, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("1;x")]
    public async Task Nothing_but_a_plain_one_is_a_signal(string value)
    {
        using var visit = new Visit(host, ("DNT", value), ("Sec-GPC", value));

        Assert.Contains("We see no Do Not Track", (await visit.GetAsync("/cookies")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_lines_one_with_a_one_is_a_signal()
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Headers["DNT"] = new(["0", "1"]);

        Assert.Equal([SignalKind.DoNotTrack], PrivacySignal.Of(request));
    }

    [Theory]
    [InlineData("/cookies/let-go")]
    [InlineData("/cookies/forget?name=keep-settings")]
    public async Task An_explicit_later_choice_wins_over_the_signal_until_it_is_taken_back(string takeBack)
    {
        using var visit = new Visit(host, ("DNT", "1"));

        var before = await visit.GetAsync("/theme/set?theme=dark");
        var kept = await visit.PostAsync("/cookies/keep");
        var during = await visit.GetAsync("/font/set?size=large");
        var page = (await visit.GetAsync("/cookies")).Body;
        var back = await visit.PostAsync(takeBack);
        var after = await visit.GetAsync("/culture/set?culture=en");

        Assert.False(Lasts(before, "theme"));
        Assert.Equal("DNT, Sec-GPC", before.Headers["Vary"]);
        Assert.True(Lasts(kept, "keep-settings") && Lasts(kept, "theme"));
        Assert.True(Lasts(during, "font-size"));
        Assert.Contains("This explicit choice of yours counts more than the signal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("holds for this visit only", page, StringComparison.Ordinal);
        Assert.Contains(back.SetCookies, cookie => cookie.StartsWith("keep-settings=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.False(Lasts(back, "theme"));
        Assert.False(Lasts(back, "font-size"));
        Assert.False(Lasts(after, "language"));
    }

    [Promise("P-3.1-05")]
    [Fact]
    public async Task One_setting_or_all_of_them_are_forgotten_and_nothing_else()
    {
        using var visit = new Visit(host);
        await visit.SignInAsync(await host.People.MailboxOfAsync(Standing.Open));
        await visit.GetAsync("/theme/set?theme=dark");
        await visit.GetAsync("/culture/set?culture=en");
        var page = await visit.GetAsync("/cookies");

        var one = await visit.PostAsync("/cookies/forget?name=theme");
        var necessary = await visit.PostAsync("/cookies/forget?name=srm");
        var all = await visit.PostAsync("/cookies/forget");

        Assert.Contains("action=\"/cookies/forget?name=theme\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(["theme"], Forgotten(one));
        Assert.Empty(Forgotten(necessary));
        Assert.Equal(["font-size", "keep-settings", "language", "theme"], Forgotten(all));
        Assert.Equal((HttpStatusCode.Redirect, "/cookies?done=forgotten"), (all.Status, all.Location!.ToString()));
    }

    [Fact]
    public async Task Another_site_changes_nothing()
    {
        using var visit = new Visit(host, ("Sec-Fetch-Site", "cross-site"), ("DNT", "1"));

        foreach (var path in (string[])["/cookies/keep", "/cookies/let-go", "/cookies/forget"])
        {
            Assert.Empty((await visit.PostAsync(path)).SetCookies);
        }
    }

    [Fact]
    public async Task The_signal_of_a_signed_in_person_is_shown_to_them_as_a_signal()
    {
        using Visit silent = new(host), sending = new(host, ("Sec-GPC", "1")), anonymous = new(host, ("Sec-GPC", "1"));
        await silent.SignInAsync(await host.People.MailboxOfAsync(Standing.Open));
        await sending.SignInAsync(await host.People.MailboxOfAsync(Standing.Open));

        Assert.Contains("None so far.", (await silent.GetAsync("/cookies")).Body, StringComparison.Ordinal);
        Assert.Contains("seen on ", (await sending.GetAsync("/cookies")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Signals we have seen", (await anonymous.GetAsync("/cookies")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_states_that_it_honours_global_privacy_control()
    {
        using var client = host.Client();

        using var response = await client.GetAsync(new Uri("/.well-known/gpc.json", UriKind.Relative));

        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Matches("""^\{"gpc":true,"lastUpdate":"\d{4}-\d\d-\d\d"\}$""", await response.Content.ReadAsStringAsync());
    }

    private static bool Lasts(Answer answer, string name) =>
        Assert.Single(answer.SetCookies, cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal)).Contains("max-age=31536000", StringComparison.Ordinal);

    private static IEnumerable<string> Forgotten(Answer answer) =>
        answer.SetCookies.Where(cookie => cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal);
}
