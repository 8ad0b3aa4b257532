using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Consents;

/// <summary>What taking a consent back does, told before it is done.</summary>
/// <param name="Erased">Records that nothing else holds: they go at once.</param>
/// <param name="Kept">Records that lose this hold and stay, each with the hold that lasts longest.</param>
public sealed record Withdrawal(IReadOnlyList<Concerned> Erased, IReadOnlyList<Concerned> Kept)
{
    internal static async Task<Withdrawal> OfAsync(SrmDbContext db, DataMap map, Guid person, Purpose purpose, DateTime now)
    {
        var spells = (await db.LedgerAsync(person)).Spells(purpose, now);
        var done = await Consequence.OfAsync(db, map, person, spells.Select(record => new Ending(purpose, record)), now);
        return new Withdrawal([.. done.Erased.Where(one => one.Loses)], [.. done.Kept.Where(one => one.Loses)]);
    }
}
