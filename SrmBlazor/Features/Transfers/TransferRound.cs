using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Transfers;

/// <summary>Packages that nobody fetched in time: the purpose that held them has ended by its term, and they are erased without waiting for the night.</summary>
public sealed class TransferRound(Store store, Collector collector, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken stop = default)
    {
        var now = clock.Now();
        List<Guid> over;
        await using (var db = store.Read())
        {
            over = await db.Set<Transfer>().Where(one => one.State == TransferState.Mailed && one.UsefulUntil <= now && one.PersonId != null).Select(one => one.Id).ToListAsync(stop);
        }

        foreach (var id in over)
        {
            await using var work = await store.WriteAsync(stop);
            if (await work.Db.Set<Transfer>().FirstOrDefaultAsync(one => one.Id == id && one.State == TransferState.Mailed, stop) is { PersonId: { } person } transfer)
            {
                transfer.Expire(work.Now);
                work.Announce(Topics.Person(person));
                await collector.CommitAsync(work, person, Act.OfSystem(clock), "transfer.expired");
            }
        }
    }
}
