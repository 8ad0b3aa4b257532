using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListFetchingTests
{
    [Theory, BothProviders]
    public async Task A_list_with_an_address_is_fetched_once_a_day_and_goes_live(DatabaseProvider provider)
    {
        await using var publisher = await Publisher.OpenAsync();
        await using var house = await BuildAsync(provider, publisher);
        publisher.Gives(SampleLists.Of(ListSource.OfacSdn));

        Assert.Null((await OriginAsync(house)).Last);
        await RoundsAsync(house);
        Assert.Equal((1, FetchOutcome.Live, 60), (publisher.Asked, await OutcomeAsync(house), (await house.ShelfAsync()).Entries.Count));

        house.Clock.Advance(TimeSpan.FromHours(24));
        await RoundsAsync(house);
        Assert.Equal((2, FetchOutcome.Same), (publisher.Asked, await OutcomeAsync(house)));

        house.Clock.Advance(TimeSpan.FromHours(24));
        publisher.Gives(SampleLists.Of(ListSource.OfacSdn, 61));
        await RoundsAsync(house);
        Assert.Equal((3, FetchOutcome.Live, 61), (publisher.Asked, await OutcomeAsync(house), (await house.ShelfAsync()).Entries.Count));
        Assert.Equal(Guid.Empty, (await house.ShelfAsync()).Versions.Single().ImportedBy);
    }

    [Fact]
    public async Task What_gives_no_sound_file_changes_nothing_says_why_and_is_asked_again_after_an_hour()
    {
        await using var publisher = await Publisher.OpenAsync();
        await using var house = await BuildAsync(DatabaseProvider.Sqlite, publisher);
        await house.TakeAsync(ListSource.OfacSdn);
        var file = SampleLists.Of(ListSource.OfacSdn);
        var line = Assert.IsType<CheckResult.Refused>(await house.CheckAsync(ListSource.OfacSdn, file[..^400])).Refusal.Line;
        (Action Set, string Says)[] troubles =
        [
            (() => publisher.Says(404), "NotReached 404  0"),
            (() => publisher.Breaks(file), "NotReached Broken  0"),
            (() => publisher.Gives(file[..^400]), $"Refused  Truncated {line}"),
            (() => publisher.Gives(SampleLists.Of(ListSource.OfacSdn, 40)), "Refused  Shrunken 0"),
            (() => publisher.Gives([]), "Refused  Empty 0"),
        ];

        foreach (var (index, (set, says)) in troubles.Index())
        {
            set();
            house.Clock.Advance(TimeSpan.FromHours(1));
            await RoundsAsync(house);
            var last = (await OriginAsync(house)).Last!;
            Assert.Equal((index + 1, says), (publisher.Asked, $"{last.Outcome} {last.Trouble} {last.Reason} {last.Line}"));
            Assert.Equal(60, (await house.ShelfAsync()).Entries.Count);
        }

        house.Clock.Advance(TimeSpan.FromMinutes(59));
        await RoundsAsync(house);
        Assert.Equal(troubles.Length, publisher.Asked);
    }

    [Fact]
    public async Task Nothing_is_asked_where_the_settings_have_no_address()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);

        Assert.False(await house.Get<ListFetching>().FetchDueAsync());
        Assert.All(await house.Get<ListLibrary>().ShowAsync(house.Keeper()), list => Assert.Null(list.Origin));
    }

    [Theory]
    [InlineData("un", "https://lists.example/un.xml", true)]
    [InlineData("un", "http://127.0.0.1:9/un.xml", true)]
    [InlineData("un", "", true)]
    [InlineData("un", "http://lists.example/un.xml", false)]
    [InlineData("un", "https://who:secret@lists.example/un.xml", false)]
    [InlineData("un", "file:///etc/passwd", false)]
    [InlineData("own", "https://lists.example/own.csv", false)]
    [InlineData("ofac", "https://lists.example/sdn.csv", false)]
    public void An_address_is_of_a_publishers_list_and_keeps_its_secrets_on_the_line(string kind, string address, bool good)
    {
        var options = new ScreeningOptions { Addresses = { [kind] = address } };

        Assert.Equal(good, options.CanBeFetched);
    }

    private static Task<House> BuildAsync(DatabaseProvider provider, Publisher publisher) =>
        House.BuildAsync(provider, services => services.Configure<ScreeningOptions>(options => options.Addresses["ofac-sdn"] = publisher.Address));

    /// <summary>More of them than there is to do.</summary>
    private static async Task RoundsAsync(House house)
    {
        for (var round = 0; round < 3; round++)
        {
            await house.Get<ListFetching>().FetchDueAsync();
        }
    }

    private static async Task<ListOrigin> OriginAsync(House house) => (await house.Get<ListLibrary>().ShowAsync(house.Keeper())).Single(list => list.Source == ListSource.OfacSdn).Origin!;

    private static async Task<FetchOutcome> OutcomeAsync(House house) => (await OriginAsync(house)).Last!.Outcome;
}
