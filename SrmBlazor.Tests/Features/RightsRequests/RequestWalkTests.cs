using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Random lives of requests, in memory. Whatever is tried, in whatever order, the ten rules hold after each step.</summary>
public sealed class RequestWalkTests
{
    private const int Walks = 10_000;
    private const int Steps = 30;

    private static readonly string[] Regions = ["CN", "DE", "US-CA", "GB", ""];
    private static readonly Guid[] Staff = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    /// <summary>What goes with a code out of a list.</summary>
    private static readonly RequestStep[] Coded = [RequestStep.Proposed, RequestStep.Decided, RequestStep.Paused, RequestStep.ExecutionFailed, RequestStep.Restricted];

    /// <summary>Their code says whose hands it is in.</summary>
    private static readonly RequestStep[] Holding = [RequestStep.Assigned, RequestStep.Undone];

    private static readonly RequestClock Clock = new(DeadlineBook.Open(null));

    [Fact]
    public void Ten_thousand_random_walks_keep_the_rules_and_come_to_every_state()
    {
        var reached = new HashSet<RequestState>();
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var walk = new Walk(random);
            for (var step = 0; step < Steps; step++)
            {
                walk.Try();
                walk.Keeps(seed);
                reached.Add(walk.Request.State);
            }

            walk.StandsStillAsPaused(seed);
        }

