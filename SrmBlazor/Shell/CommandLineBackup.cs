using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Backups;

namespace SrmBlazor.Shell;

/// <summary>Backs up both stores while the program runs, and puts a backup in their place while it does not.</summary>
internal static class CommandLineBackup
{
    public static Command Backup()
    {
        var place = new Argument<DirectoryInfo>("DIR") { Description = CommandLine.Say("Backup.Place") };
        var command = new Command("backup", CommandLine.Say("Backup")) { place };
        command.SetAction(async (asked, stop) =>
        {
            using var host = CommandLineStores.Builder().Build();
            await using var db = host.Services.GetRequiredService<Func<SrmDbContext>>()();
            if (await CommandLineStores.IsNotMigratedAsync(db, stop))
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Audit.NotMigrated"));
                return CommandLine.No;
            }

            var report = await host.Services.GetRequiredService<BackupRun>().TakeAsync(asked.GetRequiredValue(place), stop);
            var days = host.Services.GetRequiredService<IOptions<BackupOptions>>().Value;
            await SayAsync(asked,
                CommandLine.Say("Backup.Data", report.Data.Folder.FullName, RowsOf(report.Data), days.DataDays),
                CommandLine.Say("Backup.Keys", report.Keys.Folder.FullName, RowsOf(report.Keys), days.KeyDays),
                CommandLine.Say("Backup.Removed", report.Removed, report.Dropped),
                CommandLine.Say("Backup.Root"));
            return CommandLine.Yes;
        });
        return command;
    }

    public static Command Restore()
    {
        var from = new Argument<DirectoryInfo>("DIR") { Description = CommandLine.Say("Restore.From") };
        var tombstones = new Option<FileSystemInfo[]>("--tombstones") { Description = CommandLine.Say("Restore.Tombstones"), AllowMultipleArgumentsPerToken = true, HelpName = "DIR" };
        var replace = new Option<bool>("--replace") { Description = CommandLine.Say("Restore.Replace") };
        var command = new Command("restore", CommandLine.Say("Restore")) { from, tombstones, replace };
        command.SetAction(async (asked, stop) =>
        {
            var more = asked.GetValue(tombstones) ?? [];
            if (more.Append(asked.GetRequiredValue(from)).FirstOrDefault(place => !place.Exists) is { } missing)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Restore.Missing", missing.FullName));
                return CommandLine.No;
            }

            var builder = CommandLineStores.Builder();
            builder.Services.ExpectRootSecret();
            using var host = builder.Build();
            var report = await host.Services.GetRequiredService<RestoreRun>().RunAsync(new RestoreOrder(asked.GetRequiredValue(from), more, asked.GetValue(replace)), stop);
            await SayAsync(asked, [.. Lines(report, host.Services.GetRequiredService<IOptions<BackupOptions>>().Value)]);
            return report.IsSound ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    private static IEnumerable<string> Lines(RestoreReport report, BackupOptions days)
    {
        foreach (var archive in new[] { report.Data, report.Keys }.OfType<Archive>())
        {
            yield return CommandLine.Say($"Restore.{archive.Manifest.Kind}", archive.Folder.FullName, Instant(archive.Manifest.TakenOn), RowsOf(archive));
        }

        foreach (var aside in report.Aside)
        {
            yield return CommandLine.Say($"Restore.Aside.{aside.Kind}", aside.Place, days.KeyDays);
        }

        foreach (var list in report.Tombstones)
        {
            yield return CommandLine.Say("Restore.Source", NameOf(list), list.Stones.Count);
            if (list.Foreign > 0)
            {
                yield return CommandLine.Say("Restore.Foreign", NameOf(list), list.Foreign);
            }
        }

        foreach (var away in report.Unread.Select(OriginOf).Concat(report.Away))
        {
            yield return CommandLine.Say("Restore.Away", away);
        }

        yield return CommandLine.Say("Restore.Merged", report.Merged, report.KeysDestroyed, report.Blanked);
        yield return report.UnknownFrom is { } from ? CommandLine.Say("Restore.Window", Instant(from), Instant(report.On)) : CommandLine.Say("Restore.NoWindow");
        yield return report.AuditBrokenAt is { } number ? CommandLine.Say("Audit.Broken", number, report.AuditEntries) : CommandLine.Say("Audit.Whole", report.AuditEntries);
        yield return CommandLine.Say(report.IsSound ? "Restore.Sound" : "Restore.Unsound", report.Keyless, report.BrokenReferences);
    }

    private static string NameOf(TombstoneList list) => list switch
    {
        { Origin: StoneOrigin.File } => list.Name,
        { Name: "" } => OriginOf(list.Origin),
        _ => CommandLine.Say("Restore.Origin.Aside", OriginOf(list.Origin), list.Name),
    };

    private static string OriginOf(StoneOrigin origin) => CommandLine.Say($"Restore.Origin.{origin}");

    private static long RowsOf(Archive archive) => archive.Manifest.Rows.Sum(table => table.Count);

    private static string Instant(DateTime on) => on.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task SayAsync(ParseResult asked, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await asked.InvocationConfiguration.Output.WriteLineAsync(line);
        }
    }
}
