namespace SrmBlazor.Shared;

/// <summary>
/// Runs a page's re-query one at a time: announcements that arrive meanwhile lead to one more run, not to one each. Used on the page's
/// dispatcher only. A session that ended meanwhile ends the refreshing, not the circuit.
/// </summary>
public sealed class Refresh
{
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
            while (again)
            {
                again = false;
                await query();
            }
        }
        catch (NotAllowedException)
        {
            // the next thing the person does leads to the sign-in page
        }
        finally
        {
            running = false;
        }
    }
}
