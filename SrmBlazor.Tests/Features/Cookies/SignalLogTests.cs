using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Cookies;

public sealed class SignalLogTests
{
    private static readonly SignalKind[] both = [SignalKind.DoNotTrack, SignalKind.GlobalPrivacyControl];

    [Theory, BothProviders]
    public async Task A_signal_is_noted_once_a_day_and_kind_however_many_pages_are_opened_at_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (person, log) = (Guid.NewGuid(), house.Get<SignalLog>());

        List<Task> pages;
        await using (await house.Store.WriteAsync())
        {
            // each of them finds that nothing is noted, and waits for its turn to write
            pages = [.. Enumerable.Range(0, 20).Select(_ => log.NoteAsync(both, house.ActOf(person, Role.Supplier)))];
        }

        await Task.WhenAll(pages);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await log.NoteAsync([SignalKind.DoNotTrack], house.ActOf(person, Role.Supplier));

        var seen = await log.SeenAsync(house.ActOf(person, Role.Supplier));
        Assert.Equal([(SignalKind.DoNotTrack, 2), (SignalKind.GlobalPrivacyControl, 1)], seen.Select(one => (one.Kind, one.Days)));
        Assert.Equal(House.Start.UtcDateTime, seen[0].FirstOn);
        Assert.Equal(House.Start.UtcDateTime.AddDays(1), seen[0].LastOn);
        Assert.Empty(await log.SeenAsync(house.ActOf(Guid.NewGuid(), Role.Supplier)));
    }

    [Theory, BothProviders]
    public async Task After_a_year_a_signal_leads_to_nobody(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = Guid.NewGuid();
        await house.Get<SignalLog>().NoteAsync(both, house.ActOf(person, Role.Supplier));

        house.Clock.Advance(TimeSpan.FromDays(364));
        await house.Get<Terms>().EndAsync();
        var within = await house.Get<SignalLog>().SeenAsync(house.ActOf(person, Role.Supplier));
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Get<Terms>().EndAsync();

        Assert.Equal(2, within.Count);
        Assert.Empty(await house.Get<SignalLog>().SeenAsync(house.ActOf(person, Role.Supplier)));
        await using var db = house.Store.Read();
        Assert.True(await db.Set<PrivacySignalSeen>().AllAsync(seen => seen.PersonId == null));
    }

    [Fact]
    public async Task Nobody_in_particular_leaves_no_trace()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);

        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<SignalLog>().NoteAsync(both, house.ActOf(Guid.Empty)));
        await using var db = house.Store.Read();
        Assert.False(await db.Set<PrivacySignalSeen>().AnyAsync());
    }
}
