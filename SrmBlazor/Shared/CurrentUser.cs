using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SrmBlazor.Shared;

/// <summary>Who acts on this page, in a static page as in a circuit. Asked anew at each act: a session that ended meanwhile acts no more.</summary>
public sealed class CurrentUser : IDisposable
{
    private readonly AuthenticationStateProvider authentication;
    private readonly TimeProvider clock;
    private Act? known;
    private int turn;

    public CurrentUser(AuthenticationStateProvider authentication, TimeProvider clock)
    {
        (this.authentication, this.clock) = (authentication, clock);
        authentication.AuthenticationStateChanged += Forget;
    }

    /// <summary>An act of the signed-in person; of <see cref="Guid.Empty"/> without roles when nobody is signed in.</summary>
    public async Task<Act> ActAsync()
    {
        var asked = turn;
        var act = (await authentication.GetAuthenticationStateAsync()).User.Act(clock);
        if (asked == turn)
        {
            known = act;
        }

        return act;
    }

    /// <summary>
    /// For a page that renews what it shows when something was announced: whoever it was last. A thousand open pages must not ask a thousand
    /// times who they belong to; the end of a session is announced to them and asked for each minute.
    /// </summary>
    public Task<Act> LookAsync() => known is { } act ? Task.FromResult(act with { On = clock.Now() }) : ActAsync();

    public void Dispose() => authentication.AuthenticationStateChanged -= Forget;

    private void Forget(Task<AuthenticationState> state)
    {
        Interlocked.Increment(ref turn);
        known = null;
    }
}

public static class Acting
{
    /// <summary>Unix seconds; set by the session.</summary>
    public const string ConfirmedClaim = "confirmed";

    /// <summary>For an HTTP endpoint, which has the user of its request.</summary>
    public static Act Act(this ClaimsPrincipal user, TimeProvider clock) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            ? new Act(person, RolesOf(user), clock.Now()) { ConfirmedOn = ConfirmedOn(user) }
            : new Act(Guid.Empty, Role.None, clock.Now());

    private static DateTime? ConfirmedOn(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ConfirmedClaim), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : null;

    private static Role RolesOf(ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Aggregate(Role.None, (roles, claim) => Enum.TryParse<Role>(claim.Value, out var role) ? roles | role : roles);
}
