namespace SrmBlazor.Features.Accounts;

public sealed class CookieTests(CookieTests.ProductionAccounts host) : IClassFixture<CookieTests.ProductionAccounts>
{
    [Fact]
    public async Task In_production_the_session_cookie_is_bound_to_host_and_https_and_out_of_reach_of_scripts()
    {
        using var visit = new Visit(host, ("X-Forwarded-Proto", "https"));

        var answer = await visit.SignInAsync(await host.People.MailboxOfAsync(Standing.Open));

        var cookie = Assert.Single(answer.SetCookies, cookie => cookie.Contains("srm", StringComparison.Ordinal));
        var parts = cookie.Split("; ")[1..].Select(part => part.ToLowerInvariant()).Order(StringComparer.Ordinal);
        Assert.StartsWith("__Host-srm=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], parts);
    }

    [Fact]
    public async Task In_production_there_are_no_demo_accounts_whatever_the_settings_say()
    {
        using var visit = new Visit(host, ("X-Forwarded-Proto", "https"));

        var page = await visit.GetAsync("/account/sign-in");

        Assert.DoesNotContain(DemoAccounts.Password, page.Body, StringComparison.Ordinal);
        Assert.Null(await host.Get<AccountRegister>().FindByMailboxAsync(DemoAccounts.All[0].Mailbox));
    }

    public sealed class ProductionAccounts : AccountsHost
    {
        protected override string Environment => "Production";

        protected override IEnumerable<(string Name, string Value)> Settings =>
        [
            ("DemoData", "true"),
            ("Proxy:Known:0", "127.0.0.1"),
            ("Site:Address", "https://portal.mill.example"),
            ("Mail:Host", "localhost"),
            ("Mail:FromAddress", "portal@mill.example"),
        ];
    }
}
