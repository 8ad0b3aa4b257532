using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>
/// Makes packages. A making that died is begun anew when its lease is over; what it had not sealed is nowhere, and what it sealed it sealed in the
/// same transaction that says so: each is made once.
/// </summary>
public sealed class CopyMaker(Store store, DossierReader reader, CopyPress press, CopyParts parts, Collector collector, FailPoints faults, TimeProvider clock)
{
    /// <summary>Makes the one that waits longest.</summary>
    /// <returns>False where none waits.</returns>
    public async Task<bool> MakeNextAsync(CancellationToken stop = default)
    {
        if (await TakeAsync(stop) is not { } taken)
        {
            return false;
        }

        try
        {
            // flows back no further than this method
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(taken.Language);
            await MakeAsync(taken, stop);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // the person cancelled it, or it took so long that another has begun it anew
        }

        return true;
    }

    /// <summary>What nobody fetched in time is over, and its pieces are erased without waiting for the night.</summary>
    public async Task LapseAsync(CancellationToken stop = default)
    {
        var readyBefore = clock.Now() - For.CopyDelivery.Term!.Value;
        List<Copy> over;
        await using (var db = store.Read())
        {
            over = await db.Set<Copy>().AsNoTracking().Where(copy => copy.State == CopyState.Ready && copy.ReadyOn <= readyBefore).ToListAsync(stop);
        }

        foreach (var one in over)
        {
            await using var work = await store.WriteAsync(stop);
            if (await work.Db.Set<Copy>().FirstOrDefaultAsync(copy => copy.Id == one.Id && copy.State == CopyState.Ready, stop) is { PersonId: { } person } copy)
            {
                copy.Lapse(work.Now);
                work.Announce(Topics.Copy(person));
                await collector.CommitAsync(work, person, Act.OfSystem(clock), "copy.lapsed");
            }
        }
    }

    private async Task<Taken?> TakeAsync(CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        var now = work.Now;
        var copy = await work.Db.Set<Copy>().Where(copy => copy.PersonId != null && (copy.State == CopyState.Waiting || copy.State == CopyState.Making && copy.LeasedUntil <= now))
            .OrderBy(copy => copy.AskedOn).FirstOrDefaultAsync(stop);
        if (copy is not { PersonId: { } person })
        {
            return null;
        }

        var began = copy.TryBegin(now);
        if (!began)
        {
            work.Record(Act.OfSystem(clock), "copy.failed", person, $"{copy.Id:N}");
        }

        work.Announce(Topics.Copy(person));
        await work.CommitAsync(stop);
        faults.Reach("copy.taken-up");
        return began ? new Taken(copy.Id, person, copy.Language, copy.Attempts) : await TakeAsync(stop);
    }

    private async Task MakeAsync(Taken taken, CancellationToken stop)
    {
        var dossier = await reader.ReadAsync(taken.Person, clock.Now());
        await ReachAsync(taken, CopyStep.Writing, stop);
        List<PackageFile> files = [press.Page(dossier), .. press.MachineReadable(dossier)];
        await ReachAsync(taken, CopyStep.Printing, stop);
        files.Insert(1, press.Paper(dossier));
        await ReachAsync(taken, CopyStep.Signing, stop);
        files.AddRange(await press.ReceiptsAsync(dossier));
        var package = await press.PackAsync(dossier, files);
        await ReachAsync(taken, CopyStep.Sealing, stop);
        await SealAsync(taken, package, stop);
    }

    private async Task ReachAsync(Taken taken, CopyStep step, CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        var copy = await work.Db.Set<Copy>().SingleAsync(copy => copy.Id == taken.Copy, stop);
        if (!copy.TryReach(step, taken.Attempt, work.Now))
        {
            throw new OperationCanceledException();
        }

        work.Announce(Topics.Copy(taken.Person));
        await work.CommitAsync(stop);
        faults.Reach($"copy.{step}".ToLowerInvariant());
    }

    private async Task SealAsync(Taken taken, byte[] package, CancellationToken stop)
    {
        await using var work = await store.WriteAsync(stop);
        var act = Act.OfSystem(clock);
        var copy = await work.Db.Set<Copy>().SingleAsync(copy => copy.Id == taken.Copy, stop);
        if (!copy.TryReach(CopyStep.Sealing, taken.Attempt, work.Now))
        {
            throw new OperationCanceledException();
        }

        await parts.SealAsync(work, taken.Person, package, act);
        faults.Reach("copy.sealed");
        copy.Finish(package.Length, work.Now);
        work.Record(act, "copy.made", taken.Person, $"{copy.Id:N} {package.Length}");
        work.Announce(Topics.Copy(taken.Person));
        await work.CommitAsync(stop);
        faults.Reach("copy.made");
    }

    private sealed record Taken(Guid Copy, Guid Person, string Language, int Attempt);
}