        Assert.Equal(Enum.GetValues<RequestState>().Order(), reached.Order());
    }

    /// <summary>One life: a request, somebody who asks, three of staff, and a calendar.</summary>
    private sealed class Walk
    {
        private readonly Random random;
        private readonly Guid person = Guid.NewGuid();
        private DateTime now = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

        /// <summary>Who takes the step that is tried, as its event is to name them.</summary>
        private Guid? by;

        private Guid officer;

        public Walk(Random random)
        {
            this.random = random;
            var kind = One(Enum.GetValues<RequestKind>());
            Request = RightsRequest.Submit(
                new NewRequest(person, kind, One(Regions), "en", One(Enum.GetValues<RequestChannel>()), DateOnly.FromDateTime(now), Guid.NewGuid()) { Cooling = random.Next(2) == 0, AppealDays = 3 },
                1, Person());
            Clock.Apply(Request, Person());
        }

        public RightsRequest Request { get; }

        public void Try()
        {
            now = now.AddHours(random.Next(1, 60));
            var (state, turns, stamp, due, decisions) = (Request.State, Request.Turns, Request.Stamp, Request.DueOn, Request.Decisions.Count);
            var (step, act) = One(Moves());
            by = officer;
            try
            {
                act();
            }
            catch (InvalidOperationException)
            {
                Assert.Equal((state, turns, stamp, decisions), (Request.State, Request.Turns, Request.Stamp, Request.Decisions.Count));
                return;
            }

            Assert.True(RequestTable.Allows(state, step), $"{step} came out of {state}.");
            // (10) one step, by whoever took it, when they did, and with the code or the words that belong to it
            var noted = Assert.Single(Request.Events.Skip(turns));
            Assert.Equal((step, by, now), (noted.Step, noted.By, noted.On));
            Assert.Equal(Coded.Contains(step), noted.Reason.Length > 0 && !Holding.Contains(step));
            // only the clock moves the day, and it leaves a step
            Assert.Equal(due, Request.DueOn);
            var before = Request.Turns;
            Assert.Equal(Clock.Apply(Request, Program()), Request.Turns > before);
        }

        /// <summary>(8) A clock stands still on as many days as its pauses last, each from the day after it began, and on no other.</summary>
        public void StandsStillAsPaused(int seed)
        {
            var (promise, limit) = Clock.Reckon(Request, now);
            foreach (var clock in new[] { promise, limit })
            {
                DateOnly Day(DateTime instant) => LegalZone.DayIn(clock.Zone, instant);
                var paused = Request.Pauses.Where(pause => clock.Rule.Pauses.Contains(pause.Reason))
                    .Sum(pause => clock.Days.Skip(1).Count(day => day.Date > Day(pause.BeganOn) && day.Date <= Day(pause.EndedOn ?? now)));
                Assert.True(paused == clock.Days.Count(day => day.Pause is not null), $"Walk {seed}: {paused} days of pauses, of which {clock.Days.Count(day => day.Pause is not null)} stand still.");
                Assert.DoesNotContain(clock.Days, day => day is { IsCounted: true, Pause: not null });
            }
        }

        public void Keeps(int seed)
        {
            var (one, last) = (Request, Request.LastDecision);
            // every step joins the one before
            Assert.Equal(Enumerable.Range(1, one.Turns), one.Events.Select(step => step.Turn));
            Assert.All(one.Events.Zip(one.Events.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.Equal(one.State, one.Events[^1].To);
            // no end without a decision that was told
            Assert.True(!one.State.IsDecided() || last is { } end && end.MessageId != Guid.Empty, $"Walk {seed} ended untold.");
            foreach (var denied in one.Decisions.Where(decision => decision.Outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld or RequestOutcome.PartlyFulfilled))
            {
                Assert.True(denied is { Ground: not null, Route.Length: > 0, Language: "en" }, $"Walk {seed} denied without ground, language or route.");
            }

            foreach (var denied in one.Decisions.Where(decision => decision.Outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld
                || one.Kind == RequestKind.Delete && decision.Outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled))
            {
                Assert.True(denied is { Proposer: { } proposer, Reviewer: { } reviewer } && proposer != reviewer, $"Walk {seed} was decided by one.");
            }

            // nothing is said to be erased before the check was clean and certified
            foreach (var erased in one.Decisions.Where(decision => one.Kind.Erases() && decision.Outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled && one.Kind.Erases()))
            {
                var told = one.Events.Single(step => step.Step == RequestStep.Decided && step.RecordId == erased.MessageId);
                Assert.Equal(RequestStep.CheckBegun, one.Events.Last(step => step.Turn < told.Turn && step.Step is RequestStep.CheckBegun or RequestStep.CheckFailed or RequestStep.ExecutionBegun && step.Turn < told.Turn).Step);
                Assert.NotNull(erased.CertificateId);
            }

            var appealed = one.Decisions.Where(decision => decision.Outcome == RequestOutcome.Upheld).ToList();
            Assert.All(appealed, decision => Assert.DoesNotContain(decision.Proposer, one.Decisions.Where(earlier => earlier.On < decision.On).SelectMany(earlier => new[] { earlier.Proposer, earlier.Reviewer })));
            // the time to think ends before the answer is due
            Assert.True(one.State != RequestState.CoolingOff || one.CoolsUntil <= one.DueOn!.Value.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc) || one.CoolsUntil == one.Events.Last(step => step.Step == RequestStep.CoolingBegun).On, $"Walk {seed} thinks too long.");
            // pauses: lawful, one at a time, only while the person is asked; California's clock never stands still
            Assert.All(one.Pauses, pause => Assert.True(Clock.MayPause(one, pause.Reason)));
            Assert.True(one.Region != "US-CA" || one.Pauses.Count == 0);
            Assert.True(one.OpenPause is null || one.State.WaitsForPerson(), $"Walk {seed} stands still for nothing.");
            Assert.Equal(one.Pauses.Count, one.Events.Count(step => step.Step == RequestStep.Paused));
            Assert.True(one.Pauses.OrderBy(pause => pause.BeganOn).Zip(one.Pauses.OrderBy(pause => pause.BeganOn).Skip(1)).All(pair => pair.First.EndedOn <= pair.Second.BeganOn));
        }

        private (RequestStep Step, Action Act)[] Moves()
        {
            var (message, staff, reason) = (Guid.NewGuid(), Officer(), One([PauseReason.IdentityCheck, PauseReason.Clarification]));
            var answer = new RequestAnswer(random.Next(8) == 0 ? Guid.Empty : message, random.Next(8) == 0 ? "zh-CN" : "en", random.Next(4) == 0 ? "" : "CN");
            var ground = random.Next(3) == 0 ? (DenialGround?)null : One(Enum.GetValues<DenialGround>());
            return
            [
                (RequestStep.IdentityProved, () => Request.ProveIdentity(staff)),
                (RequestStep.IdentityProved, () => Request.ProveIdentity(staff)),
                (RequestStep.IdentityAsked, () => Request.AskIdentity(message, staff)),
                (RequestStep.AuthorityAsked, () => Request.AskAuthority(message, staff)),
                (RequestStep.EvidenceKept, () => Request.KeepEvidence(message, Person())),
                (RequestStep.Reminded, () => Request.Remind(message, Program())),
                (RequestStep.Reminded, () => Request.Remind(message, Program())),
                (RequestStep.Expired, () => Request.Expire(answer, Program())),
                (RequestStep.Expired, () => Request.Expire(answer, Program())),
                (RequestStep.Reopened, () => Request.Reopen(message, Person())),
                (RequestStep.Claimed, () => Request.Claim(staff)),
                (RequestStep.Claimed, () => Request.Claim(staff)),
                (RequestStep.Assigned, () => Request.Assign(One(Staff), staff)),
                (RequestStep.Released, () => Request.Release(staff)),
                (RequestStep.Undone, () => Request.Undo(Request.Events[^1], One(Staff), staff)),
                (RequestStep.ClarificationAsked, () => Request.AskClarification(message, staff)),
                (RequestStep.Clarified, () => Request.Clarify(message, Person())),
                (RequestStep.WentOn, () => Request.GoOn(Program())),
                (RequestStep.Wrote, () => Request.Write(message, Person())),
                (RequestStep.Paused, () => Request.Pause(reason, Clock.MayPause(Request, reason), staff)),
                (RequestStep.Resumed, () => Request.Resume(staff)),
                (RequestStep.Extended, () => Request.Extend(message, Clock.MayExtend(Request, now), staff)),
                (RequestStep.Restricted, () => Request.Restrict(2, staff)),
                (RequestStep.Decided, () => Request.Answer(answer, staff)),
                (RequestStep.Proposed, () => Request.Propose(One(Enum.GetValues<RequestOutcome>()), ground, answer, staff)),
                (RequestStep.Proposed, () => Request.Propose(RequestOutcome.Fulfilled, null, answer, staff)),
                (RequestStep.Proposed, () => Request.Propose(RequestOutcome.Refused, ground, answer, staff)),
                (RequestStep.Returned, () => Request.Return(message, staff)),
                (Approves(), () => Request.Approve(Request.Kind.Erases(), staff)),
                (Approves(), () => Request.Approve(Request.Kind.Erases(), staff)),
                (Begins(), () => Request.RunByItself(Person())),
                (RequestStep.ExecutionBegun, () => Request.EndCooling(Program())),
                (RequestStep.ExecutionFailed, () => Request.Fail("KeyStoreAway", Program())),
                (RequestStep.ExecutionBegun, () => Request.Retry(Program())),
                (RequestStep.Escalated, () => Request.Escalate(Program())),
                (RequestStep.CheckBegun, () => Request.BeginCheck(Program())),
                (RequestStep.CheckFailed, () => Request.FailCheck(Program())),
                (RequestStep.Decided, () => Request.Finish(random.Next(2) == 0, answer, random.Next(3) == 0 ? null : Guid.NewGuid(), Program())),
                (RequestStep.Decided, () => Request.Finish(true, answer, Guid.NewGuid(), Program())),
                (RequestStep.HoldEnded, () => Request.EndHold(Program())),
                (RequestStep.Withdrawn, () => Withdraw(answer)),
                (RequestStep.Appealed, () => Request.Appeal(message, Person())),
                (RequestStep.Overturned, () => Request.Overturn(message, DateOnly.FromDateTime(now), staff)),
                (RequestStep.Upheld, () => Request.Uphold(answer, staff)),
                (RequestStep.Closed, () => Request.Close(Program())),
            ];
        }

        private RequestStep Begins() => Request.WantsCooling ? RequestStep.CoolingBegun : RequestStep.ExecutionBegun;

        private RequestStep Approves() =>
            Request.Kind.Erases() && Request.ProposedOutcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled && Request.Kind.Erases() ? Begins() : RequestStep.Decided;

        /// <summary>Rarely, or nothing would come to an answer.</summary>
        private void Withdraw(RequestAnswer answer)
        {
            if (random.Next(6) > 0)
            {
                throw new InvalidOperationException();
            }

            Request.Withdraw(answer, Person());
        }

        private T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

        private Act Person()
        {
            by = null;
            return new(person, Role.Supplier, now);
        }

        private Act Officer() => new(officer = One(Staff), Role.PrivacyOfficer, now);

        private Act Program()
        {
            by = Guid.Empty;
            return new(Guid.Empty, Role.None, now);
        }
    }
}
