using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class ScreeningLookTests
{
    [Theory, BothProviders]
    public async Task Nobody_is_looked_at_where_nothing_changed_and_everybody_is_once_something_did_or_a_minute_is_over(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await house.RoundAsync();
        var look = house.Get<ScreeningLook>();

        var still = await BeginAsync();
        await house.RenameAsync(person, "Ysmene Dombrelune");
        var saved = await BeginAsync();
        await house.RoundAsync();
        await house.RoundAsync();
        var after = await BeginAsync();
        await using (var work = await house.Store.WriteAsync())
        {
            work.End(person, For.RegionalScreening, house.System, "test");
            await work.CommitAsync();
        }

        var ended = await BeginAsync();
        await house.RoundAsync();
        var quiet = await BeginAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await BeginAsync();

        Assert.Equal((false, true, false, true, false, true), (still, saved, after, ended, quiet, later));
        Assert.Equal(GateAnswer.Allowed, await house.AskAsync(person));

        async Task<bool> BeginAsync()
        {
            await using var db = house.Store.Read();
            return await look.BeginAsync(db, house.Clock.GetUtcNow().UtcDateTime, default) is not null;
        }
    }
}
