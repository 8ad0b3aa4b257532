using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

public sealed class ListLibraryTests
{
    [Fact]
    public async Task A_list_is_old_when_its_day_lies_further_back_than_allowed_and_taking_the_same_file_over_makes_it_young()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var today = DateOnly.FromDateTime(house.Clock.Now());
        await house.TakeAsync(ListSource.OfacSdn, SampleLists.Of(ListSource.OfacSdn), today.AddDays(-7));
        await house.TakeAsync(ListSource.OfacAlt);
        await house.TakeAsync(ListSource.Own);
        var fresh = await ShowAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(8));
        var old = await ShowAsync(house);
        await house.TakeAsync(ListSource.OfacAlt);
        var confirmed = await ShowAsync(house);

        Assert.Equal((7, false), (fresh[ListSource.OfacSdn].Days, fresh[ListSource.OfacSdn].IsOld));
        Assert.Equal((15, true), (old[ListSource.OfacSdn].Days, old[ListSource.OfacSdn].IsOld));
        Assert.Equal((8, true), (old[ListSource.OfacAlt].Days, old[ListSource.OfacAlt].IsOld));
        Assert.False(old[ListSource.Own].IsOld);
        Assert.Equal((0, false), (confirmed[ListSource.OfacAlt].Days, confirmed[ListSource.OfacAlt].IsOld));
        Assert.Null(old[ListSource.Eu].Version);
    }

    [Theory, BothProviders]
    public async Task Every_version_can_be_read_again_with_what_it_changed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.TakeAsync(ListSource.Own, 60);
        await house.TakeAsync(ListSource.OfacSdn);
        await house.TakeAsync(ListSource.Own, 62);
        var library = house.Get<ListLibrary>();

        var history = await library.HistoryAsync(ListSource.Own, before: null, house.Keeper());
        var (first, second) = ((await library.OpenAsync(ListSource.Own, 1, house.Keeper()))!, (await library.OpenAsync(ListSource.Own, 3, house.Keeper()))!);

        Assert.Equal([3, 1], history.Versions.Select(version => version.Number));
        Assert.False(history.HasMore);
        Assert.Equal([1], (await library.HistoryAsync(ListSource.Own, before: 3, house.Keeper())).Versions.Select(version => version.Number));
        Assert.Equal((60, 60, null), (first.Entries.Count, first.Diff.Added.Count, first.Before?.Number));
        Assert.Equal((62, 2, 0, 1), (second.Entries.Count, second.Diff.Added.Count, second.Diff.Removed.Count, second.Before!.Number));
        Assert.Null(await library.OpenAsync(ListSource.Own, 2, house.Keeper()));
        Assert.Null(await library.OpenAsync(ListSource.Eu, 1, house.Keeper()));
    }

    [Fact]
    public async Task A_file_on_its_way_leaves_nothing_behind()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (desk, arrived) = (house.Get<ListDesk>(), new List<long>());
        var file = SampleLists.Of(ListSource.Un, 400);

        await using (var received = (await desk.ReceiveAsync(new MemoryStream(file), arrived.Add, house.Keeper()))!)
        {
            Assert.Equal((0, file.Length), (received.Position, received.Length));
        }

        await Assert.ThrowsAsync<IOException>(() => desk.ReceiveAsync(new Broken(), arrived.Add, house.Keeper()));
        Assert.Contains(file.Length, arrived);
        Assert.Empty(Directory.GetFiles(house.Get<IOptions<StorageOptions>>().Value.Folder, "list-*"));
    }

    [Fact]
    public void Whatever_can_be_said_of_a_list_is_said_in_both_languages()
    {
        var texts = new ResourceManager(typeof(ListTexts));
        string[] keys =
        [
            .. texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key),
            .. Enum.GetNames<RefusalReason>().Select(name => $"Reason.{name}"),
            .. Enum.GetNames<ListSource>().Select(name => $"Source.{name}"),
            .. Enum.GetNames<EntryKind>().Select(name => $"Kind.{name}"),
            .. ListSentences.Each(EntryFields.Compared | EntryFields.Programs | EntryFields.Facts).Select(field => $"Field.{field}"),
            .. typeof(OwnOutcome).GetNestedTypes().Where(type => type != typeof(OwnOutcome.Refused)).Select(type => $"Own.{type.Name}"),
        ];

        Assert.All(keys, key =>
        {
            var (english, chinese) = (texts.GetString(key, CultureInfo.InvariantCulture), texts.GetString(key, CultureInfo.GetCultureInfo("zh-CN")));
            Assert.False(string.IsNullOrEmpty(english) || string.IsNullOrEmpty(chinese), key);
            Assert.Equal(Gaps(english), Gaps(chinese));
        });
        Assert.Equal(7, ListSentences.Each(EntryFields.Compared | EntryFields.Programs | EntryFields.Facts).Count());
    }

    private static IEnumerable<char> Gaps(string text) => text.Zip(text.Skip(1)).Where(pair => pair.First == '{').Select(pair => pair.Second).Distinct().Order();

    private static async Task<Dictionary<ListSource, LiveList>> ShowAsync(House house) =>
        (await house.Get<ListLibrary>().ShowAsync(house.ActOf(Guid.NewGuid(), Role.Auditor))).ToDictionary(list => list.Source);

    /// <summary>A line that breaks off.</summary>
    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken off");
    }
}
