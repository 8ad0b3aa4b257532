namespace SrmBlazor.Shell;

public sealed class ScreenPairsCommandTests : CommandRun
{
    [Fact]
    public async Task Pairs_are_scored_and_all_other_columns_kept()
    {
        var (pairs, scored) = (Path.Combine(stores.Folder, "pairs.csv"), Path.Combine(stores.Folder, "scored.csv"));
        await File.WriteAllTextAsync(pairs, "kind,name1,name2,note\nPerson,\"PUTIN, Vladimir\",Владимир Путин,\"a, b\"\nPerson,习近平,Hsi Chin-p'ing,\nPerson,Barack Obama,Michelle Obama\n");

        var (exit, output, error) = await RunAsync("screen-pairs", pairs, "--out", scored);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("3 pairs", output, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(scored);
        Assert.Equal("kind,name1,name2,note,score", lines[0]);
        Assert.StartsWith("Person,\"PUTIN, Vladimir\",Владимир Путин,\"a, b\",1.0000", lines[1], StringComparison.Ordinal);
        Assert.Matches(@"ing,,0\.9\d+$", lines[2]);
        Assert.Matches(@"Michelle Obama,,0\.[0-6]\d+$", lines[3]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "name1")]
    [InlineData("name1,name2\n\"open,b\n", "CSV")]
    [InlineData("name1,name2\nOdrin,Zantropov\nZantropov, Odrin,Odrin\n", "Row 3")]
    public async Task A_file_that_is_no_list_of_pairs_is_refused(string text, string why)
    {
        var (pairs, scored) = (Path.Combine(stores.Folder, "pairs.csv"), Path.Combine(stores.Folder, "scored.csv"));
        await File.WriteAllTextAsync(pairs, text);

        var (exit, _, error) = await RunAsync("screen-pairs", pairs, "--out", scored);

        Assert.Equal(1, exit);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.False(File.Exists(scored));
    }
}
