using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>How the review stands as its person may know. Whether anything was found is in none of them.</summary>
public enum ReviewState
{
    /// <summary>It waits for the identity check.</summary>
    Ahead,
    UnderReview,
    Passed,

    /// <summary>People decided against it; it can be contested.</summary>
    Decided,
}

/// <summary>What a supplier sees of their own review.</summary>
/// <param name="Contest">What the person wrote last; null where nothing.</param>
/// <param name="Answer">What was answered; null while it waits.</param>
/// <param name="IsOvertaken">Nobody answers it: the decision does not stand any more.</param>
public sealed record Review(ReviewState State, DateTime? Since, string? Contest, DateTime? ContestOn, string? Answer, DateTime? AnsweredOn, bool IsOvertaken = false)
{
    public bool MayContest => State == ReviewState.Decided && Contest is null;

    public override string ToString() => State.ToString();
}

/// <summary>The supplier's own side. The person is always the one who acts.</summary>
public sealed class MyScreening(Store store, Vault vault)
{
    public const string Place = "/home";

    /// <summary>Null for a supplier whose registration is over or was never sent.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Review?> OfAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        if (await db.Set<SupplierRegistration>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == act.Who) is not { } registration
            || registration.State is RegistrationState.Refused or RegistrationState.Dropped or RegistrationState.Withdrawn or RegistrationState.AwaitsGuardian)
        {
            return null;
        }

        var own = await db.Set<ScreeningCase>().AsNoTracking().Where(one => one.Subject.PersonId == act.Who && !one.IsEnded).Select(one => new { one.Id, one.State, one.Since, one.Mark }).FirstOrDefaultAsync();
        if (own is null)
        {
            return new Review(registration.State == RegistrationState.Verified ? ReviewState.UnderReview : ReviewState.Ahead, registration.DecidedOn, null, null, null, null);
        }

        var contest = await ScreeningContests.Standing(db, own.Id).AsNoTracking().OrderByDescending(one => one.SentOn).FirstOrDefaultAsync();
        var state = StateOf(own.State, await PersonWords.MarkAsync(db, act.Who) == own.Mark);
        return new Review(
            state, state == ReviewState.UnderReview ? null : own.Since,
            contest is null ? null : await TextAsync(act.Who, contest.MessageId), contest?.SentOn,
            contest is { IsOpen: false, AnswerId: { } answer } ? await TextAsync(act.Who, answer) : null, contest?.AnsweredOn,
            contest?.State == ContestState.Overtaken || contest is { IsOpen: true } && own.State != ScreeningState.Confirmed);
    }

    /// <summary>Contests what was decided. Somebody else than who decided reads it.</summary>
    /// <returns>False where nothing is decided, it was contested since, or the text is empty or too long.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> ContestAsync(string text, Act act)
    {
        act.Demand(Role.Supplier);
        if (text.Trim().Length is 0 or > ScreeningMessage.Longest)
        {
            return false;
        }

        await using var work = await store.WriteAsync();
        if (await Screenings.FindAsync(work.Db, act.Who) is not { State: ScreeningState.Confirmed } own
            || await ScreeningContests.Standing(work.Db, own.Id).AnyAsync())
        {
            return false;
        }

        var on = act with { On = work.Now };
        work.Db.Add(ScreeningContest.Of(own, await vault.SealAsync(work, act.Who, new ScreeningMessage(text.Trim()), For.ExplainDecision, on, "screening.contested"), on.On));
        own.Step(ScreeningEventKind.Contested, on);
        work.Record(on, "screening.contested", act.Who, own.Reference);
        work.Announce(Screenings.Topic);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(act.Who));
        await work.CommitAsync();
        return true;
    }

    private static ReviewState StateOf(ScreeningState state, bool isCurrent) => state switch
    {
        ScreeningState.Cleared => isCurrent ? ReviewState.Passed : ReviewState.UnderReview,
        ScreeningState.UnderReview or ScreeningState.Escalated => ReviewState.UnderReview,
        ScreeningState.Confirmed => ReviewState.Decided,
    };

    private async Task<string?> TextAsync(Guid person, Guid message) => (await vault.OpenAsync<ScreeningMessage>(person, message, For.ExplainDecision)).OrNull?.Text;
}
