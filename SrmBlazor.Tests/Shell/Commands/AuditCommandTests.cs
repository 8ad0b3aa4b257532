using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class AuditCommandTests : CommandRun
{
    [Fact]
    public async Task Where_no_store_is_there_is_nothing_to_verify_and_nothing_is_made()
    {
        var (exit, _, error) = await RunAsync("audit", "verify");

        Assert.Equal(1, exit);
        Assert.Contains("migrate", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(stores.Folder));
    }

    [Fact]
    public async Task Stores_are_made_verified_after_an_erasure_and_a_changed_entry_is_found()
    {
        var migrated = await RunAsync("migrate");
        await using (var sink = new SmtpSink())
        await using (var house = await MailHouse.OpenAsync(stores, new FakeTimeProvider(DateTimeOffset.UtcNow), sink.Port))
        {
            await house.QueueAsync(LetterSamples.Activation() with { UsefulUntil = null });
            await house.Round.RunAsync();
        }

        var whole = await RunAsync("audit", "verify");
        await using (var house = await MailHouse.OpenAsync(stores, new FakeTimeProvider(), port: 25))
        await using (var db = house.Store.Read())
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "AuditEntries_frozen"; UPDATE "AuditEntries" SET "Detail" = 'another' WHERE "Number" = 2;""");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var broken = await RunAsync("audit", "verify");
        var chinese = await RunAsync("audit", "verify", "--lang", "zh-CN");

        Assert.Equal((0, "Both stores are up to date."), (migrated.Exit, migrated.Output.Trim()));
        Assert.Equal((0, "The audit chain is whole: 4 entries."), (whole.Exit, whole.Output.Trim()));
        Assert.Equal((1, "The audit chain breaks at entry 2; the 1 entries before it fit."), (broken.Exit, broken.Output.Trim()));
        Assert.Equal((1, "审计链在第 2 条处断开，之前的 1 条完好。"), (chinese.Exit, chinese.Output.Trim()));
    }

    [Fact]
    public async Task A_root_secret_that_does_not_fit_is_a_no_with_a_reason()
    {
        await RunAsync("migrate");
        File.Delete(Path.Combine(stores.Folder, "root.secret"));

        var (exit, _, error) = await RunAsync("migrate");

        Assert.Equal(1, exit);
        Assert.Contains("root secret", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
