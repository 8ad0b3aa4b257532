using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Screeners answer what a person contests: none of them decided it, one proposes the answer, another one gives it.</summary>
public sealed class ScreeningContests(Store store, Vault vault, ScreeningLetters letters)
{
    /// <summary>Proposes an answer, in the words that the person will read.</summary>
    /// <param name="overturns">The person is right: every confirmed hit is cleared.</param>
    /// <exception cref="NotAllowedException">The actor is no screener.</exception>
    public Task<ScreeningResult> ProposeAsync(string reference, Guid stamp, bool overturns, string text, Act act)
    {
        act.Demand(Role.Screener);
        return text.Trim().Length is 0 or > ScreeningMessage.Longest
            ? Task.FromResult<ScreeningResult>(new ScreeningResult.Invalid(text.Trim().Length == 0 ? ScreeningFault.NoNote : ScreeningFault.NoteTooLong))
            : ChangeAsync(reference, stamp, ContestState.Open, "screening.answer-proposed", act, async (work, own, contest, person, on) =>
            {
                contest.Propose(overturns, await vault.SealAsync(work, person, new ScreeningMessage(text.Trim()), For.ExplainDecision, on, "screening.answer-proposed"), on);
                own.Step(ScreeningEventKind.AnswerProposed, on);
                return null;
            });
    }

    /// <summary>The second person agrees: the answer is given.</summary>
    /// <inheritdoc cref="ProposeAsync"/>
    public Task<ScreeningResult> ApproveAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, ContestState.Proposed, "screening.answered", act, async (work, own, contest, person, on) =>
        {
            if (contest.ProposedBy == on.Who)
            {
                return ScreeningFault.SomebodyElse;
            }

            contest.Approve(on);
            if (contest.State == ContestState.Overturned)
            {
                own.Each(own.Hits.Where(hit => hit.State == HitState.Confirmed).ToList(), hit =>
                {
                    hit.Overturn(contest.ProposedBy!.Value, on);
                    return ScreeningEventKind.Overturned;
                }, null, on);
            }
            else
            {
                own.Step(ScreeningEventKind.Upheld, on);
            }

            await letters.SendAsync(work, person, Letters.ObjectionAnswered, on);
            return null;
        });

    /// <summary>The second person does not agree; another answer is written.</summary>
    /// <inheritdoc cref="ProposeAsync"/>
    public Task<ScreeningResult> ReturnAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, ContestState.Proposed, "screening.answer-returned", act, (_, own, contest, _, on) =>
        {
            if (contest.ProposedBy == on.Who)
            {
                return Task.FromResult<ScreeningFault?>(ScreeningFault.SomebodyElse);
            }

            contest.Return();
            own.Step(ScreeningEventKind.AnswerReturned, on);
            return Task.FromResult<ScreeningFault?>(null);
        });

    /// <summary>Nothing is confirmed any more, whoever was right: nobody answers what the person contests, and the person is told. Within the caller's transaction.</summary>
    internal async Task OvertakeAsync(Writing work, ScreeningCase own, Guid person, Act act)
    {
        if (await OpenOfAsync(work.Db, own.Id) is { } contest)
        {
            contest.Overtake();
            own.Step(ScreeningEventKind.ContestOvertaken, act);
            await letters.SendAsync(work, person, Letters.ObjectionOvertaken, act);
        }
    }

    /// <summary>What counts against another contest: one that is open, or was sent since whatever is confirmed was.</summary>
    internal static IQueryable<ScreeningContest> Standing(SrmDbContext db, Guid own) => db.Set<ScreeningContest>().Where(one => one.CaseId == own
        && (one.State == ContestState.Open || one.State == ContestState.Proposed
            || !db.Set<ScreeningHit>().Any(hit => hit.CaseId == own && hit.State == HitState.Confirmed && hit.DecidedOn > one.SentOn)));

    /// <summary>The one that waits for an answer.</summary>
    internal static Task<ScreeningContest?> OpenOfAsync(SrmDbContext db, Guid own) =>
        db.Set<ScreeningContest>().FirstOrDefaultAsync(one => one.CaseId == own && (one.State == ContestState.Open || one.State == ContestState.Proposed));

    /// <summary>Whether the answer that waits is this screener's: another one agrees to it.</summary>
    internal static Task<bool> IsAnswerOfAsync(SrmDbContext db, string reference, Guid screener) =>
        db.Set<ScreeningContest>().AnyAsync(one => one.State == ContestState.Proposed && one.ProposedBy == screener && db.Set<ScreeningCase>().Any(own => own.Reference == reference && own.Id == one.CaseId));

    /// <summary>Whether the actor had a part in what is contested.</summary>
    internal static bool Decided(ScreeningCase own, Act act) => own.Hits.Exists(hit => hit.State == HitState.Confirmed && (hit.DecidedBy == act.Who || hit.ApprovedBy == act.Who));

    private async Task<ScreeningResult> ChangeAsync(string reference, Guid stamp, ContestState from, string cause, Act act, Func<Writing, ScreeningCase, ScreeningContest, Guid, Act, Task<ScreeningFault?>> change)
    {
        act.Demand(Role.Screener);
        await using var work = await store.WriteAsync();
        if (await ScreeningDecisions.FindAsync(work.Db, reference, act) is not { Subject.PersonId: { } person } own || await OpenOfAsync(work.Db, own.Id) is not { } contest)
        {
            return new ScreeningResult.NotFound();
        }

        if (own.Stamp != stamp)
        {
            return new ScreeningResult.ChangedMeanwhile();
        }

        var on = act with { On = work.Now };
        var fault = Decided(own, on) ? ScreeningFault.SomebodyElse
            : !(await ScreeningDecisions.GateOfAsync(work.Db, own, person, on)).IsOpen ? ScreeningFault.NeedsApproval
            : contest.State != from || own.State != ScreeningState.Confirmed ? ScreeningFault.NotNow
            : await change(work, own, contest, person, on);
        if (fault is { } what)
        {
            return new ScreeningResult.Invalid(what);
        }

        work.Record(on, cause, person, $"{own.Reference} {contest.State}");
        work.Announce(Screenings.Topic);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return new ScreeningResult.Done(own.State, contest.State == ContestState.Proposed);
    }
}
