using System.Diagnostics;
using System.Text.Json;
using SrmBlazor.Data;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

/// <summary>The built program, asked for a clock as a script asks it.</summary>
public sealed class ClockCommandTests
{
    [Theory]
    [InlineData("CN", "2026-02-09", "2026-03-06", "2026-03-06")]
    [InlineData("DE", "2026-01-31", "2026-03-02", "2026-02-27")]
    [InlineData("eu", "2026-01-31", "2026-04-30", "2026-02-27", "--extension")]
    [InlineData("US-CA", "2026-01-05", "2026-02-19", "2026-01-26")]
    [InlineData("default", "2026-01-05", "2026-01-28", "2026-01-26", "--pause", "2026-01-06..2026-01-08:clarification")]
    [InlineData("CN", "2026-01-05", "2026-01-30", "2026-01-26", "--pause", "2026-01-06..2026-01-08:clarification", "--pause", "2026-01-12..2026-01-14:identity")]
    public async Task Both_dates_come_as_json(string region, string from, string limit, string promise, params string[] more)
    {
        var (exit, output, error) = await RunAsync(["clock", "--region", region, "--from", from, "--json", .. more]);

        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(limit, report.GetProperty("limit").GetProperty("due").GetString());
        Assert.Equal(promise, report.GetProperty("promise").GetProperty("due").GetString());
        Assert.Equal(from, report.GetProperty("limit").GetProperty("days")[0].GetProperty("date").GetString());
        Assert.Equal("start", report.GetProperty("limit").GetProperty("days")[0].GetProperty("why").GetString());
    }

    [Theory]
    [InlineData("en", "Limit by the rule for China: Due on 6 March 2026")]
    [InlineData("en", "Source: Privacy policy 5.7; PIPL art. 45–50 (timely)")]
    [InlineData("zh-CN", "中国规则的最后期限：自2026年2月9日起15个工作日")]
    [InlineData("zh-CN", "依据：隐私政策第 5.7 节；《个人信息保护法》第四十五条至第五十条（“及时”）")]
    public async Task A_person_reads_sentences(string language, string sentence)
    {
        var (exit, output, _) = await RunAsync("clock", "--region", "CN", "--from", "2026-02-09", "--lang", language);

        Assert.Equal(0, exit);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Clock.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("US-CA", "does not stand still for proof of identity", "--pause", "2026-01-06..2026-01-12:identity")]
    [InlineData("CN", "knows no extension", "--extension")]
    public async Task What_is_not_lawful_there_is_a_no_and_changes_no_date(string region, string why, params string[] more)
    {
        var plain = await RunAsync("clock", "--region", region, "--from", "2026-01-05", "--json");
        var (exit, output, _) = await RunAsync(["clock", "--region", region, "--from", "2026-01-05", "--json", .. more]);

        Assert.Equal(1, exit);
        Assert.Equal(Due(plain.Output), Due(output));
        Assert.Contains(why, JsonDocument.Parse(output).RootElement.GetProperty("refused")[0].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "CN")]
    [InlineData("--region", "Atlantis", "--from", "2026-01-05")]
    [InlineData("--region", "CN", "--from", "2026-02-30")]
    [InlineData("--region", "CN", "--from", "05.01.2026")]
    [InlineData("--region", "CN", "--from", "2026-01-05", "--pause", "2026-01-06..2026-01-05:clarification")]
    [InlineData("--region", "CN", "--from", "2026-01-05", "--pause", "2026-01-06:clarification")]
    [InlineData("--region", "CN", "--from", "2026-01-05", "--pause", "2026-01-06..2026-01-07:lunch")]
    public async Task A_wrong_question_is_told_apart(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(["clock", .. arguments]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_a_no_that_names_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("srm-clock-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "days-CN.csv"), "date,kind,name_zh,source\n2027-13-01,off,元旦,https://www.gov.cn/x\n");

        var (exit, _, error) = await RunAsync(["clock", "--region", "CN", "--from", "2026-01-05"], folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal(1, exit);
        Assert.Contains("days-CN.csv, line 2:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_loaded_by_command_ends_what_was_provisional()
    {
        using var stores = await Stores.EmptyAsync(DatabaseProvider.Sqlite);
        string[] question = ["clock", "--region", "CN", "--from", "2026-12-21", "--json"];
        var list = Path.Combine(stores.Folder, "2027.csv");
        await File.WriteAllTextAsync(list, CalendarSamples.Of2027);

        var nowhere = await RunAsync(question, storage: stores.Folder);
        var early = await RunAsync(["calendar", "import", list], storage: stores.Folder);
        await RunAsync(["migrate"], storage: stores.Folder);
        var before = await RunAsync(question, storage: stores.Folder);
        var loaded = await RunAsync(["calendar", "import", list], storage: stores.Folder);
        var again = await RunAsync(["calendar", "import", list], storage: stores.Folder);
        var after = await RunAsync(question, storage: stores.Folder);
        await File.WriteAllTextAsync(list, CalendarSamples.Of2027.Replace(",work,", ",labour,", StringComparison.Ordinal));
        var wrong = await RunAsync(["calendar", "import", list], storage: stores.Folder);

        Assert.Equal((0, 1, 0, 0, 0, 0, 1), (nowhere.Exit, early.Exit, before.Exit, loaded.Exit, again.Exit, after.Exit, wrong.Exit));
        Assert.Equal((true, true, false), (IsProvisional(nowhere.Output), IsProvisional(before.Output), IsProvisional(after.Output)));
        Assert.Equal("Loaded into CN: 2027.", loaded.Output.Trim());
        Assert.Equal("Line 5: “labour” cannot stand in the column kind.", wrong.Error.Trim());
    }

    private static bool IsProvisional(string json) => JsonDocument.Parse(json).RootElement.GetProperty("limit").GetProperty("provisional").GetBoolean();

    private static string Due(string json) => JsonDocument.Parse(json).RootElement.GetProperty("limit").GetProperty("due").GetString()!;

    private static Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, folder: null, storage: null);

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, string? folder = null, string? storage = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SrmBlazor.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Deadlines__Folder"] = folder ?? "";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Folder"] = storage ?? Path.Combine(Path.GetTempPath(), "srm-no-store");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
