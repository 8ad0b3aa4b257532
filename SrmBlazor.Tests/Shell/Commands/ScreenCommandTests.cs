using System.Text.Json;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Shell;

public sealed class ScreenCommandTests : CommandRun
{
    private string Lists => Path.Combine(stores.Folder, "lists");

    [Fact]
    public async Task Somebody_listed_is_found_and_explained_and_every_file_is_accounted_for()
    {
        PutLists();
        await File.WriteAllTextAsync(Path.Combine(Lists, "notes.txt"), "nothing");

        var (exit, output, error) = await RunAsync("screen", "--lists", Lists, "--name", "Миро Халванек", "--nationality", "RU", "--birth-year", "1958");

        Assert.Equal(1, exit);
        Assert.Matches(@"(?m)^1\.0000  own Talvek Brunsondi  Talvek Brunsondi\s*$", output);
        Assert.Contains("found by “Миро Халванек”, an alias on the list", output, StringComparison.Ordinal);
        Assert.Contains("birth year: agrees", output, StringComparison.Ordinal);
        Assert.Contains("blocked: read as own, 2 entries, 3 names, 0 addresses.", error, StringComparison.Ordinal);
        Assert.Contains("un: read as un of 2026-11-05, 60 entries", error, StringComparison.Ordinal);
        Assert.Contains("notes.txt: no list", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_comes_in_Chinese_and_as_json()
    {
        PutLists();

        var (_, chinese, _) = await RunAsync(["screen", "--lists", Lists, "--name", "-", "--lang", "zh-CN"], input: "Talvek Brunsondy\n");
        var (exit, json, _) = await RunAsync("screen", "--lists", Lists, "--name", "Talvek Brunsondy", "--json");

        Assert.Contains("读音相同，写法不同", chinese, StringComparison.Ordinal);
        var report = JsonDocument.Parse(json).RootElement;
        var match = report.GetProperty("matches")[0];
        Assert.Equal((1, "own", "Talvek Brunsondi", "Sound"), (exit, match.GetProperty("list").GetString(), match.GetProperty("entryId").GetString(),
            match.GetProperty("explanation").GetProperty("words")[1].GetProperty("relation").GetString()));
        Assert.Equal(64, report.GetProperty("lists")[0].GetProperty("sha256").GetString()!.Length);
    }

    [Theory]
    [InlineData(true, 0, "Nothing found")]
    [InlineData(false, 2, "Nothing found")]
    public async Task That_nobody_was_found_is_no_clearance_where_a_list_was_refused(bool areSound, int code, string said)
    {
        PutLists();
        if (!areSound)
        {
            await File.WriteAllBytesAsync(Path.Combine(Lists, "sdn"), SampleLists.Of(ListSource.OfacSdn)[..^100]);
        }

        var (exit, output, error) = await RunAsync("screen", "--lists", Lists, "--name", "Vxyzq Jhkwpr");

        Assert.Equal(code, exit);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(!areSound, error.Contains("sdn: ofac-sdn, refused. line 6", StringComparison.Ordinal) && error.Contains("Not all lists could be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_is_answered_row_by_row_and_one_that_is_broken_leaves_nothing_behind()
    {
        PutLists();
        var (good, broken, answers) = (Path.Combine(stores.Folder, "in.csv"), Path.Combine(stores.Folder, "broken.csv"), Path.Combine(stores.Folder, "out.csv"));
        await File.WriteAllTextAsync(good, "name,nationality,birth_year\nTalvek Brunsondi,RU,1958\nVxyzq Jhkwpr,,\n");
        await File.WriteAllTextAsync(broken, "name,nationality,birth_year\nBrunsondi, Talvek,RU,1958\n");

        var refused = await RunAsync("screen", "--lists", Lists, "--batch", broken, "--out", answers);
        Assert.False(File.Exists(answers) || File.Exists(answers + ".part"));
        var done = await RunAsync("screen", "--lists", Lists, "--batch", good, "--out", answers);

        Assert.Equal(2, refused.Exit);
        Assert.Contains("Row 2", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, false), (done.Exit, done.Error.Contains("Not all lists could be read", StringComparison.Ordinal)));
        Assert.StartsWith("2 names screened, 1 of them found", done.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await File.ReadAllLinesAsync(answers)).Length);
        Assert.False(File.Exists(answers + ".part"));
    }

    [Fact]
    public async Task A_table_is_written_whole_and_answered_with_2_where_a_list_was_refused()
    {
        PutLists();
        await File.WriteAllBytesAsync(Path.Combine(Lists, "sdn"), SampleLists.Of(ListSource.OfacSdn)[..^100]);
        var (table, answers) = (Path.Combine(stores.Folder, "in.csv"), Path.Combine(stores.Folder, "out.csv"));
        await File.WriteAllTextAsync(table, "name\nTalvek Brunsondi\n");

        var (exit, _, error) = await RunAsync("screen", "--lists", Lists, "--batch", table, "--out", answers);

        Assert.Equal(2, exit);
        Assert.Contains("Not all lists could be read", error, StringComparison.Ordinal);
        Assert.Contains(",own,Talvek Brunsondi,", (await File.ReadAllLinesAsync(answers))[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--name", "A")]
    [InlineData("--lists", "{lists}")]
    [InlineData("--lists", "{lists}", "--name", "A", "--batch", "b", "--out", "c")]
    [InlineData("--lists", "{lists}", "--batch", "{lists}/blocked")]
    [InlineData("--lists", "{lists}", "--batch", "{lists}/absent", "--out", "c")]
    [InlineData("--lists", "{lists}", "--name", "A", "--nationality", "Atlantis")]
    [InlineData("--lists", "{lists}", "--name", "A", "--birth-year", "58")]
    [InlineData("--lists", "{lists}/absent", "--name", "A")]
    [InlineData("--lists", "{lists}/empty", "--name", "A")]
    public async Task A_question_that_is_none_is_answered_with_2(params string[] asked)
    {
        PutLists();
        Directory.CreateDirectory(Path.Combine(Lists, "empty"));
        using var error = new StringWriter();

        var exit = await CommandLine.RunAsync(["screen", .. asked.Select(one => one.Replace("{lists}", Lists, StringComparison.Ordinal))], TextWriter.Null, error);

        Assert.Equal(2, exit);
        Assert.Contains("screen --help", error.ToString(), StringComparison.Ordinal);
    }

    private void PutLists()
    {
        Directory.CreateDirectory(Lists);
        File.WriteAllText(Path.Combine(Lists, "blocked"), "name,aliases,nationality,birth_year,note\nTalvek Brunsondi,Миро Халванек,RU,1958,\nQuella Morbennik,,KZ,1971,\n");
        File.WriteAllBytes(Path.Combine(Lists, "un"), SampleLists.Of(ListSource.Un));
    }
}
