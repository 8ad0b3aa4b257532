using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
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

/// <summary>A supplier closes their account, without staff. The person is always the one who acts.</summary>
public sealed class Closing(Store store, Vault vault, ErasurePlans plans, ErasureDesk desk, Outbox outbox, Letterhead letterhead, Execution execution, IOptions<ErasureOptions> options)
{
    /// <summary>Whatever is set, a closing never waits longer: fifteen working days are no fewer days than these.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    private static readonly ErasureState[] Over = [ErasureState.TakenBack, ErasureState.Certified];

    /// <summary>The time to think it over that is offered; 0 for none.</summary>
    public int Hours => Math.Clamp(options.Value.CoolingOffHours, 0, (int)Longest.TotalHours);

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
            var startsOn = on.On + (coolOff ? TimeSpan.FromHours(Hours) : TimeSpan.Zero);
            if (plan.Hash != hash || await desk.BeginAsync(work, plan, on, startsOn: startsOn) is not { } begun)
            {
                return ClosingOutcome.Changed;
            }

            if (startsOn > on.On)
            {
                await TellAsync(work, startsOn, on);
            }

            run = begun;
            await work.CommitAsync();
            if (startsOn > on.On)
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
        await using var work = await store.WriteAsync();
        if (await WaitingAsync(work.Db, act.Who) is not { } run)
        {
            return false;
        }

        run.TakeBack(work.Now);
        work.Record(act with { On = work.Now }, "erasure.taken-back", act.Who, $"{run.Id:N}");
        work.Announce(Topics.Erasures);
        work.Announce(Topics.Person(act.Who));
        await work.CommitAsync();
        return true;
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
