using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>Makes packages as soon as they are asked for, so many at once as the settings allow, and every half minute what a dead process left.</summary>
public sealed class CopyWorker(IServiceScopeFactory scopes, ChangeFeed changes, IOptions<PrivacyCenterOptions> options, TimeProvider clock, ILogger<CopyWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var places = Math.Max(1, options.Value.CopiesAtOnce);
        var calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(places) { FullMode = BoundedChannelFullMode.DropWrite });
        void Call() => calls.Writer.TryWrite(true);
        using var asked = changes.Subscribe(Topics.Copies, Call);
        await using var timer = clock.CreateTimer(_ => Call(), null, TimeSpan.Zero, Every);
        await Task.WhenAll(Enumerable.Range(0, places).Select(_ => WorkAsync(calls.Reader, stoppingToken)));
    }

    private async Task WorkAsync(ChannelReader<bool> calls, CancellationToken stop)
    {
        await foreach (var _ in calls.ReadAllAsync(stop))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var maker = scope.ServiceProvider.GetRequiredService<CopyMaker>();
                await maker.LapseAsync(stop);
                while (await maker.MakeNextAsync(stop))
                {
                    // until none waits
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.MakingFailed(failure.GetType().Name);
            }
        }
    }
}

internal static partial class CopyWorkerLog
{
    [LoggerMessage(1, LogLevel.Error, "The making of a package failed with {Failure} and is tried again.")]
    public static partial void MakingFailed(this ILogger log, string failure);
}
