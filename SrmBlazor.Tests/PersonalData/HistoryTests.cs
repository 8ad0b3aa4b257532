using SrmBlazor.Data;
using SrmBlazor.Support;
using Xunit.Abstractions;

namespace SrmBlazor.PersonalData;

public sealed class HistoryTests(ITestOutputHelper output)
{
    [Theory, BothProviders]
    [Promise("P-1.3-02", "P-1.3-05", "P-2-01", "P-2-05", "P-2-06", "P-5.3-14")]
    public async Task A_record_is_readable_if_and_only_if_a_live_purpose_holds_it_and_it_was_not_erased(DatabaseProvider provider)
    {
        var histories = provider == DatabaseProvider.Sqlite ? 40 : 6;

        var tally = await RunAsync(provider, histories, Repair.All);

        Assert.Empty(tally.Violations);
        Assert.True(tally.Crashes >= histories && tally.Restores >= histories && tally.Erased >= histories, tally.ToString());
    }

    [Fact]
    public async Task Without_finishing_what_was_begun_the_same_histories_go_wrong()
    {
        var tally = await RunAsync(DatabaseProvider.Sqlite, 10, Repair.Replay);

        Assert.NotEmpty(tally.Violations);
    }

    [Fact]
    public async Task Without_applying_tombstones_the_same_histories_go_wrong()
    {
        var tally = await RunAsync(DatabaseProvider.Sqlite, 10, Repair.Finish);

        Assert.NotEmpty(tally.Violations);
    }

    private async Task<HistoryTally> RunAsync(DatabaseProvider provider, int histories, Repair repair)
    {
        var tally = new HistoryTally();
        var began = TimeProvider.System.GetTimestamp();
        for (var seed = 1; seed <= histories; seed++)
        {
            await new History(seed, repair, tally).RunAsync(provider, 40);
        }

        output.WriteLine($"{provider}, {repair}: {tally}, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s");
        return tally;
    }
}
