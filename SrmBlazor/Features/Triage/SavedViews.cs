using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Triage;

public enum SavedViewOutcome
{
    Done,
    NoName,
    NameTooLong,

    /// <summary>Another one that the same people see has this name.</summary>
    NameTaken,

    /// <summary>Nobody has more than <see cref="SavedViews.Most"/>.</summary>
    TooMany,

    /// <summary>There is none, or it is somebody else's.</summary>
    NotFound,
}

/// <param name="Query">As it stands in the board's address.</param>
public sealed record SavedViewLink(Guid Id, string Name, string Query, bool IsShared, bool IsDefault, bool IsMine);

/// <summary>What staff look at again and again on the board. Everybody changes their own; shared ones everybody sees who sees the board.</summary>
public sealed class SavedViews(Store store)
{
    public const int Most = 20;

    /// <summary>The actor's own and those that others share, by name.</summary>
    /// <exception cref="NotAllowedException">The actor is no verifier, screener or privacy officer.</exception>
    public async Task<IReadOnlyList<SavedViewLink>> ListAsync(Act act)
    {
        act.Demand(Board.MaySee);
        await using var db = store.Read();
        var left = Left(db);
        var views = await db.Set<SavedView>().AsNoTracking().Where(view => (view.PersonId == act.Who || view.IsShared) && !left.Any(one => one.Id == view.Id)).ToListAsync();
        return [.. views.OrderBy(view => view.Name, StringComparer.CurrentCulture).ThenBy(view => view.Id)
            .Select(view => new SavedViewLink(view.Id, view.Name, view.Query, view.IsShared, view.IsDefault && act.IsOwner(view.PersonId!.Value), act.IsOwner(view.PersonId!.Value)))];
    }

    /// <summary>Keeps a choice under a name.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<SavedViewOutcome> SaveAsync(string name, BoardFilter filter, bool shared, Act act) =>
        WriteAsync(act, async (work, on) =>
        {
            if (await work.Db.Set<SavedView>().CountAsync(view => view.PersonId == on.Who) >= Most)
            {
                return SavedViewOutcome.TooMany;
            }

            if (await FaultOfAsync(work.Db, null, name, shared, on) is { } fault)
            {
                return fault;
            }

            work.Db.Add(SavedView.Of(name.Trim(), BoardQuery.Text(filter), shared, on));
            work.Record(on, "board-view.saved", on.Who, shared ? "shared" : "own");
            return SavedViewOutcome.Done;
        });

    /// <summary>Gives the actor's own another name, or shares it, or does not any more.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<SavedViewOutcome> ChangeAsync(Guid view, string name, bool shared, Act act) =>
        WriteAsync(act, async (work, on) =>
        {
            if (await OwnAsync(work.Db, view, on) is not { } own)
            {
                return SavedViewOutcome.NotFound;
            }

            if (await FaultOfAsync(work.Db, view, name, shared, on) is { } fault)
            {
                return fault;
            }

            own.Change(name.Trim(), shared);
            work.Record(on, "board-view.changed", on.Who, shared ? "shared" : "own");
            return SavedViewOutcome.Done;
        });

    /// <summary>What the actor sees first from now on: one of their own, or the board as it is.</summary>
    /// <param name="view">Null for none.</param>
    /// <inheritdoc cref="ListAsync"/>
    public Task<SavedViewOutcome> BeginWithAsync(Guid? view, Act act) =>
        WriteAsync(act, async (work, on) =>
        {
            var own = await work.Db.Set<SavedView>().Where(one => one.PersonId == on.Who).ToListAsync();
            if (view is { } wanted && !own.Exists(one => one.Id == wanted))
            {
                return SavedViewOutcome.NotFound;
            }

            own.ForEach(one => one.BeDefault(one.Id == view));
            return SavedViewOutcome.Done;
        });

    /// <inheritdoc cref="ListAsync"/>
    public Task<SavedViewOutcome> RemoveAsync(Guid view, Act act) =>
        WriteAsync(act, async (work, on) =>
        {
            if (await OwnAsync(work.Db, view, on) is not { } own)
            {
                return SavedViewOutcome.NotFound;
            }

            work.Db.Remove(own);
            work.Record(on, "board-view.removed", on.Who);
            return SavedViewOutcome.Done;
        });

    /// <summary>Removes what closed accounts left behind.</summary>
    public Task<int> SweepAsync(CancellationToken stop = default) =>
        store.UpdateAsync(db => Left(db).ExecuteDeleteAsync(stop), stop);

    private static IQueryable<SavedView> Left(SrmDbContext db) =>
        db.Set<SavedView>().Where(view => view.PersonId == null || db.Set<Account>().Any(account => account.Id == view.PersonId && account.ClosedOn != null));

    private async Task<SavedViewOutcome> WriteAsync(Act act, Func<Writing, Act, Task<SavedViewOutcome>> change)
    {
        act.Demand(Board.MaySee);
        await using var work = await store.WriteAsync();
        var outcome = await change(work, act with { On = work.Now });
        if (outcome == SavedViewOutcome.Done)
        {
            await work.CommitAsync();
        }

        return outcome;
    }

    private static Task<SavedView?> OwnAsync(SrmDbContext db, Guid view, Act act) => db.Set<SavedView>().FirstOrDefaultAsync(one => one.Id == view && one.PersonId == act.Who);

    private static async Task<SavedViewOutcome?> FaultOfAsync(SrmDbContext db, Guid? view, string name, bool shared, Act act)
    {
        var wanted = name.Trim();
        if (wanted.Length is 0 or > SavedView.NameLength)
        {
            return wanted.Length == 0 ? SavedViewOutcome.NoName : SavedViewOutcome.NameTooLong;
        }

        var others = await db.Set<SavedView>().Where(one => one.Id != view && one.PersonId != null && (one.PersonId == act.Who || shared && one.IsShared)).Select(one => one.Name).ToListAsync();
        return others.Contains(wanted, StringComparer.OrdinalIgnoreCase) ? SavedViewOutcome.NameTaken : null;
    }
}
