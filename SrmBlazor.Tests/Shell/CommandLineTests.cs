namespace SrmBlazor.Shell;

/// <summary>What all commands have in common.</summary>
public sealed class CommandLineTests : CommandRun
{
    private const string Good = "11010519491231002X";

    [Theory]
    [InlineData("check-id")]
    [InlineData("check-id", "--type", "resident-id")]
    [InlineData("check-id", "--type", "library-card", "--number", Good)]
    [InlineData("check-id", "--type", "passport", "--number", Good)]
    [InlineData("check-id", "--type", "passport", "--number", Good, "--country", "XX")]
    [InlineData("check-id", "--type", "resident-id", "--number", Good, "--birth-year", Good)]
    [InlineData("check-id", "--type", "resident-id", "--numbr", Good)]
    [InlineData("check-id", "--type", "resident-id", "--numbr=" + Good)]
    [InlineData("check-id", "--type", "resident-id", Good)]
    [InlineData("check-id", "--type", "resident-id", "--number", Good, "--lang", "fr")]
    [InlineData("chekc-id", "--number", Good)]
    [InlineData("audit")]
    [InlineData("backup")]
    [InlineData("cessation")]
    [InlineData("cessation", "--dry-run", "--execute")]
    [InlineData("cessation", "--dry-run", "--service", "laundry")]
    [InlineData("restore", "--replace")]
    [InlineData("mail", "send")]
    [InlineData("policy", "--json")]
    [InlineData("map", "--json")]
    public async Task Misuse_is_told_apart_from_no_and_repeats_nothing(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("--help", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Good, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "identity document")]
    [InlineData("zh-CN", "核对证件号码")]
    public async Task The_help_lists_every_command(string language, string about)
    {
        var (exit, output, _) = await RunAsync("--help", "--lang", language);

        Assert.Equal(0, exit);
        Assert.All(["migrate", "map", "audit", "backup", "restore", "cessation", "check-id", "mail", "policy", "--lang", about], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_of_a_command_documents_every_option()
    {
        var (exit, output, _) = await RunAsync("check-id", "--help");

        Assert.Equal(0, exit);
        Assert.All(["--type", "--number", "--country", "--birth-year", "--gender", "--json"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--Urls", "http://127.0.0.1:0")]
    [InlineData(false, "--environment", "Development")]
    [InlineData(false, "--Urls=http://127.0.0.1:0")]
    [InlineData(false, "Storage:Folder=/srv/data")]
    [InlineData(true, "migrate")]
    [InlineData(true, "chekc-id")]
    [InlineData(true, "--help")]
    [InlineData(true, "--lang", "zh-CN", "map")]
    public void Settings_go_to_the_web_server_and_words_to_the_commands(bool command, params string[] arguments) =>
        Assert.Equal(command, CommandLine.Asks(arguments));
}
