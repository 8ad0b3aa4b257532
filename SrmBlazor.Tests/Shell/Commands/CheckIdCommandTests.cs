using System.Text.Json;

namespace SrmBlazor.Shell;

public sealed class CheckIdCommandTests : CommandRun
{
    private const string Good = "11010519491231002X";
    private const string Bad = "110105194912310021";

    [Theory]
    [InlineData(0, "resident-id", Good)]
    [InlineData(1, "resident-id", Bad)]
    [InlineData(0, "resident-id", Good, "--birth-year", "1949", "--gender", "female")]
    [InlineData(1, "resident-id", Good, "--birth-year", "1950")]
    [InlineData(1, "resident-id", Good, "--gender", "male")]
    [InlineData(0, "national-id", "44051401359", "--country", "PL")]
    [InlineData(1, "passport", "!", "--country", "DE")]
    public async Task An_identity_number_is_judged_and_not_repeated(int code, string type, string number, params string[] more)
    {
        var (exit, output, error) = await RunAsync(["check-id", "--type", type, "--number", number, .. more]);

        Assert.Equal((code, ""), (exit, error));
        Assert.NotEmpty(output.Trim());
        Assert.DoesNotContain(number, output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_judgement_comes_in_Chinese_and_as_json()
    {
        var (exit, output, _) = await RunAsync("check-id", "--type", "resident-id", "--number", Bad, "--json", "--lang", "zh-CN");

        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, exit);
        Assert.False(report.GetProperty("accepted").GetBoolean());
        Assert.Equal("CheckCharacter", report.GetProperty("problems")[0].GetString());
        Assert.Contains(report.GetProperty("messages")[0].GetString()!, letter => letter is >= '一' and <= '龥');
        Assert.DoesNotContain(Bad, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_can_be_read_from_standard_input()
    {
        var (exit, _, _) = await RunAsync(["check-id", "--type", "resident-id", "--number", "-"], input: Good);

        Assert.Equal(0, exit);
    }
}
