using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Random lives again, now through the services and on a database: what they leave behind obeys the same rules.</summary>
public sealed class RequestServiceWalkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_asked_of_the_services_the_stores_keep_the_rules(int seed)
    {
        var random = new Random(seed);
        WorkResult Result(RequestToDo _) => random.Next(4) switch
        {
            0 => new WorkResult.Left(),
            1 => new WorkResult.Failed("KeyStoreAway"),
            2 => new WorkResult.Done(false, "A part had to stay.", Guid.NewGuid()),
            _ => new WorkResult.Done(true, "All of it is gone.", Guid.NewGuid()),
        };
        await using var house = await Applicant.HouseWithAsync(new Shredder(RequestKind.Delete) { Answers = Result }, new Shredder(RequestKind.CloseAccount) { Answers = Result });
        var applicant = await Applicant.BeginAsync(house, One(random, ["CN", "DE", "US-CA"]));
        List<string> references = [await applicant.SubmitAsync(RequestKind.Delete)];

        for (var step = 0; step < 150; step++)
        {
            house.Clock.Advance(TimeSpan.FromHours(random.Next(1, 60)));
            if (random.Next(12) == 0)
            {
                references.Add(await applicant.SubmitAsync(One(random, applicant.Mine.Kinds(applicant.Act))));
            }
            else if (random.Next(6) == 0)
            {
                await house.Get<RequestRound>().RunAsync();
            }
            else
            {
                await TryAsync(random, applicant, One(random, references));
            }

            await KeepsAsync(house, applicant);
        }

        await using (var db = house.Store.Read())
        {
            Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
        }

        Assert.True((await StatesAsync(house)).Distinct().Count() > 4, "The walk came nowhere.");
    }

    private static async Task TryAsync(Random random, Applicant one, string reference)
    {
        var (stamp, officer, text) = (await one.StampAsync(reference), one.ActOf(One(random, [Applicant.Officer, Applicant.Second, Guid.NewGuid()])), "Because of the pelican.");
        Func<Task<RequestResult>>[] moves =
        [
            () => one.Desk.ClaimAsync(reference, stamp, officer), () => one.Desk.ClaimAsync(reference, stamp, officer), () => one.Desk.ReleaseAsync(reference, stamp, officer),
            () => one.Desk.ProveAsync(reference, stamp, officer), () => one.Desk.AskIdentityAsync(reference, stamp, text, random.Next(2) == 0, officer),
            () => one.Desk.AskClarificationAsync(reference, stamp, text, officer), () => one.Desk.WriteAsync(reference, stamp, text, officer),
            () => one.Desk.PauseAsync(reference, stamp, officer), () => one.Desk.ResumeAsync(reference, stamp, officer), () => one.Desk.ExtendAsync(reference, stamp, text, officer),
            () => one.Decisions.AnswerAsync(reference, stamp, text, officer), () => one.Decisions.ReturnAsync(reference, stamp, text, officer),
            () => one.Decisions.ProposeAsync(reference, stamp, One(random, Enum.GetValues<RequestOutcome>()), One<DenialGround?>(random, [null, DenialGround.LegalHold]), text, officer),
            () => one.Decisions.ProposeAsync(reference, stamp, RequestOutcome.Fulfilled, null, text, officer), () => one.Decisions.ApproveAsync(reference, stamp, officer),
            () => one.Decisions.ApproveAsync(reference, stamp, officer), () => one.Decisions.OverturnAsync(reference, stamp, text, officer), () => one.Decisions.UpholdAsync(reference, stamp, text, officer),
            () => one.Decisions.RestrictAsync(reference, stamp, ["identity"], officer), () => one.Mine.WriteAsync(reference, text, one.Act),
            () => one.Mine.AppealAsync(reference, text, one.Act), () => random.Next(5) == 0 ? one.Mine.WithdrawAsync(reference, one.Act) : one.Mine.WriteAsync(reference, text, one.Act),
        ];

        // whatever a user can meet is a value; an exception here is a hole in the services
        Assert.NotNull(await One(random, moves)());
    }

    private static async Task KeepsAsync(House house, Applicant applicant)
    {
        await using var db = house.Store.Read();
        var requests = await db.Set<RightsRequest>().AsNoTracking().Include(one => one.Events.OrderBy(step => step.Turn)).Include(one => one.Decisions).AsSplitQuery().ToListAsync();
        var records = await db.Set<SealedRow>().Where(row => row.PersonId == applicant.Person && row.State == RowState.Live).Select(row => row.Id).ToHashSetAsync();
        Assert.InRange(requests.Count(one => one.Kind.Erases() && one.State is RequestState.Executing or RequestState.Verifying && one.Kind.Erases()), 0, 1);
        Assert.All(requests, one =>
        {
            Assert.Equal(Enumerable.Range(1, one.Turns), one.Events.Select(step => step.Turn));
            Assert.Equal(one.State, one.Events[^1].To);
            Assert.True(!one.State.IsDecided() || one.LastDecision is { } last && records.Contains(last.MessageId), $"{one.Reference} ended untold.");
            Assert.All(one.Decisions.Where(decision => decision.Outcome is RequestOutcome.Refused or RequestOutcome.NoDataHeld), decision =>
                Assert.True(decision is { Ground: not null, Route.Length: > 0, Proposer: { } first, Reviewer: { } second } && first != second, $"{one.Reference} was denied without ground, route or a second person."));
            Assert.All(one.Decisions.Where(decision => one.Kind.Erases() && decision.Outcome == RequestOutcome.Fulfilled), decision => Assert.NotNull(decision.CertificateId));
        });
        Assert.Equal(requests.Sum(one => one.Turns), await db.Set<AuditEntry>().CountAsync(entry => entry.Action.StartsWith("request.")));
    }

    private static async Task<List<RequestState>> StatesAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<RequestEvent>().Select(step => step.To).ToListAsync();
    }

    private static T One<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
