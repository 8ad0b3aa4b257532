using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

public sealed class SessionTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    public static TheoryData<string> Endings => new() { "password", "roles", "closed" };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_open_circuit_is_signed_out_within_a_minute(string ending)
    {
        var (person, circuit) = await OpenCircuitAsync();
        using var open = circuit;
        var told = new TaskCompletionSource<AuthenticationState>();
        circuit.AuthenticationStateChanged += async state => told.TrySetResult(await state);

        await host.People.ChangeAsync(person, End(ending));
        host.Clock.Advance(LiveAuthentication.Interval);
        var state = await told.Task;

        Assert.False(state.User.Identity!.IsAuthenticated);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_next_act_after_the_end_is_nobodys(string ending)
    {
        var (person, circuit) = await OpenCircuitAsync();
        using var open = circuit;
        var user = new CurrentUser(circuit, host.Clock);
        var before = await user.ActAsync();

        await host.People.ChangeAsync(person, End(ending));
        var after = await user.ActAsync();

        Assert.Equal((person, Role.Verifier), (before.Who, before.Roles));
        Assert.Equal((Guid.Empty, Role.None), (after.Who, after.Roles));
        Assert.Throws<NotAllowedException>(() => after.Demand(Role.Verifier));
    }

    [Fact]
    public async Task A_page_that_renews_itself_is_nobodys_as_soon_as_the_account_is_closed()
    {
        var (person, circuit) = await OpenCircuitAsync();
        using var open = circuit;
        using var user = new CurrentUser(circuit, host.Clock);
        var before = await user.LookAsync();
        var told = new TaskCompletionSource<AuthenticationState>();
        circuit.AuthenticationStateChanged += async state => told.TrySetResult(await state);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CloseAsync(person, new Act(Guid.NewGuid(), Role.Administrator, host.Clock.Now()));
        }

        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(person, before.Who);
        Assert.Equal(Guid.Empty, (await user.LookAsync()).Who);
    }

    [Fact]
    public async Task A_circuit_of_a_session_that_goes_on_stays_signed_in()
    {
        var (person, circuit) = await OpenCircuitAsync();
        using var open = circuit;

        host.Clock.Advance(LiveAuthentication.Interval * 3);

        Assert.Equal(person, (await new CurrentUser(circuit, host.Clock).ActAsync()).Who);
    }

    [Fact]
    public async Task A_request_with_a_cookie_from_before_the_new_password_is_nobodys()
    {
        using var visit = new Visit(host);
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        var person = await host.People.RegisterAsync(mailbox);
        await visit.SignInAsync(mailbox);

        await host.People.ChangeAsync(person, End("password"));
        var answer = await visit.GetAsync("/account/sign-in");

        Assert.Contains(answer.SetCookies, cookie => cookie.StartsWith("srm=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Verifier, 30, 8)]
    [InlineData(Role.Supplier, 60, 12)]
    public async Task A_session_ends_when_it_was_idle_or_is_too_old(Role role, int idleMinutes, int longestHours)
    {
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        await host.People.RegisterAsync(mailbox, role);
        using var idle = new Visit(host);
        using var busy = new Visit(host);
        await idle.SignInAsync(mailbox);
        await busy.SignInAsync(mailbox);

        var left = TimeSpan.FromHours(longestHours);
        for (var step = TimeSpan.FromMinutes(idleMinutes) - TimeSpan.FromSeconds(10); left > step; left -= step)
        {
            host.Clock.Advance(step);
            Assert.False(IsSignedOut(await busy.GetAsync("/account/forgot")));
        }

        host.Clock.Advance(left);

        Assert.True(IsSignedOut(await busy.GetAsync("/account/forgot")));
        Assert.True(IsAnonymous(await idle.GetAsync("/account/denied")));
    }

    [Fact]
    public void A_visitor_acts_as_nobody()
    {
        var act = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity()).Act(host.Clock);

        Assert.Equal((Guid.Empty, Role.None), (act.Who, act.Roles));
    }

    private static bool IsSignedOut(Answer answer) => answer.SetCookies.Any(cookie => cookie.StartsWith("srm=;", StringComparison.Ordinal));

    private static bool IsAnonymous(Answer answer) => !answer.SetCookies.Any(cookie => cookie.StartsWith("srm=C", StringComparison.Ordinal));

    private static Action<Account> End(string ending) => ending switch
    {
        "password" => account => account.ChangePassword(new PasswordHash("other")),
        "roles" => account => account.Give(Role.Auditor),
        _ => account => account.Close(account.ActivatedOn!.Value),
    };

    private async Task<(Guid Person, LiveAuthentication Circuit)> OpenCircuitAsync()
    {
        var person = await host.People.RegisterAsync($"{Guid.NewGuid():N}@mill.example", Role.Verifier);
        var circuit = new LiveAuthentication(host.Get<Sessions>(), host.Get<ChangeFeed>(), host.Clock, NullLogger<LiveAuthentication>.Instance);
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(host.Get<Sessions>().UserOf(await host.People.AccountAsync(person)))));
        return (person, circuit);
    }
}
