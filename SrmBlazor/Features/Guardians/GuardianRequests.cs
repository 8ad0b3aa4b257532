using System.Threading.Channels;

namespace SrmBlazor.Features.Guardians;

/// <summary>
/// Takes requests for a fresh link and works on them after the answer has gone out: how long it takes would tell whether a guardian has
/// the mailbox.
/// </summary>
public sealed partial class GuardianRequests(IServiceScopeFactory scopes, ILogger<GuardianRequests> log) : BackgroundService
{
    private const int Waiting = 1000;

    private readonly Channel<Request> requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    /// <summary>Hands a request over and does not wait.</summary>
    /// <returns>Ends when it was worked on; a page must not await it.</returns>
    public Task Ask(string mailbox)
    {
        var request = new Request(mailbox, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!requests.Writer.TryWrite(request))
        {
            Overrun(log);
            request.Done.SetResult();
        }

        return request.Done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in requests.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<GuardianAccess>().SendAsync(request.Mailbox);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Failed(log, trouble.GetType().Name);
            }

            request.Done.SetResult();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A guardian's letter could not be made: {Trouble}")]
    private static partial void Failed(ILogger log, string trouble);

    [LoggerMessage(2, LogLevel.Warning, "Too many requests of guardians are waiting; one was dropped")]
    private static partial void Overrun(ILogger log);

    private sealed record Request(string Mailbox, TaskCompletionSource Done)
    {
        public override string ToString() => "***";
    }
}
