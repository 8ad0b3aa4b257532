using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData.Backups;

/// <summary>
/// One random history of backups: cards are sealed and erased, the process dies at any step, backups are taken, and any of them is restored, data
/// alone or with its keys, with the stores still there or lost. Held against two sets: who lives, and who was erased for ever.
/// </summary>
internal sealed class RestoreHistory(int seed, bool keepTombstones, HistoryTally tally)
{
    private static readonly string[] EraseSteps = ["erase.before-intent", "erase.after-intent", "erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank"];
    private static readonly string[] RestoreSteps =
        ["restore.main-put", "restore.keys-put", "restore.before-tombstones", "restore.before-replay", "replay.before-blank", "erase.after-keys", "restore.before-unmark"];

    private readonly Random random = new(seed);
    private readonly HashSet<Guid> erased = [];
    private readonly HashSet<Guid> unsure = [];
    private readonly List<(BackupReport Report, Dictionary<Guid, Guid> Living, HashSet<Guid> Keyed)> backups = [];

    /// <summary>Of whom the key store holds a key: older keys put back lack the newer.</summary>
    private HashSet<Guid> keyed = [];
    private Dictionary<Guid, Guid> living = [];
    private Drill drill = null!;

    public async Task RunAsync(DatabaseProvider provider, int steps)
    {
        tally.Histories++;
        await using var begun = drill = await Drill.BeginAsync(provider);
        for (var step = 0; step < steps; step++)
        {
            tally.Steps++;
            await (random.Next(10) switch
            {
                < 3 => SealAsync(),
                < 6 => EraseAsync(),
                < 8 => BackUpAsync(),
                _ => RestoreAsync(),
            });
        }

        await RestoreAsync();
        await CheckAsync();
        tally.Erased += erased.Count;
    }

    private async Task SealAsync()
    {
        await using var heart = await drill.OpenAsync();
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        living[card] = person;
        keyed.Add(card);
    }

    private async Task EraseAsync()
    {
        if (living.Count == 0)
        {
            return;
        }

        var (card, person) = living.ElementAt(random.Next(living.Count));
        var step = random.Next(2) == 0 ? random.Next(EraseSteps.Length) : EraseSteps.Length;
        await using (var heart = await drill.OpenAsync())
        {
            heart.DieAt(step < EraseSteps.Length ? EraseSteps[step] : null);
            try
            {
                await heart.EndAsync(person, Why.Account);
            }
            catch (ProcessDiedException)
            {
                tally.Crashes++;
            }
        }

        if (step == 0)
        {
            return;
        }

        living.Remove(card);
        // the person was told only when the keys were gone: until then the main store alone knows
        _ = step <= 2 ? unsure.Add(card) : erased.Add(card);
        if (random.Next(2) == 0)
        {
            await CheckAsync();
        }
    }

    private async Task BackUpAsync()
    {
        await SettleAsync();
        backups.Add((await drill.BackUpAsync(), new(living), [.. keyed]));
    }

    private async Task RestoreAsync()
    {
        if (backups.Count == 0)
        {
            return;
        }

        tally.Restores++;
        var (report, then, keys) = backups[random.Next(backups.Count)];
        var lost = random.Next(3) == 0;
        var both = lost || random.Next(2) == 0 || !then.Keys.Except(erased).All(keyed.Contains);
        var from = both ? Pair(report) : report.Data.Folder;
        keyed = both ? [.. keys] : keyed;
        if (lost)
        {
            await drill.LoseAsync();
        }

        if (!keepTombstones)
        {
            File.Delete(drill.TombstonePath);
        }

        while (random.Next(3) == 0)
        {
            try
            {
                await drill.RestoreAsync(from, RestoreSteps[random.Next(RestoreSteps.Length)]);
            }
            catch (ProcessDiedException)
            {
                tally.Crashes++;
            }
        }

        var restored = await drill.RestoreAsync(from);
        Compare(restored.IsSound, "the restore has gaps");
        Compare(lost == restored.UnknownFrom is not null || tally.Crashes > 0, "the window is not named");
        if (!lost)
        {
            erased.UnionWith(unsure);
        }

        living = then.Where(one => !erased.Contains(one.Key) && !unsure.Contains(one.Key)).ToDictionary();
        unsure.Clear();
        await CheckAsync();
    }

    /// <summary>A start finishes what was begun.</summary>
    private async Task SettleAsync()
    {
        await using var heart = await drill.OpenAsync();
        erased.UnionWith(unsure);
        unsure.Clear();
    }

    private DirectoryInfo Pair(BackupReport report)
    {
        var pair = Directory.CreateDirectory(Path.Combine(drill.Place.FullName, $"pair-{report.Data.Folder.Name}"));
        foreach (var archive in new[] { report.Data, report.Keys })
        {
            var copy = Directory.CreateDirectory(Path.Combine(pair.FullName, archive.Manifest.Kind.ToString()));
            foreach (var file in archive.Folder.EnumerateFiles())
            {
                file.CopyTo(Path.Combine(copy.FullName, file.Name), overwrite: true);
            }
        }

        return pair;
    }

    private async Task CheckAsync()
    {
        await SettleAsync();
        await using var heart = await drill.OpenAsync();
        await using var db = heart.Store.Read();
        var rows = db.Set<SealedRow>().ToDictionary(row => row.Id);
        foreach (var card in erased)
        {
            Compare(await heart.Keys.FindAsync(card) is null, "a key came back");
            Compare(rows.GetValueOrDefault(card) is null or { State: RowState.Erased, Ciphertext: null }, "a record came back");
        }

        foreach (var (card, person) in living)
        {
            Compare((await heart.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value == "card", "a record is lost");
        }
    }

    private void Compare(bool holds, string otherwise)
    {
        tally.Checks++;
        if (!holds)
        {
            tally.Violations.Add(FormattableString.Invariant($"seed {seed}, step {tally.Steps}: {otherwise}"));
        }
    }
}
