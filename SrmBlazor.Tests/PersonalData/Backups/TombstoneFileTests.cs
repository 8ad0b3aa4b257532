using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData.Backups;

public sealed class TombstoneFileTests
{
    [Theory, BothProviders]
    public async Task A_tombstone_is_written_elsewhere_as_it_is_made(DatabaseProvider provider)
    {
        await using var drill = await Drill.BeginAsync(provider);
        await using var heart = await drill.OpenAsync();

        var card = await EraseOneAsync(heart);

        Assert.Equal(card, Assert.Single((await ReadAsync(drill, heart)).Stones).RecordId);
    }

    [Fact]
    public async Task While_the_place_is_away_erasing_goes_on_and_nothing_is_lost()
    {
        await using var drill = await Drill.BeginAsync(DatabaseProvider.Sqlite);
        await using var heart = await drill.OpenAsync();
        var outside = heart.Get<TombstoneFile>();
        var folder = Path.GetDirectoryName(drill.TombstonePath)!;
        Directory.Delete(folder, recursive: true);
        var away = await EraseOneAsync(heart);
        Assert.Null(await outside.CatchUpAsync(heart.Keys.Read));
        Directory.CreateDirectory(folder);
        var there = await EraseOneAsync(heart);

        var (first, second) = (await outside.CatchUpAsync(heart.Keys.Read), await outside.CatchUpAsync(heart.Keys.Read));

        var list = await ReadAsync(drill, heart);
        Assert.Equal((1, 0), (first, second));
        Assert.Equal([.. new[] { away, there }.Order()], list.Stones.Select(stone => stone.RecordId).Order());
        Assert.Equal(heart.System.On, list.CompleteOn);
    }

    [Fact]
    public async Task A_torn_line_and_one_of_somebody_elses_count_as_none_and_spoil_no_other()
    {
        await using var drill = await Drill.BeginAsync(DatabaseProvider.Sqlite);
        await using var heart = await drill.OpenAsync();
        var one = await EraseOneAsync(heart);
        var line = (await File.ReadAllLinesAsync(drill.TombstonePath))[^1];
        await File.AppendAllTextAsync(drill.TombstonePath, $"{Guid.NewGuid():N}{line[32..]}\n{line[..40]}");
        var other = await EraseOneAsync(heart);

        var list = await ReadAsync(drill, heart);

        Assert.Equal([.. new[] { one, other }.Order()], list.Stones.Select(stone => stone.RecordId).Order());
        Assert.Equal(2, list.Foreign);
    }

    private static async Task<TombstoneList> ReadAsync(Drill drill, Heart heart) =>
        await TombstoneList.ReadAsync(drill.TombstonePath, "elsewhere", heart.Get<RootSecret>(), CancellationToken.None);

    private static async Task<Guid> EraseOneAsync(Heart heart)
    {
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        await heart.EndAsync(person, Why.Account);
        return card;
    }
}
