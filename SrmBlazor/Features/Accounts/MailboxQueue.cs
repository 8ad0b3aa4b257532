using System.Threading.Channels;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// Mailboxes that anybody typed, worked on one after the other once the answer has gone out: how long the work takes would tell whether the
/// mailbox is known. What is lost in a crash is asked again.
/// </summary>
internal sealed partial class MailboxQueue(ILogger log)
{
    private const int Waiting = 1000;

    private readonly Channel<Request> requests = Channel.CreateBounded<Request>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    /// <summary>Hands a mailbox over and does not wait.</summary>
    /// <returns>Ends when it was worked on; a page must not await it.</returns>
    public Task Add(string mailbox)
    {
        var request = new Request(mailbox, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!requests.Writer.TryWrite(request))
        {
            Overrun(log);
            request.Done.SetResult();
        }

        return request.Done.Task;
    }

    public async Task WorkAsync(Func<string, Task> work, CancellationToken stop)
    {
        await foreach (var request in requests.Reader.ReadAllAsync(stop))
        {
            try
            {
                await work(request.Mailbox);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Failed(log, trouble.GetType().Name);
            }

            request.Done.SetResult();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A letter that was asked for could not be made: {Trouble}")]
    private static partial void Failed(ILogger log, string trouble);

    [LoggerMessage(2, LogLevel.Warning, "Too many requests for letters are waiting; one was dropped")]
    private static partial void Overrun(ILogger log);

    private sealed record Request(string Mailbox, TaskCompletionSource Done)
    {
        public override string ToString() => "***";
    }
}
