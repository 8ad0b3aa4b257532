namespace SrmBlazor.Shared;

/// <summary>
/// Runs a page's re-query one at a time: announcements that arrive meanwhile lead to one more run, not to one each. Used on the page's
/// dispatcher only. A session that ended meanwhile ends the refreshing, not the circuit.
/// </summary>
/// <param name="clock">Only with <paramref name="apart"/>.</param>
/// <param name="apart">From one run to the next at least: the first is at once, and what is announced in quick succession is one run.</param>
public sealed class Refresh(TimeProvider? clock = null, TimeSpan apart = default) : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private bool running;
    private bool again;
    private long? ran;

    public Task RunAsync(Func<Task> query)
    {
        again = true;
        if (running || leaving.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        if (clock is not null && ran is { } last && apart - clock.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
        {
            _ = RestAsync(query, rest);
            return Task.CompletedTask;
        }

        return AskAsync(query);
    }

    private async Task AskAsync(Func<Task> query)
    {
        running = true;
        try
        {
            do
            {
                again = false;
                await query();
            }
            while (again && apart == TimeSpan.Zero && !leaving.IsCancellationRequested);
        }
        catch (NotAllowedException)
        {
            // the next thing the person does leads to the sign-in page
        }
        finally
        {
            running = false;
        }

        ran = clock?.GetTimestamp();
        if (again)
        {
            await RunAsync(query);
        }
    }

    private async Task RestAsync(Func<Task> query, TimeSpan rest)
    {
        running = true;
        await Task.Delay(rest, clock!, leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        running = false;
        if (!leaving.IsCancellationRequested)
        {
            await AskAsync(query);
        }
    }

    /// <summary>The page is left: nothing runs any more.</summary>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
