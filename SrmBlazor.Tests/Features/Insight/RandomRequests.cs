using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Insight;

/// <summary>Requests that go every way there is, and what is known of each from its own steps: the program's figures are not asked.</summary>
internal static class RandomRequests
{
    private static readonly RequestKind[] Kinds = [RequestKind.Other, RequestKind.Complaint, RequestKind.Explain, RequestKind.Objection];

    private static readonly string[] Regions = ["CN", "DE", "US-CA", ""];

    /// <summary>A request that came and one that ended.</summary>
    internal sealed record Fact(DateOnly Day, RequestKind Kind, string Country, RequestOutcome? Outcome = null, DenialGround? Ground = null, int Days = 0, bool InTime = false)
    {
        public bool IsAnswer => Outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled or RequestOutcome.Refused or RequestOutcome.NoDataHeld;
    }

    public static async Task FillAsync(House house, int count, int seed, int days = 200)
    {
        var random = new Random(seed);
        await using var work = await house.Store.WriteAsync();
        var before = await work.Db.Set<RightsRequest>().CountAsync();
        for (var number = before + 1; number <= before + count; number++)
        {
            var person = Person.Create("en", "CN");
            work.Db.Add(person);
            work.Db.Add(One(person.Id, number, work.Now.AddDays(-random.Next(days)).AddHours(-random.Next(24)), work.Now, random));
        }

        work.Announce(Topics.Queue);
        await work.CommitAsync();
    }

    public static async Task<(List<Fact> Came, List<Fact> Ended, List<RightsRequest> Open)> FactsAsync(House house)
    {
        await using var db = house.Store.Read();
        var all = await db.Set<RightsRequest>().AsNoTracking().Include(one => one.Events).Include(one => one.Decisions).AsSplitQuery().ToListAsync();
        return ([.. all.Select(one => new Fact(one.ReceivedOn, one.Kind, CountryOf(one)))], [.. all.SelectMany(EndsOf)], [.. all.Where(one => one.State.Stage() != RequestStage.Ended)]);
    }

    /// <summary>Follows the steps: which day was due when something ended, and since when the clock ran.</summary>
    private static IEnumerable<Fact> EndsOf(RightsRequest request)
    {
        var (since, due, answered) = (request.ReceivedOn, DateOnly.MaxValue, false);
        foreach (var step in request.Events.OrderBy(step => step.Turn))
        {
            var day = DateOnly.FromDateTime(step.On.AddHours(8));
            switch (step.Step)
            {
                case RequestStep.DueChanged:
                    due = DateOnly.Parse(step.Reason.Split(' ')[0], CultureInfo.InvariantCulture);
                    break;
                case RequestStep.Overturned:
                    (since, answered) = (day, false);
                    break;
                case RequestStep.Decided or RequestStep.Withdrawn or RequestStep.Expired or RequestStep.Upheld:
                    var outcome = step.Step == RequestStep.Decided ? Enum.Parse<RequestOutcome>(step.Reason) : Enum.Parse<RequestOutcome>(step.Step.ToString());
                    if (step.Step != RequestStep.Decided || !answered)
                    {
                        yield return new Fact(day, request.Kind, CountryOf(request), outcome, request.Decisions.Single(one => one.On == step.On && one.Outcome == outcome).Ground, day.DayNumber - since.DayNumber, day <= due);
                    }

                    answered |= step.Step == RequestStep.Decided;
                    break;
                default:
                    break;
            }
        }
    }

    private static string CountryOf(RightsRequest request) => request.Region is "US-CA" ? "US" : request.Region;

    private static RightsRequest One(Guid person, int number, DateTime on, DateTime now, Random random)
    {
        var request = RightsRequest.Submit(
            new NewRequest(person, Kinds[random.Next(Kinds.Length)], Regions[random.Next(Regions.Length)], "en", RequestChannel.Letter, DateOnly.FromDateTime(on.AddHours(8)).AddDays(-random.Next(3)), Guid.NewGuid()), number,
            new Act(person, Role.Supplier, on));
        var (officer, second, third) = (new Act(Guid.NewGuid(), Role.PrivacyOfficer, on), Guid.NewGuid(), Guid.NewGuid());
        var (due, answer, denial) = (DateOnly.FromDateTime(on).AddDays(1 + random.Next(25)), new RequestAnswer(Guid.NewGuid(), "en"), new RequestAnswer(Guid.NewGuid(), "en", "CN"));
        request.Reckon(due, null, provisional: false, officer);
        request.ProveIdentity(officer);
        var ends = Later(on, random.Next(40));
        if (ends > now || random.Next(12) == 0)
        {
            return request;
        }

        var (at, program) = (officer with { On = ends }, new Act(Guid.Empty, Role.None, ends));
        request.Claim(officer);
        switch (random.Next(8))
        {
            case 0:
                request.Withdraw(answer, new Act(person, Role.Supplier, ends));
                return request;
            case 1:
                request.AskIdentity(Guid.NewGuid(), officer);
                request.Remind(Guid.NewGuid(), officer);
                request.Remind(Guid.NewGuid(), officer);
                request.Expire(answer, program);
                return request;
            case 2 or 3:
                var outcome = random.Next(3) == 0 ? RequestOutcome.NoDataHeld : random.Next(2) == 0 ? RequestOutcome.Refused : RequestOutcome.PartlyFulfilled;
                request.Propose(outcome, outcome == RequestOutcome.NoDataHeld ? DenialGround.NoDataHeld : Enum.GetValues<DenialGround>()[random.Next(4)], denial, officer);
                request.Approve(carriedOut: false, at with { Who = second });
                break;
            default:
                request.Answer(answer, at);
                break;
        }

        GoOn(request, person, Later(ends, 1 + random.Next(20)), now, third, random);
        return request;
    }

    /// <summary>An appeal that is right or is not, or what law had held back: each answers anew, and one of them no clock.</summary>
    private static void GoOn(RightsRequest request, Guid person, DateTime on, DateTime now, Guid third, Random random)
    {
        var way = random.Next(5);
        var (hears, last) = (new Act(third, Role.PrivacyOfficer, on), Later(on, random.Next(1, 15)));
        if (last > now)
        {
            return;
        }

        if (request.State == RequestState.PartlyFulfilled && way < 3)
        {
            request.EndHold(new Act(Guid.Empty, Role.None, on));
            request.BeginCheck(new Act(Guid.Empty, Role.None, last));
            request.Finish(whole: true, new RequestAnswer(Guid.NewGuid(), "en"), null, new Act(Guid.Empty, Role.None, last));
        }
        else if (way == 3)
        {
            request.Appeal(Guid.NewGuid(), new Act(person, Role.Supplier, on));
            request.Overturn(Guid.NewGuid(), RequestClock.Today(on), hears);
            request.Reckon(RequestClock.Today(on).AddDays(7), null, provisional: false, new Act(Guid.Empty, Role.None, on));
            request.Answer(new RequestAnswer(Guid.NewGuid(), "en"), hears with { On = last });
        }
        else if (way == 4)
        {
            request.Appeal(Guid.NewGuid(), new Act(person, Role.Supplier, on));
            request.Claim(hears);
            request.Uphold(new RequestAnswer(Guid.NewGuid(), "en", "CN"), hears with { On = last });
        }
    }

    private static DateTime Later(DateTime on, int days) => on.AddDays(days).AddMinutes(7);
}
