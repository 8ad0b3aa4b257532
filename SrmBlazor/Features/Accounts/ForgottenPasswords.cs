using System.Threading.Channels;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// Takes requests for a reset and works on them after the answer has gone out, so that the answer takes the same time whether an
/// account has the mailbox or not. A request lost in a crash is asked again; its letter, once made, is never lost.
/// </summary>
public sealed partial class ForgottenPasswords(PasswordResets resets, ILogger<ForgottenPasswords> log) : BackgroundService
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
                await resets.SendAsync(request.Mailbox);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Failed(log, trouble.GetType().Name);
            }

            request.Done.SetResult();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A reset letter could not be made: {Trouble}")]
    private static partial void Failed(ILogger log, string trouble);

    [LoggerMessage(2, LogLevel.Warning, "Too many requests for a reset are waiting; one was dropped")]
    private static partial void Overrun(ILogger log);

    private sealed record Request(string Mailbox, TaskCompletionSource Done)
    {
        public override string ToString() => "***";
    }
}
