using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Where lists are taken over: a file is checked first, and goes live as it was checked or not at all.</summary>
public sealed class ListDesk(Store store, FailPoints faults, IOptions<StorageOptions> storage, TimeProvider clock)
{
    public const Role Keepers = Role.Screener | Role.Administrator;

    /// <summary>Bytes; the largest real file, the European Union's, has 25 million.</summary>
    public const long LargestFile = 128 * 1024 * 1024;

    /// <summary>A file on its way to <see cref="CheckAsync"/>: it lies beside the stores, has no name that tells anything, and is gone when it is closed.</summary>
    /// <param name="arriving">Is read to its end.</param>
    /// <param name="arrived">Hears how many bytes there are so far.</param>
    /// <returns>Null when it is longer than <see cref="LargestFile"/>.</returns>
    /// <exception cref="NotAllowedException">The actor keeps no lists.</exception>
    public async Task<Stream?> ReceiveAsync(Stream arriving, Action<long> arrived, Act act, CancellationToken stop = default)
    {
        act.Demand(Keepers);
        SweepLeft();
        var file = new FileStream(storage.Value.FullPath($"list-{Guid.NewGuid():N}.tmp"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });
        try
        {
            var some = new byte[64 * 1024];
            for (var read = 1; read > 0 && file.Length <= LargestFile;)
            {
                read = await arriving.ReadAsync(some, stop);
                await file.WriteAsync(some.AsMemory(0, read), stop);
                arrived(file.Position);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        if (file.Length > LargestFile)
        {
            await file.DisposeAsync();
            return null;
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Reads the file and compares it with the live version. Nothing is kept.</summary>
    /// <param name="file">Seekable.</param>
    /// <param name="date">The publisher's, where the file itself has none.</param>
    /// <param name="deliberate">See <see cref="ListFile.Read"/>; also that the file is older than the live list.</param>
    /// <exception cref="NotAllowedException">The actor keeps no lists.</exception>
    public async Task<CheckResult> CheckAsync(ListSource source, Stream file, DateOnly? date, bool deliberate, Act act, CancellationToken stop = default)
    {
        act.Demand(Keepers);
        await using var db = store.Read();
        var live = await NewestAsync(db, source, stop);
        var stored = live is null ? null : await db.Set<ScreeningListFile>().AsNoTracking().SingleAsync(one => one.Sha256 == live.Sha256, stop);
        // seconds of work, which a page's own thread must not do
        return await Task.Run(() => Check(source, file, date, deliberate, live, stored), stop);
    }

    /// <summary>From the commit on everybody is compared with it, on every node.</summary>
    /// <exception cref="NotAllowedException">The actor keeps no lists.</exception>
    public async Task<TakeOutcome> TakeAsync(ListCheck check, Act act)
    {
        act.Demand(Keepers);
        await using var work = await store.WriteAsync();
        if ((await NewestAsync(work.Db, check.Source))?.Id != check.Before?.Id)
        {
            return TakeOutcome.Overtaken;
        }

        var number = (await work.Db.Set<ScreeningListVersion>().MaxAsync(version => (int?)version.Number) ?? 0) + 1;
        if (!await work.Db.Set<ScreeningListFile>().AnyAsync(file => file.Sha256 == check.Sha256))
        {
            work.Db.Add(ScreeningListFile.Of(check));
        }

        work.Db.Add(ScreeningListVersion.Of(number, check, act.Who, work.Now));
        work.Record(act, "screening.list-imported", Guid.Empty, string.Create(CultureInfo.InvariantCulture,
            $"{number} {ListSources.NameOf(check.Source)} {check.Sha256} +{check.Diff.Added.Count} -{check.Diff.Removed.Count} ~{check.Diff.Changed.Count}{(check.WasDeliberate ? " deliberate" : "")}"));
        work.Announce(Topics.ScreeningLists);
        await work.Db.SaveChangesAsync();
        faults.Reach("screening.list-stored");
        await work.CommitAsync();
        return TakeOutcome.Live;
    }

    internal static Task<ScreeningListVersion?> NewestAsync(SrmDbContext db, ListSource source, CancellationToken stop = default) =>
        db.Set<ScreeningListVersion>().AsNoTracking().Where(version => version.Source == source).OrderByDescending(version => version.Number).FirstOrDefaultAsync(stop);

    internal static Refusal TooLarge(long bytes) => new(0, RefusalReason.TooLarge, $"{bytes} bytes; at most {LargestFile}.");

    /// <summary>What a process that was killed could not close.</summary>
    private void SweepLeft()
    {
        foreach (var left in new DirectoryInfo(storage.Value.FullPath("")).EnumerateFiles("list-*.tmp").Where(file => file.LastWriteTimeUtc < clock.Now().AddDays(-1)))
        {
            left.Delete();
        }
    }

    private CheckResult Check(ListSource source, Stream file, DateOnly? date, bool deliberate, ScreeningListVersion? live, ScreeningListFile? stored)
    {
        if (file.Length > LargestFile)
        {
            return new CheckResult.Refused(TooLarge(file.Length), live);
        }

        var before = live is null ? null : stored!.Read(live);
        return ListFile.Read(source, file, before, deliberate) switch
        {
            ListOutcome.Refused { Refusal: var refusal } => new CheckResult.Refused(refusal, live),
            ListOutcome.Accepted { Version: var list } => WrongDate(list.ListDate, date, deliberate ? null : live) is { } wrong
                ? new CheckResult.Refused(wrong, live)
                : new CheckResult.Ready(new(source, live, list.Sha256, list.ListDate ?? date, list.Counts, ListDiff.Between(before?.Entries ?? [], list.Entries), deliberate, PackedFrom(file))),
            _ => throw new InvalidOperationException(),
        };
    }

    private Refusal? WrongDate(DateOnly? own, DateOnly? stated, ScreeningListVersion? live) =>
        own is { } of && stated is { } other && of != other ? new(0, RefusalReason.Date, $"The file is dated {of:O}, not {other:O}.")
        // where it is the next day already
        : (own ?? stated) is { } day && day > DateOnly.FromDateTime(clock.Now()).AddDays(1) ? new(0, RefusalReason.Date, $"{day:O} is still to come.")
        : (own ?? stated) is { } older && live is { FileDate: { } newer } && older < newer ? new(0, RefusalReason.Older, $"The file is dated {older:O}, the list that is live {newer:O}.")
        : null;

    private static byte[] PackedFrom(Stream file)
    {
        file.Position = 0;
        return ScreeningListFile.Pack(file);
    }
}
