using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

public sealed class ConfirmTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private static readonly TimeSpan StaleAfter = Act.Confirmed + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_password_given_again_is_enough_for_ten_minutes()
    {
        var (visit, _, began) = await SignedInAsync();
        using var open = visit;
        host.Clock.Advance(StaleAfter);
        var stale = began.Act(host.Clock);

        var answer = await ConfirmAsync(visit, returnUrl: "/privacy/consents");

        Assert.False(stale.IsConfirmed);
        Assert.Equal("/privacy/consents", Target(answer));
        Assert.True(UserOf(answer).Act(host.Clock).IsConfirmed);
        host.Clock.Advance(StaleAfter);
        Assert.False(UserOf(answer).Act(host.Clock).IsConfirmed);
    }

    [Fact]
    public async Task Giving_it_again_makes_the_session_neither_younger_nor_another()
    {
        var (visit, _, began) = await SignedInAsync();
        using var open = visit;
        var started = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromMinutes(20));

        var user = UserOf(await ConfirmAsync(visit));

        Assert.Equal(Others(began), Others(user));
        while (started + Sessions.LongestFor(Role.Supplier) - host.Clock.GetUtcNow() is var left && left > TimeSpan.FromMinutes(50))
        {
            host.Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal(HttpStatusCode.OK, (await visit.GetAsync("/account/confirm")).Status);
        }

        Assert.True((await ConfirmAsync(visit)).Entered);
        host.Clock.Advance(started + Sessions.LongestFor(Role.Supplier) - host.Clock.GetUtcNow());
        Assert.StartsWith("/account/sign-in", Target(await visit.GetAsync("/account/confirm")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_renewed_by_use_still_knows_when_the_password_was_given()
    {
        var (visit, _, _) = await SignedInAsync();
        using var open = visit;
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var confirmed = UserOf(await ConfirmAsync(visit)).Act(host.Clock).ConfirmedOn;

        host.Clock.Advance(TimeSpan.FromMinutes(40));
        var renewed = await visit.GetAsync("/account/denied");

        Assert.Equal(confirmed, UserOf(renewed).Act(host.Clock).ConfirmedOn);
    }

    [Fact]
    public async Task The_page_says_why_it_asks_and_a_wrong_password_confirms_nothing()
    {
        var (visit, _, _) = await SignedInAsync();
        using var open = visit;

        var wrong = await ConfirmAsync(visit, "wrong-wrong-wrong");

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("Before we hand out or delete everything, we make sure it is you.", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("<title>Error: Is it you?", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-wrong-wrong", wrong.Body, StringComparison.Ordinal);
        Assert.False(wrong.Entered);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_here_as_at_the_door_and_no_answer_says_so()
    {
        var (visit, mailbox, _) = await SignedInAsync();
        using var open = visit;
        var first = await ConfirmAsync(visit, "wrong-wrong-wrong");
        for (var i = 1; i < Account.TriesBeforeLock; i++)
        {
            await ConfirmAsync(visit, "wrong-wrong-wrong");
        }

        var locked = await ConfirmAsync(visit);
        var atTheDoor = await host.Get<SignIns>().TryAsync(mailbox, Population.Password);
        host.Clock.Advance(Account.LockedFor);
        var after = await ConfirmAsync(visit);

        Assert.Equal(first.Without(mailbox), locked.Without(mailbox));
        Assert.Null(atTheDoor);
        Assert.True(after.Entered);
    }

    [Fact]
    public async Task A_right_and_a_wrong_password_cost_one_hash_each_and_too_many_cost_none()
    {
        var (visit, _, _) = await SignedInAsync();
        using var open = visit;

        var wrong = await HashesAsync(() => ConfirmAsync(visit, "wrong-wrong-wrong"));
        var right = await HashesAsync(() => ConfirmAsync(visit));
        for (var i = 0; i < 10; i++)
        {
            await ConfirmAsync(visit);
        }

        var tooMany = await HashesAsync(() => ConfirmAsync(visit));

        Assert.Equal((1, 1, 0), (wrong.Hashes, right.Hashes, tooMany.Hashes));
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.Answer.Status);
        Assert.Contains("Too many tries", tooMany.Answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy/data?a=b", "/privacy/data?a=b")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("", "/")]
    public async Task Confirming_never_leads_to_another_site(string returnUrl, string expected)
    {
        var (visit, _, _) = await SignedInAsync();
        using var open = visit;

        Assert.Equal(expected, Target(await ConfirmAsync(visit, returnUrl: returnUrl)));
    }

    [Fact]
    public async Task That_somebody_confirmed_stands_in_the_audit_trail()
    {
        var (visit, _, _) = await SignedInAsync();
        using var open = visit;
        var before = await EntriesAsync();

        await ConfirmAsync(visit, "wrong-wrong-wrong");
        await ConfirmAsync(visit);

        Assert.Equal(before + 1, await EntriesAsync());
    }

    private async Task<(Visit Visit, string Mailbox, ClaimsPrincipal Began)> SignedInAsync()
    {
        var visit = new Visit(host);
        var mailbox = await host.People.MailboxOfAsync(Standing.Open);
        return (visit, mailbox, UserOf(await visit.SignInAsync(mailbox)));
    }

    private static Task<Answer> ConfirmAsync(Visit visit, string password = Population.Password, string returnUrl = "/") =>
        visit.PostAsync($"/account/confirm?returnUrl={Uri.EscapeDataString(returnUrl)}", "confirm", ("Form.Password", password));

    private async Task<(Answer Answer, int Hashes)> HashesAsync(Func<Task<Answer>> ask)
    {
        var before = host.Hasher.Count;
        return (await ask(), host.Hasher.Count - before);
    }

    private async Task<int> EntriesAsync()
    {
        await using var db = host.Get<Store>().Read();
        return await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "account.confirmed");
    }

    /// <summary>Whom the cookie that came with the answer names.</summary>
    private ClaimsPrincipal UserOf(Answer answer)
    {
        var cookie = answer.SetCookies.Single(cookie => cookie.StartsWith("srm=C", StringComparison.Ordinal)).Split(';')[0]["srm=".Length..];
        var options = host.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return options.TicketDataFormat.Unprotect(cookie) is AuthenticationTicket ticket ? ticket.Principal : throw new InvalidOperationException("The cookie is not ours.");
    }

    private static IEnumerable<string> Others(ClaimsPrincipal user) =>
        user.Claims.Where(claim => claim.Type != Acting.ConfirmedClaim).Select(claim => $"{claim.Type}={claim.Value}").Order(StringComparer.Ordinal);

    private string Target(Answer answer) => new Uri(new Uri(host.Url), answer.Location!).PathAndQuery;
}
