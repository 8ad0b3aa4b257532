using System.IO.Pipelines;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>A scan on its way: received, sealed under a key of its own, shown, turned, removed. A replaced scan is erased at once.</summary>
public sealed class ScanStore(Store store, Vault vault, Collector collector, ScanPipeline pipeline, ScanQuota quota, TimeProvider clock)
{
    /// <summary>Null where the owner has no place for a scan or the separate consent was not given: nothing is read then.</summary>
    public async Task<ScanOutcome?> PutAsync(ScanOwner owner, PipeReader body, CancellationToken stop)
    {
        if (await PlaceAsync(owner) is not { } place)
        {
            return null;
        }

        if (!quota.TryTake(place.Quota))
        {
            return new ScanOutcome.Refused(ScanFault.TooMany);
        }

        return await KeepAsync(owner, await pipeline.ReceiveAsync(body, stop));
    }

    public async Task<ScanOutcome?> RotateAsync(ScanOwner owner, CancellationToken stop) =>
        await ShowAsync(owner) is { } picture ? await KeepAsync(owner, await pipeline.RotateAsync(picture, stop)) : null;

    /// <summary>The picture (JPEG), or null.</summary>
    public async Task<byte[]?> ShowAsync(ScanOwner owner) =>
        await PlaceAsync(owner) is { Scan: { } scan } place
            ? (await vault.OpenAsync<IdentityScan>(place.Person, scan, For.Registration)).OrNull?.Picture
            : null;

    public async Task<bool> RemoveAsync(ScanOwner owner)
    {
        await using var work = await store.WriteAsync();
        if (await owner.FindAsync(work.Db, work.Now) is not { Scan: { } scan } place)
        {
            return false;
        }

        var act = new Act(place.Person, Role.None, work.Now);
        work.End(place.Person, For.Registration, act, "scan.removed", scan);
        place.Detach();
        await collector.CommitAsync(work, place.Person, act, "scan.removed");
        return true;
    }

    private async Task<ScanOutcome?> KeepAsync(ScanOwner owner, ScanOutcome outcome)
    {
        if (outcome is not ScanOutcome.Accepted { Jpeg: var jpeg })
        {
            return outcome;
        }

        await using var work = await store.WriteAsync();
        if (await owner.FindAsync(work.Db, work.Now) is not { } place)
        {
            return null;
        }

        var act = new Act(place.Person, Role.None, work.Now);
        if (place.Scan is { } former)
        {
            work.End(place.Person, For.Registration, act, "scan.replaced", former);
        }

        place.Attach(await vault.SealAsync(work, place.Person, new IdentityScan(jpeg), For.Registration, act, "scan.received"));
        await collector.CommitAsync(work, place.Person, act, "scan.replaced");
        return outcome;
    }

    private async Task<ScanPlace?> PlaceAsync(ScanOwner owner)
    {
        await using var db = store.Read();
        var now = clock.Now();
        return await owner.FindAsync(db, now) is { } place && (await db.LedgerAsync(place.Person)).IsLive(For.SensitiveIdentity, null, now) ? place : null;
    }
}
