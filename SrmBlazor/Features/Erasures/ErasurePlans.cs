using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Erasures;

/// <summary>Works a plan out of map, ledger and disclosures. The same endings are written when it is carried out.</summary>
public sealed class ErasurePlans(DataMap map, IOptions<BackupOptions> backups)
{
    /// <summary>Letters on their way and what the check itself needs: they end by themselves.</summary>
    private static readonly RecordKind[] Passing = [OutgoingMail.Kind, ErasureProof.Kind];

    internal async Task<ErasurePlan> OfAsync(SrmDbContext db, Guid person, ErasureScope scope, ErasureGround ground, DateTime now)
    {
        var done = await Consequence.OfAsync(db, map, person, await EndingsAsync(db, person, scope, ground, now), now);
        bool Concerns(Concerned one) => !Passing.Contains(one.Kind) && (scope.EndsAccount || scope.Records.Contains(one.Record));
        var goes = done.Erased.Where(Concerns).Select(one => new Going(one.Record, one.Kind.Name)).ToList();
        var stays = done.Kept.Where(Concerns).Select(one => new Staying(one.Record, one.Kind.Name, one.Holds!.Purpose.Key, one.Holds.HasEnd ? one.Holds.Until : null)).ToList();
        if (scope.Reach == ErasureReach.Rest)
        {
            // what a withdrawal or the sweep was first to take
            var gone = db.Set<SealedRow>().Where(row => row.PersonId == person && row.State != RowState.Live && scope.Records.Contains(row.Id)).OrderBy(row => row.Id);
            goes.AddRange(await gone.Select(row => new Going(row.Id, row.Kind)).ToListAsync());
        }

        return new ErasurePlan(person, scope, ground, goes, stays, await RecipientsAsync(db, person, goes), backups.Value.KeyDays);
    }

    /// <summary>What ends. Of chosen records it ends for these alone, except what law or the account goes on to need of what is held lawfully.</summary>
    internal async Task<IReadOnlyList<Ending>> EndingsAsync(SrmDbContext db, Guid person, ErasureScope scope, ErasureGround ground, DateTime now) => scope.Reach switch
    {
        ErasureReach.All => await Ending.OfAllAsync(db, map, person, now),
        ErasureReach.Closing => await Ending.OfAllAsync(db, map, person, now, For.KeepLonger),
        ErasureReach.Chosen => await OfChosenAsync(db, person, scope.Records, ground is ErasureGround.Unlawful or ErasureGround.AgainstPolicy, now),
        ErasureReach.Rest => [],
    };

    private async Task<IReadOnlyList<Ending>> OfChosenAsync(SrmDbContext db, Guid person, IReadOnlyList<Guid> chosen, bool wrongly, DateTime now)
    {
        var ledger = await db.LedgerAsync(person);
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId == person && row.State == RowState.Live && chosen.Contains(row.Id))
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.Kind }).ToListAsync();
        return [.. from row in rows
                   let lasting = map[row.Kind].Holders.Where(purpose => !purpose.OutlastsErasure && ledger.Lasts(purpose, row.Id, now)).ToList()
                   where wrongly || !lasting.Exists(Needs)
                   from purpose in lasting
                   select new Ending(purpose, row.Id)];
    }

    private static bool Needs(Purpose purpose) => purpose.ByLaw || purpose == For.Account;

    private static async Task<IReadOnlyList<string>> RecipientsAsync(SrmDbContext db, Guid person, IReadOnlyList<Going> goes)
    {
        var kinds = goes.Select(going => going.Kind).ToHashSet(StringComparer.Ordinal);
        var given = await db.Set<Disclosure>().AsNoTracking().Where(one => one.PersonId == person).Select(one => new { one.RecipientKey, one.Items }).ToListAsync();
        return [.. given.Where(one => one.Items.Split(' ').Any(item => kinds.Contains(item.Split('.')[0]))).Select(one => one.RecipientKey).Distinct().Order(StringComparer.Ordinal)];
    }
}
