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

    public async Task RunAsync(Func<Task> query)
    {
        again = true;
        if (running)
        {
            return;
        }

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

        if (apart > TimeSpan.Zero)
        {
            running = true;
            _ = RestAsync(query);
        }
    }

    private async Task RestAsync(Func<Task> query)
    {
        await Task.Delay(apart, clock!, leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        running = false;
        if (again && !leaving.IsCancellationRequested)
        {
            await RunAsync(query);
        }
    }

    /// <summary>The page is left: nothing runs any more.</summary>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
