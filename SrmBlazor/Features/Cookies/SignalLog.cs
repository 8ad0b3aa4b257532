using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>How often a person's browser sent a signal.</summary>
/// <param name="FirstOn">UTC.</param>
/// <param name="LastOn">UTC.</param>
public sealed record SignalsOfPerson(SignalKind Kind, int Days, DateTime FirstOn, DateTime LastOn);

/// <summary>Which privacy signals the browsers of signed-in people sent: each kind at most once a day.</summary>
public sealed class SignalLog(Store store)
{
    private const Role SignedIn = Role.Supplier | Role.Representative | Role.Guardian | Role.Staff;

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task NoteAsync(IReadOnlyCollection<SignalKind> signals, Act act)
    {
        act.Demand(SignedIn);
        // nearly every request finds it noted and shall not wait for its turn to write
        await using (var db = store.Read())
        {
            if ((await MissingAsync(db, signals, act)).Count == 0)
            {
                return;
            }
        }

        await using var work = await store.WriteAsync();
        work.Db.AddRange((await MissingAsync(work.Db, signals, act)).Select(kind => PrivacySignalSeen.Of(kind, act)));
        await work.CommitAsync();
    }

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<IReadOnlyList<SignalsOfPerson>> SeenAsync(Act act)
    {
        act.Demand(SignedIn);
        await using var db = store.Read();
        return await db.Set<PrivacySignalSeen>().Where(seen => seen.PersonId == act.Who)
            .GroupBy(seen => seen.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new SignalsOfPerson(kind.Key, kind.Count(), kind.Min(seen => seen.On), kind.Max(seen => seen.On)))
            .ToListAsync();
    }

    private static async Task<List<SignalKind>> MissingAsync(SrmDbContext db, IReadOnlyCollection<SignalKind> signals, Act act)
    {
        var day = DateOnly.FromDateTime(act.On);
        var noted = await db.Set<PrivacySignalSeen>().Where(seen => seen.PersonId == act.Who && seen.Day == day).Select(seen => seen.Kind).ToListAsync();
        return [.. signals.Except(noted)];
    }
}
