using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Consents;

/// <summary>What taking a consent back does, told before it is done.</summary>
/// <param name="Erased">Records that nothing else holds: they go at once.</param>
/// <param name="Kept">Records that lose this hold or were only used by it, and stay: each with the hold that lasts longest.</param>
/// <param name="Traces">What other features noted by this consent, and whether it goes.</param>
public sealed record Withdrawal(IReadOnlyList<Concerned> Erased, IReadOnlyList<Concerned> Kept, IReadOnlyList<Trace> Traces)
{
    internal static async Task<Withdrawal> OfAsync(SrmDbContext db, DataMap map, IEnumerable<ConsentTrace> traces, Guid person, Purpose purpose, DateTime now)
    {
        var spells = (await db.LedgerAsync(person)).Spells(purpose, now);
        var done = await Consequence.OfAsync(db, map, person, spells.Select(record => new Ending(purpose, record)), now);
        List<Trace> left = [];
        foreach (var trace in traces)
        {
            if (await trace.Of(db, person, purpose) is { } found)
            {
                left.Add(found);
            }
        }

        return new Withdrawal([.. done.Erased.Where(one => one.Loses)], [.. done.Kept.Where(one => one.Loses || IsUsed(one.Kind, purpose))], left);
    }

    /// <summary>A draft repeats what it will become, and no consent is asked before.</summary>
    private static bool IsUsed(RecordKind kind, Purpose purpose) => !kind.Transient && kind.ItemsOf(purpose).Any();
}
