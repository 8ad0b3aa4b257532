using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

/// <content>Its steps until an answer: who asks, what is meant, whose hands, which days count.</content>
public sealed partial class RightsRequest
{
    public const int RemindersBeforeExpiry = 2;

    /// <summary>It is certain that the request comes from the person, or from somebody who may ask for them.</summary>
    public void ProveIdentity(Act act)
    {
        Move(RequestStep.IdentityProved, State == RequestState.Submitted ? RequestState.Triage : InHand, act);
        IdentityProvedOn = act.On;
        EndPause(act.On);
    }

    /// <param name="doubt">The sealed reason for the doubt: without one nobody is asked for a document.</param>
    public void AskIdentity(Guid doubt, Act act) => AskWho(RequestStep.IdentityAsked, RequestState.AwaitingIdentity, doubt, act);

    /// <param name="doubt">The sealed words that say what has to be shown.</param>
    public void AskAuthority(Guid doubt, Act act) => AskWho(RequestStep.AuthorityAsked, RequestState.AwaitingAuthority, doubt, act);

    /// <param name="evidence">The sealed <see cref="RequestEvidence"/>.</param>
    public void KeepEvidence(Guid evidence, Act act) => Move(RequestStep.EvidenceKept, State, act, record: evidence);

    public void Remind(Guid message, Act act)
    {
        Demand(Reminders < RemindersBeforeExpiry, "Nobody is reminded a third time.");
        Move(RequestStep.Reminded, State, act, record: message);
        Reminders++;
    }

    /// <summary>Nobody showed who asked, after two reminders. It is not a refusal: an answer opens it again.</summary>
    public void Expire(RequestAnswer answer, Act act)
    {
        Demand(Reminders == RemindersBeforeExpiry, "A request expires after two reminders.");
        Told(answer);
        Move(RequestStep.Expired, RequestState.Expired, act, record: answer.MessageId);
        EndPause(act.On);
        Conclude(RequestOutcome.Expired, null, null, null, answer, null, act);
    }

    /// <summary>The person answers after all.</summary>
    public void Reopen(Guid message, Act act)
    {
        Move(RequestStep.Reopened, RequestState.Submitted, act, record: message);
        AppealUntil = null;
    }

    /// <summary>Takes it in hand, also from a colleague. An appeal is for somebody who decided nothing in it.</summary>
    public void Claim(Act act)
    {
        Demand(act.Who != Guid.Empty && (State != RequestState.Appealed || MayHearAppeal(act)), "An appeal is heard by somebody else.");
        Move(RequestStep.Claimed, State == RequestState.Appealed ? State : RequestState.InProgress, act);
        Assignee = act.Who;
    }

    /// <summary>Gives it to a colleague, who need not be there.</summary>
    public void Assign(Guid colleague, Act act)
    {
        Demand(colleague != Guid.Empty && (State != RequestState.Appealed || MayHearAppeal(colleague)), "An appeal is heard by somebody else.");
        Move(RequestStep.Assigned, State == RequestState.Appealed ? State : RequestState.InProgress, act, RequestEvent.ReasonOf(colleague));
        Assignee = colleague;
    }

    public void Release(Act act)
    {
        Move(RequestStep.Released, RequestState.Triage, act);
        Assignee = null;
    }

    /// <summary>Takes back the last move between hands.</summary>
    /// <param name="move">The step that claimed, assigned or released it.</param>
    /// <param name="holder">Who had it before that step.</param>
    public void Undo(RequestEvent move, Guid? holder, Act act)
    {
        Demand(move.RequestId == Id && move.IsMove && move.To == State, "Only the last move is taken back.");
        Move(RequestStep.Undone, move.From, act, RequestEvent.ReasonOf(holder));
        Assignee = holder;
    }

    public void AskClarification(Guid question, Act act)
    {
        Move(RequestStep.ClarificationAsked, RequestState.AwaitingClarification, act, record: question);
        (ClearOn, AskedOn) = (null, act.On);
    }

    public void Clarify(Guid answer, Act act) => BecomeClear(RequestStep.Clarified, answer, act);

    /// <summary>No answer came. Silence refuses nothing.</summary>
    public void GoOn(Act act) => BecomeClear(RequestStep.WentOn, null, act);

    public void Write(Guid message, Act act) => Move(RequestStep.Wrote, State, act, record: message);

    /// <summary>Stops the clock while the person is asked for what the reason names.</summary>
    /// <param name="lawful">Whether the region's rule lets this reason stop it.</param>
    public void Pause(PauseReason reason, bool lawful, Act act)
    {
        Demand(lawful, $"The clock of {Region} does not stop for {reason}.");
        Demand(reason == WaitsFor && OpenPause is null, "The clock stops once, and for what the person is asked for.");
        Move(RequestStep.Paused, State, act, reason.ToString());
        pauses.Add(ClockPause.Begin(Id, reason, act.On));
    }

    public void Resume(Act act)
    {
        Demand(OpenPause is not null, "The clock runs.");
        Move(RequestStep.Resumed, State, act);
        EndPause(act.On);
    }

    /// <summary>More time, once, told before the day that was due.</summary>
    /// <param name="reason">The sealed reason that the person is told.</param>
    /// <param name="lawful">Whether the region's rule allows it on this day.</param>
    public void Extend(Guid reason, bool lawful, Act act)
    {
        Demand(lawful && ExtendedOn is null, $"The clock of {Region} cannot be extended now.");
        Demand(reason != Guid.Empty, "The person is told why.");
        Move(RequestStep.Extended, State, act, record: reason);
        ExtendedOn = act.On;
    }

    /// <summary>Takes over what the clock says. A day that moves leaves a step.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Reckon(DateOnly due, DateOnly? limit, bool provisional, Act act)
    {
        if ((DueOn, LimitOn, IsProvisional) == (due, limit, provisional))
        {
            return false;
        }

        Move(RequestStep.DueChanged, State, act, $"{due:O} {(limit is { } last ? $"{last:O}" : "-")}{(provisional ? " provisional" : "")}");
        (DueOn, LimitOn, IsProvisional) = (due, limit, provisional);
        return true;
    }

    /// <summary>Records of the person were set aside: only storage and claims open them.</summary>
    public void Restrict(int records, Act act) => Move(RequestStep.Restricted, State, act, $"{records}");

    public ClockPause? OpenPause => pauses.Find(pause => pause.EndedOn is null);

    /// <summary>What the person is asked for, as a reason to stop a clock.</summary>
    public PauseReason? WaitsFor =>
        State == RequestState.AwaitingIdentity ? PauseReason.IdentityCheck
        : State == RequestState.AwaitingAuthority ? PauseReason.AuthorityCheck
        : State == RequestState.AwaitingClarification ? PauseReason.Clarification
        : null;

    private RequestState InHand => Assignee is null ? RequestState.Triage : RequestState.InProgress;

    private void AskWho(RequestStep step, RequestState state, Guid doubt, Act act)
    {
        Demand(doubt != Guid.Empty, "Whoever doubts says why.");
        Move(step, state, act, record: doubt);
        (IdentityProvedOn, AskedOn, Reminders) = (null, act.On, 0);
    }

    private void BecomeClear(RequestStep step, Guid? answer, Act act)
    {
        Move(step, InHand, act, record: answer);
        ClearOn = act.On;
        EndPause(act.On);
    }

    private void EndPause(DateTime on) => OpenPause?.End(on);
}
