using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Shell;

public sealed class ListsCommandTests : CommandRun
{
    [Fact]
    public async Task A_list_is_taken_over_shown_and_kept_when_a_broken_file_follows()
    {
        var file = Path.Combine(stores.Folder, "sdn.csv");
        await File.WriteAllBytesAsync(file, SampleLists.Of(ListSource.OfacSdn));
        string[] import = ["lists", "import", file, "--kind", "ofac-sdn"];

        var early = await RunAsync(import);
        await RunAsync("migrate");
        var taken = await RunAsync([.. import, "--date", "2026-01-02"]);
        var shown = await RunAsync("lists", "show");
        await File.WriteAllBytesAsync(file, SampleLists.Of(ListSource.OfacSdn)[..^400]);
        var broken = await RunAsync(import);
        await File.WriteAllBytesAsync(file, SampleLists.Of(ListSource.OfacSdn, 40));
        var shrunken = await RunAsync([.. import, "--lang", "zh-CN"]);
        var meant = await RunAsync([.. import, "--deliberate"]);
        var again = await RunAsync(import);

        Assert.Equal((1, 0, 1, 1, 1, 0, 0), (early.Exit, taken.Exit, shown.Exit, broken.Exit, shrunken.Exit, meant.Exit, again.Exit));
        Assert.Contains("60 entries", taken.Output, StringComparison.Ordinal);
        Assert.Contains("60 new, 0 gone, 0 changed", taken.Output, StringComparison.Ordinal);
        Assert.Matches(@"ofac-sdn: of 2026-01-02, \d+ days old \(TOO OLD\); 60 entries, .*; SHA-256 [0-9a-f]{64}", shown.Output);
        Assert.Contains("un: none", shown.Output, StringComparison.Ordinal);
        Assert.Matches(@"Line 5\d: The file ends too early", broken.Error);
        Assert.Contains("The version of 2 January 2026 stays live", broken.Error, StringComparison.Ordinal);
        Assert.Contains("名单突然大幅缩减", shrunken.Error, StringComparison.Ordinal);
        Assert.Contains("2026年1月2日", shrunken.Error, StringComparison.Ordinal);
        Assert.Contains("--deliberate", shrunken.Error, StringComparison.Ordinal);
        Assert.Contains("40 entries", meant.Output, StringComparison.Ordinal);
        Assert.Contains("byte for byte", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_fetched_from_its_address_and_what_gave_nothing_is_told()
    {
        await using var publisher = await Publisher.OpenAsync();
        publisher.Gives(SampleLists.Of(ListSource.OfacSdn));
        var address = ("Screening__Addresses__ofac-sdn", publisher.Address);
        string[] fetch = ["lists", "fetch"];
        await RunAsync("migrate");

        var nowhere = await RunAsync(fetch);
        var taken = await RunAsync(fetch, setting: address);
        publisher.Says(503);
        var gone = await RunAsync([.. fetch, "--kind", "ofac-sdn"], setting: address);
        var other = await RunAsync([.. fetch, "--kind", "un"], setting: address);

        Assert.Equal((1, 0, 1, 1), (nowhere.Exit, taken.Exit, gone.Exit, other.Exit));
        Assert.Contains("60 entries", taken.Output, StringComparison.Ordinal);
        Assert.Contains("ofac-sdn: the server answered 503", gone.Error, StringComparison.Ordinal);
        Assert.Contains("stays live", gone.Error, StringComparison.Ordinal);
        Assert.Contains("Screening:Addresses:un", other.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kind", "ofac")]
    [InlineData("--kind", "un", "--date", "2 January")]
    [InlineData("--date", "2026-01-02")]
    public async Task Who_asks_for_no_list_or_no_day_is_told_so(params string[] asked)
    {
        var (exit, _, error) = await RunAsync(["lists", "import", "nowhere.csv", .. asked]);

        Assert.Equal(2, exit);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }
}
