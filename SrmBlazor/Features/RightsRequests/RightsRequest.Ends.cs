using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <content>Its steps to an answer, and what comes after one.</content>
public sealed partial class RightsRequest
{
    private static readonly RequestOutcome[] Proposable = [RequestOutcome.Fulfilled, RequestOutcome.PartlyFulfilled, RequestOutcome.Refused, RequestOutcome.NoDataHeld];

    /// <summary>Whether a member of staff may answer without a second person.</summary>
    public static bool NeedsReview(RequestKind kind, RequestOutcome outcome) => outcome != RequestOutcome.Fulfilled || kind.Erases();

    /// <summary>Answers by text what needs no second person.</summary>
    public void Answer(RequestAnswer answer, Act act)
    {
        Demand(State == RequestState.InProgress && !NeedsReview(Kind, RequestOutcome.Fulfilled) && IdentityProvedOn is not null, "This cannot be answered by one person now.");
        Decide(RequestOutcome.Fulfilled, null, act.Who, null, answer, null, act);
    }

    /// <summary>Proposes an end for a second person to decide.</summary>
    public void Propose(RequestOutcome outcome, DenialGround? ground, RequestAnswer answer, Act act)
    {
        Demand(Proposable.Contains(outcome) && act.Who != Guid.Empty, "Only an end that staff decide is proposed.");
        Demand(State == RequestState.InProgress || ground == DenialGround.InsufficientVerification && outcome == RequestOutcome.Refused, "While the person is asked, only the doubt can be the reason.");
        Demand(outcome is not (RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled) || IdentityProvedOn is not null, "Nothing is given to who has not shown who they are.");
        Fits(outcome, ground, answer);
        Move(RequestStep.Proposed, RequestState.AwaitingReview, act, outcome.ToString(), answer.MessageId);
        (ProposedOutcome, ProposedGround, ProposedBy, ProposedMessageId, ProposedRoute) = (outcome, ground, act.Who, answer.MessageId, answer.Route);
        EndPause(act.On);
    }

    public void Return(Guid why, Act act)
    {
        Move(RequestStep.Returned, InHand, act, record: why);
        (ProposedOutcome, ProposedGround, ProposedBy, ProposedMessageId, ProposedRoute) = (null, null, null, null, "");
    }

    /// <summary>A second person agrees: a refusal takes effect, something to be done begins.</summary>
    /// <param name="carriedOut">Whether a feature carries this kind out; otherwise the text is the answer.</param>
    /// <param name="cooling">Days of 24 hours to think it over, where the person wants that.</param>
    public void Approve(bool carriedOut, Act act, int cooling = 3)
    {
        Demand(State == RequestState.AwaitingReview && act.Who != Guid.Empty && act.Who != ProposedBy, "A proposal is decided by a second person.");
        Demand(carriedOut || !Kind.Erases() || IsDenial(ProposedOutcome!.Value), "Nobody is there to carry it out.");
        if (carriedOut && !IsDenial(ProposedOutcome!.Value))
        {
            ReviewedBy = act.Who;
            BeginWork(act, cooling);
            return;
        }

        Decide(ProposedOutcome!.Value, ProposedGround, ProposedBy, act.Who, new RequestAnswer(ProposedMessageId!.Value, Language, ProposedRoute), null, act);
    }

    /// <summary>What needs no decision begins as soon as it is certain who asks.</summary>
    /// <param name="cooling">As for <see cref="Approve"/>.</param>
    public void RunByItself(Act act, int cooling = 3)
    {
        Demand(Kind.RunsByItself() && State == RequestState.Triage && IdentityProvedOn is not null, "This does not run by itself.");
        BeginWork(act, cooling);
    }

    /// <summary>The time to think is over.</summary>
    public void EndCooling(Act act)
    {
        Demand(State == RequestState.CoolingOff && act.On >= CoolsUntil, "The time to think is not over.");
        Execute(act);
    }

    public void Fail(string reason, Act act) => Move(RequestStep.ExecutionFailed, RequestState.Failed, act, reason);

    public void Retry(Act act)
    {
        Demand(State == RequestState.Failed, "Only what failed is tried again.");
        Execute(act);
    }

    /// <summary>Trying again does not help: staff look at it.</summary>
    public void Escalate(Act act)
    {
        Move(RequestStep.Escalated, InHand, act);
        ReviewedBy = null;
    }

    public void BeginCheck(Act act) => Move(RequestStep.CheckBegun, RequestState.Verifying, act);

    /// <summary>The check found something left: it is carried out again.</summary>
    public void FailCheck(Act act) => Move(RequestStep.CheckFailed, RequestState.Executing, act);

    /// <summary>The check is clean. An erasure needs its certificate; that it was done is not said before.</summary>
    public void Finish(bool whole, RequestAnswer answer, Guid? certificate, Act act)
    {
        Demand(State == RequestState.Verifying && (certificate is not null || !Kind.Erases()), "What was erased is certified.");
        var outcome = whole ? RequestOutcome.Fulfilled : RequestOutcome.PartlyFulfilled;
        Decide(outcome, whole ? null : ProposedGround ?? DenialGround.RetentionByLaw, ProposedBy, ReviewedBy, answer, certificate, act);
    }

    /// <summary>What law had held back is free now.</summary>
    public void EndHold(Act act)
    {
        Move(RequestStep.HoldEnded, RequestState.Executing, act);
        (Tries, AppealUntil) = (1, null);
    }

