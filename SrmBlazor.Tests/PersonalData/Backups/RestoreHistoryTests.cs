using SrmBlazor.Data;
using SrmBlazor.Support;
using Xunit.Abstractions;

namespace SrmBlazor.PersonalData.Backups;

public sealed class RestoreHistoryTests(ITestOutputHelper output)
{
    [Theory, BothProviders]
    [Promise("P-5.3-13")]
    public async Task Whatever_is_restored_nobody_comes_back_and_nobody_else_is_lost(DatabaseProvider provider)
    {
        var (histories, steps) = provider == DatabaseProvider.Sqlite ? (12, 16) : (2, 12);

        var tally = await RunAsync(provider, histories, steps, keepTombstones: true);

        Assert.Empty(tally.Violations);
        Assert.True(tally.Crashes >= histories && tally.Restores >= histories && tally.Erased >= histories, tally.ToString());
    }

    [Fact]
    public async Task Without_tombstones_elsewhere_the_same_histories_go_wrong()
    {
        var tally = await RunAsync(DatabaseProvider.Sqlite, 6, 16, keepTombstones: false);

        Assert.Contains(tally.Violations, violation => violation.EndsWith("a key came back", StringComparison.Ordinal));
    }

    private async Task<HistoryTally> RunAsync(DatabaseProvider provider, int histories, int steps, bool keepTombstones)
    {
        var tally = new HistoryTally();
        for (var seed = 1; seed <= histories; seed++)
        {
            await new RestoreHistory(seed, keepTombstones, tally).RunAsync(provider, steps);
        }

        output.WriteLine($"{provider}: {tally}");
        return tally;
    }
}
