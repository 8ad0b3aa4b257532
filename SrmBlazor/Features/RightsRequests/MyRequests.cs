using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A supplier's own requests. The person is always the one who acts; another's request is not found.</summary>
public sealed class MyRequests(Store store, RequestBook book, RequestReading reading, RequestThread thread, RequestClock clock, RequestWorks works, RequestCarrier carrier)
{
    /// <summary>What can be asked for here.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public IReadOnlyList<RequestKind> Kinds(Act act)
    {
        act.Demand(Role.Supplier);
        return works.Offered;
    }

    /// <summary>Submits a request. The reference is given once it is kept, and not before.</summary>
    /// <param name="about">The reference of one's own request that this one complains about; empty for none.</param>
    /// <param name="cooling">Close the account only after a time to think.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<RequestResult> SubmitAsync(RequestKind kind, string text, string about, bool cooling, Act act)
    {
        act.Demand(Role.Supplier);
        if (RequestBook.FaultOf(text) is { } fault)
        {
            return new RequestResult.Invalid(fault);
        }

        if (!works.Offered.Contains(kind))
        {
            return new RequestResult.Invalid(RequestFault.NotOffered);
        }

        if (kind.NeedsConfirmation() && !act.IsConfirmed)
        {
            return new RequestResult.NotConfirmed();
        }

        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var subject = about.Length == 0 ? null : await RequestBook.FindAsync(work.Db, about, one => one.PersonId == act.Who);
        // somebody else's affairs are asked about by who may: that has to be shown first
        var proved = kind != RequestKind.NextOfKin;
        var request = await book.OpenAsync(work, new Asked(act.Who, kind, RequestChannel.Dashboard, RequestClock.Today(on.On), text, proved) { About = subject?.Id, Cooling = cooling }, on);
        await book.CommitAsync(work, request, on);
        if (request.State == RequestState.Executing)
        {
            await carrier.CarryOutAsync(request.Id);
        }

        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    /// <summary>All of one's own, newest first.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<MyRequestRow>> ListAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return [.. (await db.Set<RightsRequest>().AsNoTracking().Where(one => one.PersonId == act.Who).OrderByDescending(one => one.Number).ToListAsync()).Select(one => RowOf(one) with { Days = DaysOf(one, act.On) })];
    }

    /// <summary>One of one's own with its timeline; null when there is none of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<MyRequest?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        if (await RequestBook.FindAsync(db, reference, one => one.PersonId == act.Who) is not { } request)
        {
            return null;
        }

        var steps = await reading.StepsAsync(db, request, For.Access, staff: false, act);
        return new MyRequest(
            RowOf(request), steps, RequestReading.DecisionsOf(request), request.State.IsDecided() || request.DueOn is null ? null : clock.Reckon(request, act.On), request.LimitOn,
            await RequestReading.ReferenceAsync(db, request.TwinId), await RequestReading.LaterAsync(db, request), request.Allows(RequestStep.Withdrawn), request.Allows(RequestStep.Appealed) && act.On <= request.AppealUntil,
            request.Allows(RequestStep.Wrote), RequestProofs.Takes(request), request.AppealUntil, request.CoolsUntil);
    }

    /// <summary>Writes to staff. While we wait for the person it is the answer; a request that rests is opened again by it.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<RequestResult> WriteAsync(string reference, string text, Act act)
    {
        act.Demand(Role.Supplier);
        return thread.WriteAsync(reference, one => one.PersonId == act.Who, text, act);
    }

    /// <summary>Takes a request back as long as nothing is being carried out.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<RequestResult> WithdrawAsync(string reference, Act act)
    {
        act.Demand(Role.Supplier);
        return thread.WithdrawAsync(reference, one => one.PersonId == act.Who, act);
    }

    /// <summary>Does not agree with the answer: somebody else looks at it again.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<RequestResult> AppealAsync(string reference, string text, Act act)
    {
        act.Demand(Role.Supplier);
        return thread.AppealAsync(reference, one => one.PersonId == act.Who, text, act);
    }

    private (int Over, int All)? DaysOf(RightsRequest request, DateTime now)
    {
        if (request.State.IsDecided() || request.DueOn is null)
        {
            return null;
        }

        var days = clock.DaysOf(request, now);
        return (days.Count(day => day <= RequestClock.Today(now)), days.Count);
    }

    internal static MyRequestRow RowOf(RightsRequest request) => new(request.Reference, request.Kind, request.State, request.ReceivedOn, request.DueOn, request.IsProvisional);
}
