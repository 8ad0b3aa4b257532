using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>Figures for everybody, half year by half year.</summary>
public sealed class TransparencyReports(Store store, RequestFigures figures, IOptions<TransparencyOptions> options, TimeProvider time)
{
    /// <summary>What was published, the newest first.</summary>
    public async Task<IReadOnlyList<TransparencyReport>> ListAsync()
    {
        await using var db = store.Read();
        return await db.Set<TransparencyReport>().AsNoTracking().OrderByDescending(report => report.From).ToListAsync();
    }

    /// <summary>The day on which the next half year is published.</summary>
    public DateOnly NextOn => DueOn(HalfYear.Of(RequestClock.Today(time.Now()).AddDays(1 - options.Value.SettleDays)));

    /// <summary>Publishes every half year that is over and was not published yet, from the first with an answer.</summary>
    public async Task PublishDueAsync(CancellationToken stop = default)
    {
        var now = time.Now();
        foreach (var half in await DueAsync(now, stop))
        {
            var counted = await figures.CountAsync(new Scope(Period.Between(half.From, half.To, half.To)), now);
            await using var work = await store.WriteAsync(stop);
            if (await work.Db.Set<TransparencyReport>().AnyAsync(report => report.From == half.From, stop))
            {
                continue;
            }

            work.Db.Add(TransparencyReport.Of(half, PublishedFigures.Of(counted, options.Value.Least), options.Value.Least, now));
            work.Record(Act.OfSystem(time), "transparency.published", Guid.Empty, Period.Write(half.From));
            await work.CommitAsync(stop);
        }
    }

    private async Task<IReadOnlyList<HalfYear>> DueAsync(DateTime now, CancellationToken stop)
    {
        await using var db = store.Read();
        if (await db.Set<RequestEnding>().MinAsync(ending => (DateOnly?)ending.Day, stop) is not { } first)
        {
            return [];
        }

        var published = await db.Set<TransparencyReport>().Select(report => report.From).ToListAsync(stop);
        var due = new List<HalfYear>();
        for (var half = HalfYear.Of(first); DueOn(half) <= RequestClock.Today(now); half = half.Next)
        {
            if (!published.Contains(half.From))
            {
                due.Add(half);
            }
        }

        return due;
    }

    private DateOnly DueOn(HalfYear half) => half.To.AddDays(options.Value.SettleDays);
}
