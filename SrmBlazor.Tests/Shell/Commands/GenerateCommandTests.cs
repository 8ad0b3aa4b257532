namespace SrmBlazor.Shell;

public sealed class GenerateCommandTests : CommandRun
{
    [Fact]
    public async Task Outside_Development_nothing_is_invented()
    {
        var before = Directory.GetFileSystemEntries(stores.Folder);

        var (exit, output, error) = await RunAsync(["generate", "--requests", "1", "--persons", "1"], environment: "Production");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("Development", error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(stores.Folder));
    }
}
