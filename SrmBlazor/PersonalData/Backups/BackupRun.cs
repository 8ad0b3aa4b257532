using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData.Backups;

/// <param name="Removed">Archives that were older than their days.</param>
/// <param name="Dropped">Stores that a restore had put aside, likewise.</param>
public sealed record BackupReport(Archive Data, Archive Keys, int Removed, int Dropped);

/// <summary>
/// Writes data and keys as two archives that can be kept in different places. The archive of the keys is finished first: keys without data do
/// no harm, data without keys cannot be read. The root secret is in neither.
/// </summary>
public sealed class BackupRun(Store store, KeyStore keys, RootSecret root, IOptions<DatabaseOptions> database, IOptions<BackupOptions> options, FailPoints faults, TimeProvider clock)
{
    private DatabaseProvider Provider => database.Value.Provider;

    private string Ending => Provider switch
    {
        DatabaseProvider.Sqlite => "db",
        DatabaseProvider.PostgreSql => "dump",
    };

    /// <exception cref="InvalidDataException">A store is not migrated, a program is missing, or an archive in the folder was changed.</exception>
    public async Task<BackupReport> TakeAsync(DirectoryInfo place, CancellationToken stop = default)
    {
        await using var db = store.Read();
        await using var keyDb = keys.Read();
        var (main, keyStore) = (db.Database.GetConnectionString()!, keyDb.Database.GetConnectionString()!);
        var on = clock.Now();
        var (data, keyFolder) = (Archive.Begin(place, ArchiveKind.Data, on), Archive.Begin(place, ArchiveKind.Keys, on));
        var (mainFile, keyFile) = (Path.Combine(data.FullName, $"srm.{Ending}"), Path.Combine(keyFolder.FullName, $"keys.{Ending}"));
        var stones = Path.Combine(keyFolder.FullName, TombstoneList.FileName);

        await using var moment = await Moment.BeginAsync(Provider, main, keyStore, keyFile, stop);
        await moment.WriteAsync(mainFile, stop);
        await WriteStonesAsync(moment, stones, stop);
        faults.Reach("backup.written");
        var keyArchive = Archive.Finish(keyFolder, await DescribeAsync(ArchiveKind.Keys, moment, on, [keyFile, stones], stop), root);
        faults.Reach("backup.keys-finished");
        var dataArchive = Archive.Finish(data, await DescribeAsync(ArchiveKind.Data, moment, on, [mainFile], stop), root);

        var dropped = 0;
        foreach (var one in new[] { main, keyStore })
        {
            dropped += await Place.Of(Provider, one).RotateAsync(on.AddDays(-options.Value.KeyDays), stop);
        }

        return new BackupReport(dataArchive, keyArchive, Archive.Rotate(place, root, options.Value, on), dropped);
    }

    private async Task<Manifest> DescribeAsync(ArchiveKind kind, Moment moment, DateTime on, IEnumerable<string> files, CancellationToken stop)
    {
        var shown = kind switch
        {
            ArchiveKind.Data => moment.Main,
            ArchiveKind.Keys => moment.Keys,
        };
        return new Manifest
        {
            Kind = kind,
            Provider = Provider,
            Installation = await shown.InstallationAsync(stop) ?? throw new InvalidDataException("A store without an installation cannot be backed up."),
            TakenOn = on,
            Program = typeof(BackupRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Migration = await shown.MigrationAsync(stop),
            Files = [.. files.Select(file => Archive.Describe(new FileInfo(file)))],
            Rows = await shown.RowsAsync(stop),
            Audit = kind == ArchiveKind.Data ? await shown.AuditHeadAsync(stop) : null,
        };
    }

    private async Task WriteStonesAsync(Moment moment, string file, CancellationToken stop)
    {
        var lines = (await moment.Keys.TombstonesAsync(stop)).Select(stone => TombstoneList.Line(stone, root));
        Durable.Write(file, System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n'))));
    }
}
