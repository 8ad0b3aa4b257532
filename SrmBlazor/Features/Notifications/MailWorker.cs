using System.Threading.Channels;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications;

/// <summary>Runs the <see cref="MailRound"/> when a letter is queued, and every half minute for what waits.</summary>
public sealed class MailWorker(MailRound round, ChangeFeed changes, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // one place: a call that comes while a round runs starts one more round, however many calls there were
        var calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Call() => calls.Writer.TryWrite(true);
        using var queued = changes.Subscribe(Topics.Mail, Call);
        await using var timer = clock.CreateTimer(_ => Call(), null, TimeSpan.Zero, Every);
        await foreach (var _ in calls.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.RoundFailed(failure.GetType().Name);
            }
        }
    }
}

internal static partial class MailWorkerLog
{
    [LoggerMessage(1, LogLevel.Error, "A mail round failed with {Failure} and is tried again.")]
    public static partial void RoundFailed(this ILogger log, string failure);
}
