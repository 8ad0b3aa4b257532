using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>
/// What happens to requests by the clock alone. Each step is small and can be repeated. Only what is due by <see cref="RightsRequest.LookOn"/> is
/// read, by its index: a million that wait cost nothing.
/// </summary>
public sealed class RequestRound(Store store, RequestBook book, RequestCarrier carrier, RequestLetters letters, RequestClock clock, RequestLooks looks, RequestAlarm alarm, RequestWindows windows, TimeProvider time)
{
    /// <summary>How often carrying out is tried before staff look at it.</summary>
    private const int Tries = 5;

    public async Task RunAsync(CancellationToken stop = default)
    {
        var now = time.Now();
        var reminded = now.AddDays(-windows.Identity);
        var unanswered = now.AddDays(-windows.Clarification);
        await ReckonAllAsync(stop);
        await EachAsync(one => (one.State == RequestState.AwaitingIdentity || one.State == RequestState.AwaitingAuthority) && one.AskedOn <= reminded, RemindAsync, stop);
        await EachAsync(one => one.State == RequestState.AwaitingClarification && one.AskedOn <= unanswered, (_, request, act) => Done(() => request.GoOn(act)), stop);
        await EachAsync(one => one.AppealUntil < now && one.ClosedOn == null, CloseAsync, stop);
        foreach (var id in await IdsAsync(one => one.State == RequestState.CoolingOff && one.CoolsUntil <= now, stop))
        {
            await carrier.EndCoolingAsync(id, stop);
        }

        foreach (var id in await IdsAsync(one => one.State == RequestState.Executing, stop))
        {
            await carrier.CarryOutAsync(id, stop);
        }

        foreach (var id in await IdsAsync(one => one.State == RequestState.Failed, stop))
        {
            await carrier.RetryAsync(id, Tries, stop);
        }

        await EachAsync(_ => true, WarnAsync, stop);
    }

    /// <summary>Two reminders; a third time the request rests. It is no refusal, and an answer opens it again.</summary>
    private async Task<bool> RemindAsync(Writing work, RightsRequest request, Act act)
    {
        if (request.AskedOn!.Value.AddDays(windows.Identity * (request.Reminders + 1)) > act.On)
        {
            return false;
        }

        var rests = request.Reminders == RightsRequest.RemindersBeforeExpiry;
        var message = await book.SealAsync(work, request.PersonId!.Value, RightsRequestsTexts.Say(request.Language, rests ? "Message.Expired" : "Message.Reminded"), act);
        if (rests)
        {
            request.Expire(new RequestAnswer(message, request.Language), act);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestRests(to, from, link, request.Reference), act);
        }
        else
        {
            request.Remind(message, act);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestIdentityAsked(to, from, link, request.Reference), act);
        }

        return true;
    }

    private static Task<bool> CloseAsync(Writing work, RightsRequest request, Act act) =>
        request.Allows(RequestStep.Closed) ? Done(() => request.Close(act)) : Task.FromResult(false);

    /// <summary>A calendar was published since: both sides are told the new day, in the save that moves it. What stands still is worked out anew when it goes on.</summary>
    private async Task<bool> ReckonAsync(Writing work, RightsRequest request, Act act)
    {
        if (request.OpenPause is not null || request.Stage == RequestStage.Ended)
        {
            request.ReckonedUnder(clock.Version);
            return false;
        }

        if (!clock.Apply(request, act))
        {
            return false;
        }

        await letters.SendAsync(work, request, (to, from, link) => Letters.RequestDueChanged(to, from, link, request.Reference, request.DueOn!.Value), act);
        await alarm.MovedAsync(work, request, act);
        return true;
    }

    /// <summary>Those whose days were worked out by other rules or calendars than there are now.</summary>
    private async Task ReckonAllAsync(CancellationToken stop)
    {
        foreach (var outdated in Outdated(clock.Version))
        {
            await EachAsync(outdated, ReckonAsync, stop, all: true);
        }
    }

    /// <summary>On either side of the version: each is a range that an index finds, and both together would not be.</summary>
#pragma warning disable CA1309 // the database compares, and by its own order
    internal static IReadOnlyList<System.Linq.Expressions.Expression<Func<RightsRequest, bool>>> Outdated(string version) =>
        [one => one.ClosedOn == null && string.Compare(one.ReckonedBy, version) < 0, one => one.ClosedOn == null && string.Compare(one.ReckonedBy, version) > 0];
#pragma warning restore CA1309

    internal static IQueryable<RightsRequest> Due(SrmDbContext db, DateTime now) => db.Set<RightsRequest>().Where(one => one.PersonId != null && one.LookOn <= now);

    private async Task<bool> WarnAsync(Writing work, RightsRequest request, Act act)
    {
        if (await looks.WarningAsync(work.Db, request, act.On) is not { } warning)
        {
            return false;
        }

        await alarm.GiveAsync(work, request, warning.Level, warning.Due, act);
        return true;
    }

    private static Task<bool> Done(Action change)
    {
        change();
        return Task.FromResult(true);
    }

    private async Task EachAsync(System.Linq.Expressions.Expression<Func<RightsRequest, bool>> which, Func<Writing, RightsRequest, Act, Task<bool>> change, CancellationToken stop, bool all = false)
    {
        foreach (var id in await IdsAsync(which, stop, all))
        {
            await using var work = await store.WriteAsync(stop);
            var act = Act.OfSystem(time);
            if (await work.Db.Set<RightsRequest>().Where(which).Include(one => one.Pauses).Include(one => one.Decisions).AsSplitQuery().FirstOrDefaultAsync(one => one.Id == id && one.PersonId != null, stop) is not { } request)
            {
                continue;
            }

            if (await change(work, request, act))
            {
                await book.CommitAsync(work, request, act);
                continue;
            }

            // nothing was to be done yet: it is looked at again when something is
            request.LookAgain(await looks.NextAsync(work.Db, request, act.On));
            if (work.Db.ChangeTracker.HasChanges())
            {
                await work.CommitAsync(stop);
            }
        }
    }

    private async Task<List<Guid>> IdsAsync(System.Linq.Expressions.Expression<Func<RightsRequest, bool>> which, CancellationToken stop, bool all = false)
    {
        await using var db = store.Read();
        return await (all ? db.Set<RightsRequest>().Where(one => one.PersonId != null) : Due(db, time.Now())).Where(which).OrderBy(one => one.Number).Select(one => one.Id).ToListAsync(stop);
    }
}
