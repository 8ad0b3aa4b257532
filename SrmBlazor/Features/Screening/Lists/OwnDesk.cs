using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What became of an entry of the own list.</summary>
public abstract record OwnOutcome
{
    private OwnOutcome()
    {
    }

    public sealed record Done : OwnOutcome;

    /// <summary>Name and reason are needed.</summary>
    public sealed record Incomplete : OwnOutcome;

    /// <summary>Somebody stands under this name already.</summary>
    public sealed record Known : OwnOutcome;

    /// <summary>Nobody stands under this name, or no longer.</summary>
    public sealed record Unknown : OwnOutcome;

    /// <summary>Somebody else changed the list at the same moment.</summary>
    public sealed record Overtaken : OwnOutcome;

    public sealed record Refused(Refusal Refusal) : OwnOutcome;
}

/// <summary>The operator's own list, entry by entry. Each change is a version of its own, so that it can always be said who stood on it when.</summary>
public sealed class OwnDesk(Store store, ListDesk desk)
{
    /// <exception cref="NotAllowedException">The actor may not read lists.</exception>
    public async Task<IReadOnlyList<OwnRow>> ListAsync(Act act)
    {
        act.Demand(ListLibrary.Readers);
        await using var db = store.Read();
        return await RowsAsync(db);
    }

    /// <exception cref="NotAllowedException">The actor keeps no lists.</exception>
    public Task<OwnOutcome> AddAsync(OwnRow row, Act act)
    {
        row = row.Tidy();
        return ChangeAsync(act, rows =>
        {
            if (row.Name.Length == 0 || row.Reason.Length == 0 || row.IsLong)
            {
                return new OwnOutcome.Incomplete();
            }

            if (rows.Exists(known => known.Name == row.Name))
            {
                return new OwnOutcome.Known();
            }

            rows.Add(row);
            return new OwnOutcome.Done();
        });
    }

    /// <summary>From now on nobody is compared with it. Earlier versions keep it.</summary>
    /// <exception cref="NotAllowedException">The actor keeps no lists.</exception>
    public Task<OwnOutcome> EndAsync(string name, Act act) =>
        ChangeAsync(act, rows => rows.RemoveAll(row => row.Name == name) == 0 ? new OwnOutcome.Unknown() : new OwnOutcome.Done());

    /// <summary>As a table that can be read in again; nothing in it is run by a spreadsheet.</summary>
    /// <exception cref="NotAllowedException">The actor may not read lists.</exception>
    public async Task WriteAsync(Stream to, Act act)
    {
        act.Demand(ListLibrary.Readers);
        IReadOnlyList<OwnRow> rows;
        await using (var work = await store.WriteAsync())
        {
            rows = await RowsAsync(work.Db);
            // noted before anything leaves
            work.Record(act, "screening.own-list-taken", Guid.Empty, $"{rows.Count}");
            await work.CommitAsync();
        }

        await using var sheet = CsvSheet.Begin(to);
        await sheet.RowAsync(OwnList.Columns);
        foreach (var row in rows)
        {
            await sheet.RowAsync(row.Cells);
        }
    }

    private async Task<OwnOutcome> ChangeAsync(Act act, Func<List<OwnRow>, OwnOutcome> change)
    {
        act.Demand(ListDesk.Keepers);
        List<OwnRow> rows;
        ScreeningListVersion? seen;
        await using (var db = store.Read())
        {
            seen = await ListDesk.NewestAsync(db, ListSource.Own);
            rows = [.. await RowsAsync(db)];
        }

        var outcome = change(rows);
        if (outcome is not OwnOutcome.Done)
        {
            return outcome;
        }

        using var file = new MemoryStream(OwnRow.FileOf(rows));
        return await desk.CheckAsync(ListSource.Own, file, date: null, deliberate: true, act) switch
        {
            CheckResult.Refused { Refusal: var refusal } => new OwnOutcome.Refused(refusal),
            CheckResult.Ready { Check: var check } => check.Before?.Id == seen?.Id && await desk.TakeAsync(check, act) == TakeOutcome.Live ? outcome : new OwnOutcome.Overtaken(),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<IReadOnlyList<OwnRow>> RowsAsync(SrmDbContext db)
    {
        if (await ListDesk.NewestAsync(db, ListSource.Own) is not { } live)
        {
            return [];
        }

        var file = await db.Set<ScreeningListFile>().AsNoTracking().SingleAsync(one => one.Sha256 == live.Sha256);
        return [.. file.Read(live).Entries.Select(OwnRow.Of)];
    }
}
