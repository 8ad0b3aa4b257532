using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Triage;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Who has a case open, and who is writing in it, for as long as it lasts.</summary>
public sealed class CaseVisitTests
{
    [Theory, BothProviders]
    public async Task Who_else_has_a_case_open_is_known_until_they_leave_or_fall_silent(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (visits, officer, second) = (house.Get<CaseVisits>(), applicant.ActOf(Applicant.Officer), applicant.ActOf(Applicant.Second));
        var (reference, mine, theirs) = (await applicant.InHandAsync(), Guid.NewGuid(), Guid.NewGuid());

        Assert.True(await visits.SeeAsync(reference, mine, officer));
        Assert.True(await visits.SeeAsync(reference, Guid.NewGuid(), officer));
        Assert.True(await visits.SeeAsync(reference, theirs, second));
        Assert.Equal(1, (await visits.CompanyAsync(reference, officer))!.Colleagues);
        Assert.Equal(2, (await visits.CompanyAsync(reference, applicant.ActOf(Guid.NewGuid())))!.Colleagues);
        Assert.Equal(1, Assert.Single(await house.Get<Board>().ViewedAsync(officer)).Value);
        // a page is closed by whose it is
        await visits.LeaveAsync(reference, theirs, officer);
        Assert.False(await visits.SeeAsync(reference, theirs, officer));
        Assert.Equal(1, (await visits.CompanyAsync(reference, officer))!.Colleagues);

        await visits.LeaveAsync(reference, theirs, second);
        Assert.Equal(0, (await visits.CompanyAsync(reference, officer))!.Colleagues);
        Assert.Equal(1, (await visits.CompanyAsync(reference, second))!.Colleagues);
        house.Clock.Advance(CaseVisit.Life);
        Assert.Equal(0, (await visits.CompanyAsync(reference, second))!.Colleagues);
        Assert.Empty(await house.Get<Board>().ViewedAsync(second));
        // and who comes next clears away what was left
        await visits.SeeAsync(reference, theirs, second);
        await using var db = house.Store.Read();
        Assert.Equal(theirs, (await db.Set<CaseVisit>().SingleAsync()).Id);
    }

    [Theory, BothProviders]
    public async Task Staying_is_written_down_once_in_a_while_and_only_coming_and_going_is_announced(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (visits, officer) = (house.Get<CaseVisits>(), applicant.ActOf(Applicant.Officer));
        var (reference, visit, heard) = (await applicant.InHandAsync(), Guid.NewGuid(), 0);
        using var subscription = house.Get<ChangeFeed>().Subscribe(Topics.Cases, () => heard++);
        List<DateTime> kept = [];

        for (var second = 0; second < 60; second++)
        {
            await visits.SeeAsync(reference, visit, officer);
            await using var db = house.Store.Read();
            kept.Add((await db.Set<CaseVisit>().SingleAsync()).SeenOn);
            house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, kept.Distinct().Count());
        Assert.Equal(1, heard);
        await visits.LeaveAsync(reference, visit, officer);
        await visits.LeaveAsync(reference, visit, officer);
        Assert.Equal(2, heard);
    }

    [Theory, BothProviders]
    public async Task Both_sides_see_that_the_other_is_writing_for_seconds_and_nothing_else_is_kept(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (visits, officer) = (house.Get<CaseVisits>(), applicant.ActOf(Applicant.Officer));
        var (reference, mine, theirs) = (await applicant.InHandAsync(), Guid.NewGuid(), Guid.NewGuid());
        await visits.SeeAsync(reference, theirs, officer);
        Assert.False(await visits.IsOfficeWritingAsync(reference, applicant.Act));

        Assert.True(await visits.WriteMineAsync(reference, mine, applicant.Act));
        Assert.True(await visits.WriteAsync(reference, theirs, officer));

        Assert.Equal(new CaseCompany(0, PersonWrites: true), await visits.CompanyAsync(reference, officer));
        Assert.True(await visits.IsOfficeWritingAsync(reference, applicant.Act));
        // the person counts as nobody who has the case open
        Assert.Equal(1, (await visits.CompanyAsync(reference, applicant.ActOf(Applicant.Second)))!.Colleagues);
        house.Clock.Advance(CaseVisit.Writing);
        Assert.Equal(CaseCompany.Nobody, await visits.CompanyAsync(reference, officer));
        Assert.False(await visits.IsOfficeWritingAsync(reference, applicant.Act));
        await using var db = house.Store.Read();
        Assert.Equal(["Id", "RequestId", "SeenOn", "StaffId", "WroteOn"], db.Model.FindEntityType(typeof(CaseVisit))!.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task In_a_request_of_somebody_else_nobody_writes_and_nobody_is_seen_writing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var (visits, stranger) = (house.Get<CaseVisits>(), house.ActOf(Guid.NewGuid(), Role.Supplier));
        var reference = await applicant.InHandAsync();
        await visits.WriteAsync(reference, Guid.NewGuid(), applicant.ActOf(Applicant.Officer));

        Assert.False(await visits.WriteMineAsync(reference, Guid.NewGuid(), stranger));
        Assert.False(await visits.IsOfficeWritingAsync(reference, stranger));
        Assert.False((await visits.CompanyAsync(reference, applicant.ActOf(Applicant.Second)))!.PersonWrites);
    }

    [PostgresFact]
    public async Task A_colleague_at_another_node_is_seen()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.PostgreSql);
        await using var here = await House.OpenAsync(stores);
        await using var there = await House.OpenAsync(stores);
        var applicant = await Applicant.BeginAsync(here);
        var reference = await applicant.InHandAsync();

        await there.Get<CaseVisits>().SeeAsync(reference, Guid.NewGuid(), applicant.ActOf(Applicant.Second));

        Assert.Equal(1, (await here.Get<CaseVisits>().CompanyAsync(reference, applicant.ActOf(Applicant.Officer)))!.Colleagues);
        Assert.Single(await here.Get<Board>().ViewedAsync(applicant.ActOf(Applicant.Officer)));
    }
}
