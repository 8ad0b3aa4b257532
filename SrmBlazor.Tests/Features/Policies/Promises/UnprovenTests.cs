using System.Diagnostics;

namespace SrmBlazor.Features.Policies.Promises;

/// <summary>The script by which <c>test.sh</c> fails a run that leaves a promise unproven.</summary>
public sealed class UnprovenTests : IDisposable
{
    private readonly string results = Path.GetTempFileName();

    [Fact]
    public async Task A_run_in_which_every_test_passed_proves_every_promise()
    {
        Assert.Equal((0, ""), await AskAsync(_ => "Passed"));
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("NotExecuted")]
    public async Task A_promise_whose_tests_did_not_pass_is_named(string outcome)
    {
        var tests = PromiseFiles.Named.Where(line => line.Id == "P-1.1.1-08").Select(line => line.Test).ToHashSet(StringComparer.Ordinal);
        var others = PromiseFiles.Named.Where(line => !tests.Contains(line.Test)).Select(line => line.Id).Distinct();

        var (exit, output) = await AskAsync(test => tests.Contains(test) ? outcome : "Passed");

        Assert.Equal(1, exit);
        Assert.Equal(PromiseFiles.Named.Select(line => line.Id).Distinct().Except(others).Order(StringComparer.Ordinal), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.Contains("P-1.1.1-08", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_results_proves_nothing()
    {
        File.WriteAllText(results, "");
        var (exit, output) = await RunAsync();

        Assert.Equal(1, exit);
        Assert.Equal(PromiseFiles.Named.Select(line => line.Id).Distinct().Count(), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public void Dispose() => File.Delete(results);

    private Task<(int Exit, string Output)> AskAsync(Func<string, string> outcome)
    {
        var lines = PromiseFiles.Named.Select(line => line.Test).Distinct(StringComparer.Ordinal)
            .Select((test, index) => $"""    <UnitTestResult executionId="{index}" testName="{test}{(index % 2 == 0 ? "(provider: Sqlite, text: &quot;a(b) &gt; c&quot;)" : "")}" computerName="vm" outcome="{outcome(test)}" testListId="1" />""");
        File.WriteAllLines(results, lines);
        return RunAsync();
    }

    private async Task<(int Exit, string Output)> RunAsync()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "../../../../scripts/unproven.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, results]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
