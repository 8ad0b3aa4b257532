namespace SrmBlazor.Shell;

public sealed class CessationCommandTests : CommandRun
{
    [Theory]
    [InlineData("en", "Ending portal now would end purposes of 0 persons.", "the earliest day")]
    [InlineData("zh-CN", "如果现在终止 portal，将结束 0 人的处理目的。", "最早日期")]
    public async Task The_end_of_the_service_is_rehearsed_announced_and_waited_for(string language, string plan, string early)
    {
        await RunAsync("migrate");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var rehearsed = await RunAsync("cessation", "--dry-run", "--lang", language);
        var soon = await RunAsync("cessation", "--execute", "--on", "2020-01-01", "--lang", language);
        var announced = await RunAsync("cessation", "--execute", "--on", day, "--lang", language);
        var again = await RunAsync("cessation", "--execute", "--lang", language);

        Assert.Equal((0, ""), (rehearsed.Exit, rehearsed.Error));
        Assert.StartsWith(plan, rehearsed.Output, StringComparison.Ordinal);
        Assert.Equal(1, soon.Exit);
        Assert.Contains(early, soon.Output, StringComparison.Ordinal);
        Assert.All([announced, again], answer => Assert.Equal((0, true), (answer.Exit, answer.Output.Contains(day, StringComparison.Ordinal))));
        Assert.NotEqual(announced.Output, again.Output);
    }
}
