using System.Globalization;
using System.Numerics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// A session lasts until it was idle too long, is too old, or the account's stamp changed (new password, other roles, closed). Every
/// request, every act and each minute of an open circuit asks here.
/// </summary>
public sealed class Sessions(Store store, TimeProvider clock)
{
    private const string StampClaim = "stamp";
    private const string BeganClaim = "began";

    public static TimeSpan IdleFor(Role roles) => TimeSpan.FromMinutes(IsStaff(roles) ? 30 : 60);

    public static TimeSpan LongestFor(Role roles) => TimeSpan.FromHours(IsStaff(roles) ? 8 : 12);

    /// <summary>Sets the cookie. It slides by the idle time and ends with the browser.</summary>
    public Task BeginAsync(HttpContext http, Account account) => SetAsync(http, UserOf(account), account.Roles);

    /// <summary>The password was given again: the session goes on as it was, and knows that.</summary>
    /// <exception cref="InvalidOperationException">It was somebody else's password.</exception>
    public Task ConfirmAsync(HttpContext http, Confirmation confirmation)
    {
        if (http.User.Act(clock).Who != confirmation.Who)
        {
            throw new InvalidOperationException($"The session is not that of {confirmation.Who}.");
        }

        var user = new ClaimsIdentity(http.User.Identity);
        foreach (var old in user.FindAll(Acting.ConfirmedClaim).ToList())
        {
            user.RemoveClaim(old);
        }

        user.AddClaim(new Claim(Acting.ConfirmedClaim, Seconds()));
        var confirmed = new ClaimsPrincipal(user);
        return SetAsync(http, confirmed, confirmed.Act(clock).Roles);
    }

    public ClaimsPrincipal UserOf(Account account)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.NameIdentifier, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id.ToString("D")));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp!));
        identity.AddClaim(new Claim(BeganClaim, Seconds()));
        identity.AddClaim(new Claim(Acting.ConfirmedClaim, Seconds()));
        identity.AddClaims(Enum.GetValues<Role>().Where(role => BitOperations.PopCount((uint)role) == 1 && account.Roles.HasFlag(role))
            .Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Whether a signed-in user still is one.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal user)
    {
        var act = user.Act(clock);
        if (!long.TryParse(user.FindFirstValue(BeganClaim), CultureInfo.InvariantCulture, out var began)
            || clock.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(began) + LongestFor(act.Roles))
        {
            return false;
        }

        var stamp = user.FindFirstValue(StampClaim);
        await using var db = store.Read();
        return await db.Set<Account>().AnyAsync(account => account.Id == act.Who && account.SecurityStamp == stamp && account.ClosedOn == null);
    }

    private Task SetAsync(HttpContext http, ClaimsPrincipal user, Role roles)
    {
        var now = clock.GetUtcNow();
        return http.SignInAsync(IdentityConstants.ApplicationScheme, user, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + IdleFor(roles) });
    }

    private string Seconds() => clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static bool IsStaff(Role roles) => (roles & Role.Staff) != Role.None;
}
