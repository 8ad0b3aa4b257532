using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Keeps the comparison that counts now ready, and makes those of earlier days again.</summary>
public sealed class Comparisons(Func<SrmDbContext> contexts, ListShelf shelves) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private (Guid Basis, Shelf Shelf, Comparison Comparison)? kept;
    private (Guid Measure, Rarity Rarity)? measure;
    private (Guid From, Guid To, ListDelta? Delta)? step;

    /// <summary>The comparison of a basis, today's or an earlier one: the same words give the same result for ever.</summary>
    internal async Task<Comparison> OfAsync(ScreeningBasis basis, CancellationToken stop = default) => (await LoadAsync(basis, stop)).Comparison;

    public void Dispose() => turn.Dispose();

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
            if (step is not { } made || made.From != from.Id || made.To != to.Id)
            {
                var before = await shelves.OfAsync(from.VersionIds, stop);
                step = made = (from.Id, to.Id, await Task.Run(() => ListDelta.Between(before, after, comparison.Rarity), stop));
            }

            return made.Delta;
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
                // an index takes seconds to build: never on a page's own thread
                var rarity = basis.IsMeasure ? null : await RarityAsync(basis.MeasuredBy, stop);
                var current = await shelves.CurrentAsync(stop);
                var shelf = current.Fingerprint == basis.Fingerprint ? current : await shelves.OfAsync(basis.VersionIds, stop);
                kept = ready = (basis.Id, shelf, rarity is null ? Comparison.Of(shelf) : await Task.Run(() => Comparison.Of(shelf, rarity), stop));
            }

            return (ready.Shelf, ready.Comparison);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Rarity> RarityAsync(Guid id, CancellationToken stop)
    {
        if (measure is not { } known || known.Measure != id)
        {
            await using var db = contexts();
            var basis = await db.Set<ScreeningBasis>().AsNoTracking().SingleAsync(one => one.Id == id, stop);
            measure = known = (id, (await shelves.OfAsync(basis.VersionIds, stop)).Index.Rarity);
        }

        return known.Rarity;
    }
}
