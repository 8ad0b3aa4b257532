using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <param name="WaitsUntil">When the account will be closed; null where nobody asked for it.</param>
public sealed record ClosingView(ErasurePlan Plan, DateTime? WaitsUntil);

public enum ClosingOutcome
{
    /// <summary>The account is closed and the keys are destroyed; check, certificate and letter follow by themselves.</summary>
    Closed,

    /// <summary>It will be closed when the time to think it over has passed.</summary>
    Waiting,

    /// <summary>The person has to show once more who they are.</summary>
    NotConfirmed,

    /// <summary>What is held is no longer what was shown.</summary>
    Changed,

    /// <summary>Whoever works here hands the work over first: an administrator closes that account.</summary>
    Staff,

    /// <summary>It was asked for already.</summary>
    UnderWay,
}

/// <summary>A supplier closes their account, without staff. It is a request like any other, and runs by itself. The person is always the one who acts.</summary>
public sealed class Closing(Store store, Vault vault, ErasurePlans plans, ErasureDesk desk, RequestBook book, RequestWindows windows, RequestThread thread, Outbox outbox, Letterhead letterhead, Execution execution)
{
    private static readonly ErasureState[] Over = [ErasureState.TakenBack, ErasureState.Certified];

    /// <summary>The time to think it over that is offered.</summary>
    public int Hours => windows.Cooling * 24;

    /// <summary>What closing would do now, or whether it is under way.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<ClosingView> OpenAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        var waits = await WaitingAsync(db, act.Who);
        return new ClosingView(await plans.OfAsync(db, act.Who, ErasureScope.Closing, ErasureGround.StoppedUsing, act.On), waits?.StartsOn);
    }

    /// <param name="hash">Of the plan that was shown.</param>
    /// <param name="coolOff">Whether the person wants time to take it back.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<ClosingOutcome> CloseAsync(string hash, bool coolOff, Act act)
    {
        act.Demand(Role.Supplier);
        if (act.Is(Role.Staff) || !act.IsConfirmed)
        {
            return act.Is(Role.Staff) ? ClosingOutcome.Staff : ClosingOutcome.NotConfirmed;
        }

        Guid run;
        await using (var work = await store.WriteAsync())
        {
            var on = act with { On = work.Now };
            if (await work.Db.Set<ErasureRun>().AnyAsync(one => one.PersonId == act.Who && one.Reach == ErasureReach.Closing && !Over.Contains(one.State)))
            {
                return ClosingOutcome.UnderWay;
            }

            var plan = await plans.OfAsync(work.Db, act.Who, ErasureScope.Closing, ErasureGround.StoppedUsing, on.On);
            if (plan.Hash != hash)
            {
                return ClosingOutcome.Changed;
            }

            var request = await AskAsync(work, coolOff, on);
            if (request.State == RequestState.Triage)
            {
                return ClosingOutcome.UnderWay;
            }

            if (request.CoolsUntil is { } startsOn)
            {
                await TellAsync(work, startsOn, on);
            }

            run = (await desk.BeginAsync(work, plan, on, request.Id, request.CoolsUntil))!.Value;
            await book.CommitAsync(work, request, on);
            if (request.State == RequestState.CoolingOff)
            {
                return ClosingOutcome.Waiting;
            }
        }

        await execution.ExecuteAsync(run);
        return ClosingOutcome.Closed;
    }

    /// <returns>False where nothing was left to take back.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> TakeBackAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await db.Set<RightsRequest>().Where(one => one.PersonId == act.Who && one.Kind == RequestKind.CloseAccount && one.State == RequestState.CoolingOff).Select(one => (long?)one.Number).FirstOrDefaultAsync() is { } number
            && await thread.WithdrawAsync(RightsRequest.ReferenceOf(number), one => one.PersonId == act.Who && one.State == RequestState.CoolingOff, act) is RequestResult.Done;
    }

    /// <summary>Left in triage where another erasure of the person is under way: then nothing is kept of this one.</summary>
    private async Task<RightsRequest> AskAsync(Writing work, bool coolOff, Act act)
    {
        // nothing is sealed for it: what the page says goes is all there is
        var asked = new Asked(act.Who, RequestKind.CloseAccount, RequestChannel.Dashboard, RequestClock.Today(act.On), Text: null, Proved: true) { Cooling = coolOff };
        return await book.OpenAsync(work, asked, act);
    }

    private static Task<ErasureRun?> WaitingAsync(SrmDbContext db, Guid person) =>
        db.Set<ErasureRun>().FirstOrDefaultAsync(one => one.PersonId == person && one.State == ErasureState.CoolingOff);

    private async Task TellAsync(Writing work, DateTime on, Act act)
    {
        if ((await vault.OpenAsync<Mailbox>(work.Db, act.Who, For.Account)).OrNull is { } mailbox)
        {
            var language = await work.Db.Set<Person>().Where(one => one.Id == act.Who).Select(one => one.Language).SingleAsync();
            var letter = Letters.ClosingAsked(new Addressee(mailbox.Address, language), letterhead.In(language), letterhead.Link("/privacy/close"), DateOnly.FromDateTime(on));
            await outbox.SendAsync(work, act.Who, letter, act);
        }
    }
}
