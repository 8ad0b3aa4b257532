using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What happens to requests by the clock alone. Each step is small and can be repeated.</summary>
public sealed class RequestRound(Store store, RequestBook book, RequestCarrier carrier, RequestLetters letters, RequestClock clock, IOptions<RequestOptions> options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken stop = default)
    {
        var (set, now) = (options.Value, time.Now());
        var reminded = now.AddDays(-set.ReminderDays);
        var unanswered = now.AddDays(-set.ClarificationDays);
        await EachAsync(one => (one.State == RequestState.AwaitingIdentity || one.State == RequestState.AwaitingAuthority) && one.AskedOn <= reminded, RemindAsync, stop);
        await EachAsync(one => one.State == RequestState.AwaitingClarification && one.AskedOn <= unanswered, (_, request, act) => Done(() => request.GoOn(act)), stop);
        await EachAsync(one => one.AppealUntil < now && one.ClosedOn == null, CloseAsync, stop);
        await EachAsync(one => one.DueOn != null && one.ClosedOn == null, ReckonAsync, stop);
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
            await carrier.RetryAsync(id, set.Tries, stop);
        }
    }

    /// <summary>Two reminders; a third time the request rests. It is no refusal, and an answer opens it again.</summary>
    private async Task<bool> RemindAsync(Writing work, RightsRequest request, Act act)
    {
        if (request.AskedOn!.Value.AddDays(options.Value.ReminderDays * (request.Reminders + 1)) > act.On)
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

    /// <summary>A calendar was published since: both sides are told the new day. What stands still is worked out anew when it goes on.</summary>
    private async Task<bool> ReckonAsync(Writing work, RightsRequest request, Act act)
    {
        if (request.OpenPause is not null || !clock.Apply(request, act))
        {
            return false;
        }

        await letters.SendAsync(work, request, (to, from, link) => Letters.RequestDueChanged(to, from, link, request.Reference, request.DueOn!.Value), act);
        return true;
    }

    private static Task<bool> Done(Action change)
    {
        change();
        return Task.FromResult(true);
    }

    private async Task EachAsync(System.Linq.Expressions.Expression<Func<RightsRequest, bool>> which, Func<Writing, RightsRequest, Act, Task<bool>> change, CancellationToken stop)
    {
        foreach (var id in await IdsAsync(which, stop))
        {
            await using var work = await store.WriteAsync(stop);
            var act = Act.OfSystem(time);
            if (await work.Db.Set<RightsRequest>().Where(which).Include(one => one.Pauses).Include(one => one.Decisions).AsSplitQuery().FirstOrDefaultAsync(one => one.Id == id && one.PersonId != null, stop) is { } request
                && await change(work, request, act))
            {
                await book.CommitAsync(work, request, act);
            }
        }
    }

    private async Task<List<Guid>> IdsAsync(System.Linq.Expressions.Expression<Func<RightsRequest, bool>> which, CancellationToken stop)
    {
        await using var db = store.Read();
        return await db.Set<RightsRequest>().Where(one => one.PersonId != null).Where(which).OrderBy(one => one.Number).Select(one => one.Id).ToListAsync(stop);
    }
}
