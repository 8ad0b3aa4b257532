using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Registration.Scans;

/// <summary>
/// How many uploads one draft may send in any 60 minutes. Kept in this process only: with several nodes each counts for itself, a restart forgets.
/// It protects the machine, not the data.
/// </summary>
public sealed class ScanQuota(IOptions<ScanSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, Queue<DateTimeOffset>> uploads = [];
    private DateTimeOffset sweptOn = clock.GetUtcNow();

    /// <summary>Ask once before each upload; false means <see cref="ScanFault.TooMany"/>.</summary>
    public bool TryTake(Guid draft)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            if (!uploads.TryGetValue(draft, out var mine))
            {
                uploads[draft] = mine = new();
            }

            Forget(mine, now);
            if (mine.Count >= settings.Value.UploadsPerHour)
            {
                return false;
            }

            mine.Enqueue(now);
            return true;
        }
    }

    internal int Drafts => uploads.Count;

    private void Sweep(DateTimeOffset now)
    {
        if (now - sweptOn < Window)
        {
            return;
        }

        sweptOn = now;
        foreach (var (draft, mine) in uploads)
        {
            Forget(mine, now);
            if (mine.Count == 0)
            {
                uploads.Remove(draft);
            }
        }
    }

    private static void Forget(Queue<DateTimeOffset> mine, DateTimeOffset now)
    {
        while (mine.TryPeek(out var oldest) && now - oldest >= Window)
        {
            mine.Dequeue();
        }
    }
}
