using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class LateListTests
{
    private static readonly Guid Officer = Guid.NewGuid();

    [Theory, BothProviders]
    public async Task What_will_be_late_is_told_from_answers_of_its_kind_and_region_that_took_at_least_as_long(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        foreach (var days in Enumerable.Range(1, 10))
        {
            await AnsweredAsync(house, RequestKind.Other, "CN", days);
            await AnsweredAsync(house, RequestKind.Other, "DE", days + 20);
        }

        // older answers tell nothing of the present pace
        await AnsweredAsync(house, RequestKind.Other, "CN", took: 1, ago: 100);
        var (late, inTime) = (await OpenAsync(house, RequestKind.Other, "CN", age: 4, due: 6), await OpenAsync(house, RequestKind.Other, "CN", age: 4, due: 7));
        var abroad = await OpenAsync(house, RequestKind.Other, "DE", age: 4, due: 8);
        var byAll = await OpenAsync(house, RequestKind.Complaint, "BR", age: 0, due: 9);
        var over = await OpenAsync(house, RequestKind.Other, "CN", age: 12, due: 10);
        var longest = await OpenAsync(house, RequestKind.Other, "DE", age: 29, due: 40);

        var found = await house.Get<LateList>().ReadAsync(house.ActOf(Officer, Role.PrivacyOfficer));

        var today = RequestClock.Today(house.Clock.Now());
        DateOnly? After(int age, int days) => today.AddDays(days - age);
        // those of CN that took 4 to 10 days have 7 in their middle, those of DE 25, all together 10
        Assert.Equal([(over, null, true), (late, After(4, 7), false), (abroad, After(4, 25), false), (byAll, After(0, 10), false), (longest, null, false)],
            found.Rows.Select(row => (row.Reference, row.Expected, row.IsLate)));
        Assert.DoesNotContain(found.Rows, row => row.Reference == inTime);
        Assert.Equal((20, true), (found.Answers, found.IsKnown));
    }

    [Theory, BothProviders]
    public async Task Where_hardly_anything_was_answered_only_what_is_late_already_is_listed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await AnsweredAsync(house, RequestKind.Other, "CN", took: 30);
        await OpenAsync(house, RequestKind.Other, "CN", age: 2, due: 5);
        var over = await OpenAsync(house, RequestKind.Other, "CN", age: 12, due: 10);

        var found = await house.Get<LateList>().ReadAsync(house.ActOf(Officer, Role.Administrator));

        Assert.Equal([over], found.Rows.Select(row => row.Reference));
        Assert.False(found.IsKnown);
    }

    [Fact]
    public async Task However_many_there_are_it_asks_three_bounded_questions_by_index()
    {
        Overhearing.Begin();
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await new Desk(house).FillAsync(60, seed: 5);
        var list = house.Get<LateList>();

        var asked = await Overhearing.OfAsync(() => list.ReadAsync(house.ActOf(Officer, Role.PrivacyOfficer)));

        Assert.Equal(3, asked.Count);
        Assert.All(asked, statement => Assert.Contains("LIMIT", statement, StringComparison.Ordinal));
        await using var db = house.Store.Read();
        var today = RequestClock.Today(house.Clock.Now());
        foreach (var late in new[] { true, false })
        {
            var plan = await Plan.OfAsync(db, LateList.Pressing(db, today, late).Take(LateList.Looked));
            Assert.Contains(plan, step => step.Contains("IX_RightsRequests_Open_Due", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }

        var pace = await Plan.OfAsync(db, Pace.Newest(db, house.Clock.Now()));
        Assert.Contains(pace, step => step.Contains("IX_RequestDecisions_On (On>?)", StringComparison.Ordinal));
        Assert.DoesNotContain(pace, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static Task<string> AnsweredAsync(House house, RequestKind kind, string region, int took, int ago = 1) => AddAsync(house, kind, region, took + ago, 15, request =>
    {
        var on = new Act(Officer, Role.PrivacyOfficer, house.Clock.Now().AddDays(-ago));
        request.Claim(on);
        request.Answer(new RequestAnswer(Guid.NewGuid(), "en"), on);
    });

    private static Task<string> OpenAsync(House house, RequestKind kind, string region, int age, int due) => AddAsync(house, kind, region, age, due, _ => { });

    private static async Task<string> AddAsync(House house, RequestKind kind, string region, int age, int due, Action<RightsRequest> go)
    {
        await using var work = await house.Store.WriteAsync();
        var person = Person.Create("en", region);
        work.Db.Add(person);
        var on = work.Now.AddDays(-age);
        var number = await work.Db.Set<RightsRequest>().CountAsync() + 1;
        var request = RightsRequest.Submit(new NewRequest(person.Id, kind, region, "en", RequestChannel.Dashboard, DateOnly.FromDateTime(on), Guid.NewGuid()), number, new Act(person.Id, Role.Supplier, on));
        var officer = new Act(Officer, Role.PrivacyOfficer, on);
        request.ProveIdentity(officer);
        request.Reckon(DateOnly.FromDateTime(on).AddDays(due), null, provisional: false, officer);
        go(request);
        work.Db.Add(request);
        await work.CommitAsync();
        return request.Reference;
    }
}
