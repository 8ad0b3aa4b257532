namespace SrmBlazor.Shell;

/// <summary>Where nothing can be checked, no command that checks a signature says yes or no.</summary>
public sealed class VerifyWithoutKeysTests : CommandRun
{
    [Theory]
    [InlineData("verify-receipt")]
    [InlineData("verify-certificate")]
    [InlineData("verify-package")]
    public async Task Without_keys_or_without_the_file_it_says_so_and_makes_nothing(string command)
    {
        var (file, nowhere) = (Path.Combine(stores.Folder, "signed.json"), Path.Combine(stores.Folder, "nowhere.json"));
        await File.WriteAllTextAsync(file, "{}");

        var keyless = await RunAsync(command, file);
        var chinese = await RunAsync(command, file, "--lang", "zh-CN");
        var fileless = await RunAsync(command, nowhere, "--keys", file);
        var lost = await RunAsync(command, file, "--keys", nowhere);
        var wrong = await RunAsync(command, file, "--keys", file);

        Assert.All([keyless, chinese, fileless, lost, wrong], answer => Assert.Equal((2, ""), (answer.Exit, answer.Output)));
        Assert.StartsWith("Keys are needed to check it", keyless.Error, StringComparison.Ordinal);
        Assert.StartsWith("校验需要公钥", chinese.Error, StringComparison.Ordinal);
        Assert.StartsWith("There is no such file, or", fileless.Error, StringComparison.Ordinal);
        Assert.StartsWith("There is no such file for --keys", lost.Error, StringComparison.Ordinal);
        Assert.StartsWith("The file given as --keys is no set of public keys.", wrong.Error, StringComparison.Ordinal);
        Assert.All([keyless, fileless, lost, wrong], answer => Assert.Contains($"See: SrmBlazor {command} --help", answer.Error, StringComparison.Ordinal));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(stores.Folder));
    }

    [Fact]
    public async Task In_an_installation_its_own_keys_answer()
    {
        await RunAsync("migrate");
        var file = Path.Combine(stores.Folder, "signed.json");
        await File.WriteAllTextAsync(file, "{}");

        var answer = await RunAsync("verify-receipt", file);

        Assert.Equal((1, ""), (answer.Exit, answer.Error));
        Assert.StartsWith("No:", answer.Output, StringComparison.Ordinal);
    }
}
