using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Keeps the comparison that counts now ready, and makes those of earlier days again.</summary>
public sealed class Comparisons(Func<SrmDbContext> contexts, ListShelf shelves) : IDisposable
{
    private const int MostSteps = 8;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim earlierTurn = new(1, 1);

    /// <summary>By where they lead from: a rescreening that was overtaken leaves people at several.</summary>
    private readonly Dictionary<Guid, ListDelta> steps = [];
    private Ready? kept;
    private Ready? earlier;
    private Measured? measure;
    private Guid stepsTo;

    /// <summary>The comparison of the basis that counts now, which is kept.</summary>
    internal async Task<Comparison> OfAsync(ScreeningBasis basis, CancellationToken stop = default) => (await LoadAsync(basis, stop)).Comparison;

    /// <summary>The comparison of any basis: the same words give the same result for ever. An earlier one neither takes the place of today's nor makes it wait.</summary>
    internal async Task<Comparison> AgainAsync(ScreeningBasis basis, CancellationToken stop = default)
    {
        await earlierTurn.WaitAsync(stop);
        try
        {
            if (kept is { } now && now.Basis == basis.Id)
            {
                return now.Comparison;
            }

            if (earlier is not { } ready || ready.Basis != basis.Id)
            {
                earlier = ready = await MakeAsync(basis, stop);
            }

            return ready.Comparison;
        }
        finally
        {
            earlierTurn.Release();
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        earlierTurn.Dispose();
    }

    /// <summary>Null where everything is to be compared anew: another engine, or other weights.</summary>
    internal async Task<ListDelta?> BetweenAsync(ScreeningBasis from, ScreeningBasis to, CancellationToken stop = default)
    {
        if (from.Engine != to.Engine || from.MeasuredBy != to.MeasuredBy)
        {
            return null;
        }

        var (after, comparison) = await LoadAsync(to, stop);
        await turn.WaitAsync(stop);
        try
        {
            if (stepsTo != to.Id || steps.Count == MostSteps)
            {
                steps.Clear();
                stepsTo = to.Id;
            }

            if (!steps.TryGetValue(from.Id, out var made))
            {
                var before = await shelves.OfAsync(from.VersionIds, stop);
                steps[from.Id] = made = await Task.Run(() => ListDelta.Between(before, after, comparison.Rarity), stop);
            }

            return made;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(Shelf Shelf, Comparison Comparison)> LoadAsync(ScreeningBasis basis, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            if (kept is not { } ready || ready.Basis != basis.Id)
            {
                kept = ready = earlier is { } one && one.Basis == basis.Id ? one : await MakeAsync(basis, stop);
            }

            return (ready.Shelf, ready.Comparison);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>An index takes seconds to build: never on a page's own thread.</summary>
    private async Task<Ready> MakeAsync(ScreeningBasis basis, CancellationToken stop)
    {
        var rarity = basis.IsMeasure ? null : await RarityAsync(basis.MeasuredBy, stop);
        var current = await shelves.CurrentAsync(stop);
        var shelf = current.Fingerprint == basis.Fingerprint ? current : await shelves.OfAsync(basis.VersionIds, stop);
        return new Ready(basis.Id, shelf, rarity is null ? Comparison.Of(shelf) : await Task.Run(() => Comparison.Of(shelf, rarity), stop));
    }

    private async Task<Rarity> RarityAsync(Guid id, CancellationToken stop)
    {
        if (measure is not { } known || known.By != id)
        {
            await using var db = contexts();
            var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
            measure = known = new Measured(id, (await shelves.OfAsync(basis.VersionIds, stop)).Index.Rarity);
        }

        return known.Rarity;
    }

    private sealed record Ready(Guid Basis, Shelf Shelf, Comparison Comparison);

    private sealed record Measured(Guid By, Rarity Rarity);
}
