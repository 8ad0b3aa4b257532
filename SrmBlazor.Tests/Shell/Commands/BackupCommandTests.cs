using Microsoft.EntityFrameworkCore;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class BackupCommandTests : CommandRun
{
    [Fact]
    public async Task A_backup_is_taken_while_the_program_runs_and_restored_when_it_does_not()
    {
        var folder = Path.Combine(stores.Folder, "backup");
        (int Exit, string Output, string Error) backup, busy;
        await using (var server = new Support.Processes.ServerProcess(stores))
        {
            await server.StartAsync();
            backup = await RunAsync("backup", folder);
            busy = await RunAsync("restore", folder, "--replace");
        }

        var unasked = await RunAsync("restore", folder);
        var restored = await RunAsync("restore", folder, "--replace", "--tombstones", Path.Combine(folder, "keys"));
        var chinese = await RunAsync("restore", Path.Combine(folder, "data"), "--replace", "--lang", "zh-CN");
        var again = await RunAsync("restore", folder, "--replace");
        var whole = await RunAsync("audit", "verify");
        File.Delete(Path.Combine(stores.Folder, "root.secret"));
        var secretless = await RunAsync("restore", folder, "--replace");
        var nowhere = await RunAsync("restore", Path.Combine(folder, "nowhere"));

        Assert.Equal((0, ""), (backup.Exit, backup.Error));
        Assert.Contains("The root secret is not in the backup", backup.Output, StringComparison.Ordinal);
        Assert.Equal((1, "The program is running on these stores. Stop every node of it first."), (busy.Exit, busy.Error.Trim()));
        Assert.Equal((1, ""), (unasked.Exit, unasked.Output));
        Assert.Contains("--replace", unasked.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restored.Exit, restored.Error));
        Assert.EndsWith("The restore is complete.", restored.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((0, ""), (chinese.Exit, chinese.Error));
        Assert.EndsWith("恢复完成。", chinese.Output.TrimEnd(), StringComparison.Ordinal);
        // of two stores and of several that were put aside, each line says which
        Assert.All([chinese, again], answer => Assert.Equal(LinesOf(answer.Output).Distinct(StringComparer.Ordinal), LinesOf(answer.Output)));
        Assert.Contains("The old data is kept as", again.Output, StringComparison.Ordinal);
        Assert.Contains("The old keys are kept as", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, LinesOf(again.Output).Count(line => line.StartsWith("Tombstones of the main store put aside as", StringComparison.Ordinal)));
        Assert.DoesNotContain("store", chinese.Output.Replace(stores.Folder, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, whole.Exit);
        Assert.Equal(1, secretless.Exit);
        Assert.Contains("root secret is missing", secretless.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(stores.Folder, "root.secret")));
        Assert.Equal(1, nowhere.Exit);
    }

    private static string[] LinesOf(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Where_no_store_is_there_is_nothing_to_back_up_and_nothing_is_made()
    {
        var (exit, _, error) = await RunAsync("backup", Path.Combine(stores.Folder, "backup"));

        Assert.Equal(1, exit);
        Assert.Contains("migrate", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stores.Folder));
    }
}
