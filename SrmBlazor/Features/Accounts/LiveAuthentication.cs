using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// Who uses a circuit. Asked at every act, when the end of a session is announced and, by itself, each minute: a session that ended
/// elsewhere ends here, although no request brings the news to an open page.
/// </summary>
public sealed partial class LiveAuthentication : ServerAuthenticationStateProvider, IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly Sessions sessions;
    private readonly ChangeFeed changes;
    private readonly TimeProvider clock;
    private readonly ILogger<LiveAuthentication> log;
    private readonly ITimer timer;
    private IDisposable? subscription;

    public LiveAuthentication(Sessions sessions, ChangeFeed changes, TimeProvider clock, ILogger<LiveAuthentication> log)
    {
        (this.sessions, this.changes, this.clock, this.log) = (sessions, changes, clock, log);
        timer = clock.CreateTimer(_ => _ = CheckAsync(), null, Interval, Interval);
    }

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        if (state.User.Identity is not { IsAuthenticated: true })
        {
            return state;
        }

        subscription ??= changes.Subscribe(Topics.Sessions(state.User.Act(clock).Who), () => _ = CheckAsync());
        if (await sessions.IsLiveAsync(state.User))
        {
            return state;
        }

        SetAuthenticationState(Task.FromResult(Nobody));
        return Nobody;
    }

    public void Dispose()
    {
        subscription?.Dispose();
        timer.Dispose();
    }

    private async Task CheckAsync()
    {
        try
        {
            await GetAuthenticationStateAsync();
        }
        catch (Exception trouble)
        {
            // the database is away: every act fails until it is back, and the next minute asks again
            Unanswered(log, trouble);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Could not ask whether a session is still live")]
    private static partial void Unanswered(ILogger log, Exception trouble);
}
