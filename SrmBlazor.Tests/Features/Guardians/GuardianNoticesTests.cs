using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian is shown is written down before it is decided about.</summary>
public sealed class GuardianNoticesTests
{
    [Theory, BothProviders]
    public async Task A_guardian_decides_about_the_notices_that_the_page_showed_before_and_about_no_others(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (child, other) = (await Child.AskAsync(house), await Child.AskAsync(house, "father@qvarnstroem.test"));
        var (token, decisions) = (await child.TokenAsync(house), house.Get<GuardianDecisions>());
        var early = await decisions.ShowAsync(token, "en");
        var others = await decisions.ShowAsync(await other.TokenAsync(house), "en");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await PolicyStaff.Of(house).PublishNewAsync(MajorKinds.None);
        var shown = await decisions.ShowAsync(token, "zh-CN");
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var read in (IReadOnlyList<ShownNotice>[])[[], early, others, [.. shown.Skip(1)], [.. shown.Take(2)]])
        {
            Assert.IsType<GuardianAnswer.NotRead>(await ConsentAsync(read));
        }

        Assert.Empty(await decisions.ShowAsync("nonsense", "en"));
        Assert.Equal(WaitingState.Asked, (await house.Get<Invitations>().StandingAsync(child.Key)).State);
        var access = Assert.IsType<GuardianAnswer.Consented>(await ConsentAsync(shown)).Token;
        Assert.Equal(["child-data", "work-profile", "correspondence"], shown.Select(one => one.Notice.Purpose));
        Assert.Equal(shown.Select(one => (one.Served, TimeSpan.FromMinutes(1))), await NoticesAsync());

        // the same on the child's page, and what takes the consent back names the notice that was agreed to
        var guardianships = house.Get<Guardianships>();
        var asked = Assert.Single(await guardianships.ShowAsync(access, "en"));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await guardianships.DecideSensitiveAsync(access, agreed: true, shown[0].Served));
        Assert.False(await guardianships.DecideSensitiveAsync(access, agreed: true, Guid.NewGuid()));
        Assert.True(await guardianships.DecideSensitiveAsync(access, agreed: true, asked.Served));
        Assert.Empty(await guardianships.ShowAsync(access, "en"));
        Assert.Equal((asked.Served, TimeSpan.FromMinutes(1)), (await NoticesAsync())[^1]);
        Assert.True(await guardianships.WithdrawAsync(access));
        Assert.Equal(shown[0].Served, (await NoticesAsync())[^1].Id);

        Task<GuardianAnswer> ConsentAsync(IReadOnlyList<ShownNotice> read) => decisions.ConsentAsync(
            token, new GuardianConsent(Child.GuardianName, Relation.Mother, Declares: true, Consents: true, [For.Correspondence]), house.Get<PolicyText>().Shown("zh-CN"), [.. read.Select(one => one.Served)]);

        async Task<IReadOnlyList<(Guid Id, TimeSpan Before)>> NoticesAsync()
        {
            await using var db = house.Store.Read();
            var events = await db.Set<ConsentEvent>().Where(one => one.PersonId == child.Person).OrderBy(one => one.Number)
                .Join(db.Set<NoticeServed>(), one => one.NoticeId, notice => notice.Id, (one, notice) => new { notice.Id, one.On, Shown = notice.On }).ToListAsync();
            return [.. events.Select(one => (one.Id, one.On - one.Shown))];
        }
    }
}