    public void PrepareLetter(Guid letter) => LetterId = letter;

    /// <summary>The person takes it back, as long as nothing is being carried out.</summary>
    public void Withdraw(RequestAnswer answer, Act act)
    {
        Told(answer);
        Move(RequestStep.Withdrawn, RequestState.Withdrawn, act, record: answer.MessageId);
        EndPause(act.On);
        Conclude(RequestOutcome.Withdrawn, null, null, null, answer, null, act);
    }

    public void Appeal(Guid message, Act act)
    {
        Demand(act.On <= AppealUntil, "The time to appeal is over.");
        Move(RequestStep.Appealed, RequestState.Appealed, act, record: message);
        (Assignee, AppealUntil) = (null, null);
    }

    /// <summary>The appeal is right: the work begins anew, with a clock of its own.</summary>
    /// <param name="today">The day in the clock's region.</param>
    public void Overturn(Guid message, DateOnly today, Act act)
    {
        Demand(MayHearAppeal(act), "An appeal is heard by somebody else.");
        Move(RequestStep.Overturned, RequestState.InProgress, act, record: message);
        (Assignee, ClockFrom, ExtendedOn, ClearOn, Tries) = (act.Who, today, null, act.On, 0);
        IdentityProvedOn ??= act.On;
        (ProposedOutcome, ProposedGround, ProposedBy, ProposedMessageId, ProposedRoute, ReviewedBy) = (null, null, null, null, "", null);
    }

    /// <summary>What was decided stays, and the person is told where else to turn.</summary>
    public void Uphold(RequestAnswer answer, Act act)
    {
        Demand(MayHearAppeal(act), "An appeal is heard by somebody else.");
        Fits(RequestOutcome.Upheld, LastDecision?.Ground, answer);
        Move(RequestStep.Upheld, RequestState.Closed, act, record: answer.MessageId);
        Conclude(RequestOutcome.Upheld, LastDecision!.Ground, act.Who, null, answer, null, act);
        (ClosedOn, LookOn) = (act.On, null);
    }

    /// <summary>The time to appeal or to answer is over.</summary>
    public void Close(Act act)
    {
        Demand(act.On > AppealUntil, "It can still be appealed.");
        Move(RequestStep.Closed, RequestState.Closed, act);
        (ClosedOn, LookOn) = (act.On, null);
    }

    /// <summary>Who decided something in it does not hear the appeal against it.</summary>
    public bool MayHearAppeal(Act act) => MayHearAppeal(act.Who);

    /// <inheritdoc cref="MayHearAppeal(Act)"/>
    public bool MayHearAppeal(Guid staff) => staff != Guid.Empty && !Deciders.Contains(staff);

    public RequestDecision? LastDecision => decisions.OrderBy(one => one.On).LastOrDefault();

    private static bool IsDenial(RequestOutcome outcome) => outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld;

    /// <summary>A denial says its ground, in the person's language, and where to complain (GDPR 12(4), PIPL 50).</summary>
    private void Fits(RequestOutcome outcome, DenialGround? ground, RequestAnswer answer)
    {
        Told(answer);
        var denies = outcome is RequestOutcome.Refused or RequestOutcome.PartlyFulfilled or RequestOutcome.NoDataHeld;
        Demand(denies == ground is not null || outcome == RequestOutcome.Upheld, "A ground belongs to what is denied.");
        Demand(!denies && outcome != RequestOutcome.Upheld || answer.Route.Length > 0, "Who is denied something is told where to complain.");
    }

    private void Told(RequestAnswer answer) => Demand(answer.MessageId != Guid.Empty && answer.Language == Language, "The person is told, in their language.");

    private void BeginWork(Act act, int cooling)
    {
        if (!WantsCooling)
        {
            Execute(act);
            return;
        }

        Move(RequestStep.CoolingBegun, RequestState.CoolingOff, act);
        var due = DueOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? act.On;
        var thought = act.On.AddDays(cooling);
        CoolsUntil = due < act.On ? act.On : due < thought ? due : thought;
    }

    private void Execute(Act act)
    {
        Move(RequestStep.ExecutionBegun, RequestState.Executing, act);
        Tries++;
    }

    private void Decide(RequestOutcome outcome, DenialGround? ground, Guid? proposer, Guid? reviewer, RequestAnswer answer, Guid? certificate, Act act)
    {
        Fits(outcome, ground, answer);
        Move(RequestStep.Decided, Enum.Parse<RequestState>(outcome.ToString()), act, outcome.ToString(), answer.MessageId);
        Conclude(outcome, ground, proposer, reviewer, answer, certificate, act);
    }

    private void Conclude(RequestOutcome outcome, DenialGround? ground, Guid? proposer, Guid? reviewer, RequestAnswer answer, Guid? certificate, Act act)
    {
        // what law had held back and goes later answers no clock a second time
        var again = outcome.IsAnswer() && decisions.Exists(one => one.Outcome.IsAnswer() && one.On >= ClearOn);
        var decision = RequestDecision.Of(Id, outcome, ground, proposer, reviewer, answer, certificate, act.On);
        decisions.Add(decision);
        if (!again)
        {
            decision.Count(this);
        }

        AppealUntil = LookOn = act.On.AddDays(AppealDays);
    }
}
