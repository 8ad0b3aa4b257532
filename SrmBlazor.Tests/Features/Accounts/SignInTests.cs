using System.Net;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class SignInTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    [Promise("P-1.1.1-05")]
    public async Task Mailbox_and_password_open_a_session_that_signing_out_ends()
    {
        using var visit = new Visit(host);

        var entered = await visit.SignInAsync(await host.People.MailboxOfAsync(Standing.Open), returnUrl: "/account/denied");
        var page = await visit.GetAsync("/account/denied");
        var left = await visit.PostFromAsync(page, "/account/sign-out", "");

        Assert.True(entered.Entered);
        Assert.Equal(HttpStatusCode.Found, left.Status);
        Assert.Equal("\"storage\"", left.Headers["Clear-Site-Data"]);
        Assert.Contains(left.SetCookies, cookie => cookie.StartsWith("srm=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_sites_form()
    {
        using var visit = new Visit(host);
        await visit.SignInAsync(await host.People.MailboxOfAsync(Standing.Open));

        var answer = await visit.PostFromAsync(new Answer(default, null, "", [], new Dictionary<string, string>()), "/account/sign-out", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    [Promise("P-1.1.1-05")]
    public async Task The_mailbox_is_found_in_whatever_case_it_is_typed()
    {
        using var visit = new Visit(host);
        var mailbox = await host.People.MailboxOfAsync(Standing.Open);

        Assert.True((await visit.SignInAsync($" {mailbox.ToUpperInvariant()} ")).Entered);
    }

    [Theory]
    [InlineData("/register", "/register")]
    [InlineData("/a?b=c#d", "/a?b=c#d")]
    [InlineData("//evil.example", "/home")]
    [InlineData("/\\evil.example", "/home")]
    [InlineData("/\t/evil.example", "/home")]
    [InlineData("https://evil.example/", "/home")]
    [InlineData("javascript:alert(1)", "/home")]
    [InlineData("evil", "/home")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl, string expected)
    {
        using var visit = new Visit(host);

        var answer = await visit.SignInAsync(await host.People.MailboxOfAsync(Standing.Open), returnUrl: returnUrl);

        Assert.True(answer.Entered);
        Assert.Equal(new Uri(new Uri(host.Url), expected), new Uri(new Uri(host.Url), answer.Location!));
    }

    [Theory]
    [InlineData(Role.Supplier, "/home")]
    [InlineData(Role.Verifier, "/staff/requests")]
    [InlineData(Role.Administrator | Role.Verifier, "/staff/requests")]
    [InlineData(Role.Administrator, "/staff/people")]
    [InlineData(Role.Auditor, "/staff/policy")]
    public async Task Who_asked_for_no_page_in_particular_begins_with_their_own(Role roles, string expected)
    {
        using var visit = new Visit(host);
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        await host.People.RegisterAsync(mailbox, roles);

        var answer = await visit.SignInAsync(mailbox, returnUrl: "");
        var front = await visit.GetAsync("/");

        Assert.Equal(expected, answer.Location!.AbsolutePath);
        Assert.Contains("action=\"/account/sign-out\"", front.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/account/sign-in\"", front.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{expected}\"", front.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour_without_saying_so()
    {
        var mailbox = await host.People.MailboxOfAsync(Standing.Open);
        for (var i = 0; i < Account.TriesBeforeLock; i++)
        {
            Assert.Null(await host.Get<SignIns>().TryAsync(mailbox, "wrong-wrong-wrong"));
        }

        var locked = await host.Get<SignIns>().TryAsync(mailbox, Population.Password);
        host.Clock.Advance(Account.LockedFor);
        var after = await host.Get<SignIns>().TryAsync(mailbox, Population.Password);

        Assert.Null(locked);
        Assert.NotNull(after);
    }

    [Fact]
    public async Task Guesses_made_at_once_are_counted_one_by_one()
    {
        var mailbox = await host.People.MailboxOfAsync(Standing.Open);

        await Task.WhenAll(Enumerable.Range(0, Account.TriesBeforeLock).Select(_ => Task.Run(() => host.Get<SignIns>().TryAsync(mailbox, "wrong-wrong-wrong"))));

        Assert.Null(await host.Get<SignIns>().TryAsync(mailbox, Population.Password));
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_password_does_not()
    {
        using var visit = new Visit(host);

        var answer = await visit.SignInAsync("somebody@mill.example", "wrong-wrong-wrong");

        Assert.Contains("value=\"somebody@mill.example\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-wrong-wrong", answer.Body, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains("#mailbox\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_Chinese_to_who_asks_for_it()
    {
        using var visit = new Visit(host, ("Accept-Language", "zh-CN"));

        var answer = await visit.SignInAsync("", "");

        Assert.Contains("<title>错误：登录", answer.Body, StringComparison.Ordinal);
        Assert.Contains("请输入邮箱", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_demo_account_is_offered_where_none_was_made()
    {
        using var visit = new Visit(host);

        Assert.DoesNotContain(DemoAccounts.Password, (await visit.GetAsync("/account/sign-in")).Body, StringComparison.Ordinal);
    }
}
