using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

/// <summary>
/// One random history: people seal, save, begin and end purposes, records are disputed, time passes, the sweep runs, the process dies at any
/// step (in its own repair too), older main stores come back. After each step the stores are held against the model.
/// </summary>
internal sealed class History(int seed, Repair repair, HistoryTally tally)
{
    private static readonly string[] SealSteps = ["seal.before-key", "seal.after-key"];
    private static readonly string[] EraseSteps =
        ["erase.before-intent", "erase.after-intent", "erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank"];
    private static readonly string[] RepairSteps = ["erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank", "replay.before-blank"];

    private readonly Random random = new(seed);
    private readonly FakeTimeProvider clock = new(House.Start);
    private readonly List<Guid> persons = [];
    private readonly List<(string File, Model Model, DateTime On)> backups = [];
    private readonly Traces traces = new();
    private Model model = new();
    private Stores stores = null!;
    private Heart heart = null!;
    private int values;

    private DateTime Now => heart.System.On;

    public async Task RunAsync(DatabaseProvider provider, int steps)
    {
        tally.Histories++;
        stores = await Heart.StoresAsync(provider);
        try
        {
            heart = await Heart.OpenAsync(stores, clock);
            for (var i = 0; i < 3; i++)
            {
                Purpose[] purposes = [.. Why.All.Where(purpose => purpose != Why.Draft && purpose != For.Access && random.Next(3) > 0)];
                persons.Add(await heart.PersonAsync(purposes));
                model.Lines.AddRange(purposes.Select(purpose => new Line(persons[i], purpose, null, PurposeChange.Began, Now)));
            }

            for (var step = 0; step < steps; step++)
            {
                tally.Steps++;
                await StepAsync();
                await CheckAsync(thorough: step == steps - 1);
            }

            await LeaveNothingAsync(provider);
        }
        finally
        {
            await heart.DisposeAsync();
            stores.Dispose();
        }
    }

    private Task StepAsync() => random.Next(20) switch
    {
        < 5 => SealAnyAsync(),
        < 7 => SaveAsync(),
        7 => BeginAsync(),
        < 13 => EndAsync(),
        13 => DisputeAsync(),
        14 => AdvanceAsync(),
        15 => SweepAsync(),
        16 => BackUpAsync(),
        < 19 => RestoreAsync(),
        _ => ReopenAsync(),
    };

    private Guid AnyPerson => persons[random.Next(persons.Count)];

    private Held? AnyRow => model.Rows.Count == 0 ? null : model.Rows.Values.ElementAt(random.Next(model.Rows.Count));

    private string NewValue() => FormattableString.Invariant($"planted-{seed}-{values++}-张三李四");

    private Task SealAnyAsync() => random.Next(4) switch
    {
        0 => SealAsync(new Card { Value = NewValue() }),
        1 => SealAsync(new Scan { Value = NewValue() }),
        2 => SealAsync(new Note { Value = NewValue() }),
        _ => SealAsync(new Sheet { Value = NewValue() }),
    };

    private async Task SealAsync<T>(T record)
        where T : SealedRecord, IDeclared, IValued
    {
        var (person, under) = (AnyPerson, T.Kind.Holders[random.Next(T.Kind.Holders.Count)]);
        var row = new Held(Guid.Empty, person, T.Kind, record.Value, 1);
        var allowed = under.PerRecord || model.IsLive(person, under, null, Now) && model.HasConsent(row, under, Now);
        // a purpose in its retention holds what it has; the vault lets its kind be added until that is over
        if (!under.PerRecord && !model.IsLive(person, under, null, Now))
        {
            return;
        }

        heart.DieAt(random.Next(4) == 0 ? SealSteps[random.Next(2)] : null);
        try
        {
            var id = await heart.SealAsync(person, record, under, (LookUp.WholeName, record.Value));
            if (!allowed)
            {
                tally.Violations.Add($"{seed}: {T.Kind.Name} was sealed for {under} although it is not live");
            }

            model.Rows[id] = row with { Id = id };
            if (under.PerRecord)
            {
                model.Lines.Add(new Line(person, under, id, PurposeChange.Began, Now));
            }
        }
        catch (InvalidOperationException) when (!allowed)
        {
            // as it should be
        }
        catch (ProcessDiedException)
        {
            await CrashAsync();
        }

        heart.DieAt(null);
    }

    private async Task SaveAsync()
    {
        if (AnyRow is not { } row)
        {
            return;
        }

        var version = random.Next(5) == 0 ? row.Version - 1 : row.Version;
        var purpose = row.Kind.Holders[random.Next(row.Kind.Holders.Count)];
        var value = NewValue();
        var (living, may) = (model.Living.Contains(row), model.MayOpen(row, purpose, Now) && model.HasConsent(row, purpose, Now));
        var expected = !may ? SaveOutcome.Refused : !living ? SaveOutcome.Gone : version == row.Version ? SaveOutcome.Saved : SaveOutcome.Conflict;
        var outcome = row.Kind.Name switch
        {
            "card" => await heart.Vault.SaveAsync(row.Person, row.Id, version, new Card { Value = value }, purpose),
            "scan" => await heart.Vault.SaveAsync(row.Person, row.Id, version, new Scan { Value = value }, purpose),
            "note" => await heart.Vault.SaveAsync(row.Person, row.Id, version, new Note { Value = value }, purpose),
            _ => await heart.Vault.SaveAsync(row.Person, row.Id, version, new Sheet { Value = value }, purpose),
        };
        Compare(outcome == expected, $"saving {row.Kind.Name} for {purpose} gave {outcome}, not {expected}");
        if (outcome == SaveOutcome.Saved)
        {
            model.Rows[row.Id] = row with { Value = value, Version = version + 1 };
        }
    }

    private Purpose AnyLasting() => Why.All.Where(purpose => !purpose.PerRecord && purpose != For.Access).ElementAt(random.Next(Why.All.Count - 2));

    private async Task BeginAsync()
    {
        var (person, purpose) = (AnyPerson, AnyLasting());
        await heart.BeginAsync(person, purpose);
        model.Lines.Add(new Line(person, purpose, null, PurposeChange.Began, Now));
    }

    private async Task EndAsync()
    {
        var (person, purpose, record) = (AnyPerson, AnyLasting(), (Guid?)null);
        if (random.Next(5) > 0 && model.Living.OrderBy(row => row.Value, StringComparer.Ordinal).ToList() is { Count: > 0 } living)
        {
            // mostly what holds something
            var row = living[random.Next(living.Count)];
            (person, purpose) = (row.Person, row.Kind.Holders[random.Next(row.Kind.Holders.Count)]);
            record = purpose.PerRecord ? row.Id : null;
        }

        var step = random.Next(2) == 0 ? EraseSteps[random.Next(EraseSteps.Length)] : null;
        var (before, on) = (model.BackUp(), Now);
        model.Lines.Add(new Line(person, purpose, record, PurposeChange.Ended, on));
        model.Collect(person, on);
        heart.DieAt(step);
        try
        {
            await heart.EndAsync(person, purpose, record);
            model.CarryOut();
        }
        catch (ProcessDiedException)
        {
            model = step == EraseSteps[0] ? before : model;
            await CrashAsync();
        }

        heart.DieAt(null);
    }

    private async Task DisputeAsync()
    {
        if (AnyRow is not { } row)
        {
            return;
        }

        var change = random.Next(2) == 0 ? PurposeChange.Restricted : PurposeChange.Released;
        await using var work = await heart.Store.WriteAsync();
        if (change == PurposeChange.Restricted)
        {
            work.Restrict(row.Person, row.Id, heart.System, "test");
        }
        else
        {
            work.Release(row.Person, row.Id, heart.System, "test");
        }

        await work.CommitAsync();
        model.Lines.Add(new Line(row.Person, For.Accountability, row.Id, change, Now));
    }

    private Task AdvanceAsync()
    {
        clock.Advance(TimeSpan.FromHours(random.Next(1, 24 * 14)));
        return Task.CompletedTask;
    }

    private async Task SweepAsync()
    {
        heart.DieAt(random.Next(2) == 0 ? EraseSteps[random.Next(EraseSteps.Length)] : null);
        try
        {
            await heart.Get<Sweep>().RunAsync();
        }
        catch (ProcessDiedException)
        {
            // how far it came is not known: the next one goes all the way
            await CrashAsync(check: false);
            await heart.Get<Sweep>().RunAsync();
        }

        heart.DieAt(null);
        persons.ForEach(person => model.Collect(person, Now));
        model.CarryOut();
    }

    private async Task BackUpAsync() => backups.Add((await stores.BackUpMainAsync(), model.BackUp(), Now));

    private async Task RestoreAsync()
    {
        backups.RemoveAll(backup => backup.On < Now - heart.Get<Sweep>().OldestBackup);
        if (backups.Count == 0)
        {
            return;
        }

        tally.Restores++;
        var (file, older, _) = backups[random.Next(backups.Count)];
        await heart.DisposeAsync();
        await stores.RestoreMainAsync(file);
        model = older.BackUp();
        await StartAsync();
    }

    private async Task ReopenAsync()
    {
        await heart.DisposeAsync();
        await StartAsync();
    }

    private async Task CrashAsync(bool check = true)
    {
        tally.Crashes++;
        await heart.DisposeAsync();
        if (check && random.Next(4) == 0)
        {
            await BackUpWhileOpenAsync();
        }

        await StartAsync();
    }

    /// <summary>A backup of a main store in which an erasure is half done.</summary>
    private async Task BackUpWhileOpenAsync() => backups.Add((await stores.BackUpMainAsync(), model.BackUp(), clock.GetUtcNow().UtcDateTime));

    private async Task StartAsync()
    {
        if (random.Next(4) == 0)
        {
            try
            {
                await using var dying = await Heart.OpenAsync(stores, clock, repair, RepairSteps[random.Next(RepairSteps.Length)]);
            }
            catch (ProcessDiedException)
            {
                tally.Crashes++;
            }
        }

        heart = await Heart.OpenAsync(stores, clock, repair);
        model.CarryOut();
    }

    private async Task CheckAsync(bool thorough)
    {
        await using var db = heart.Store.Read();
        await using var keyDb = heart.Keys.Read();
        var rows = await db.Set<SealedRow>().AsNoTracking().ToDictionaryAsync(row => row.Id);
        var keys = await keyDb.Keys.AsNoTracking().ToDictionaryAsync(key => key.RecordId, key => key.Wrapped);
        var indexes = await keyDb.Indexes.AsNoTracking().Select(index => index.RecordId).ToHashSetAsync();
        Compare(rows.Keys.ToHashSet().SetEquals(model.Rows.Keys), "other rows than expected");
        foreach (var (id, row) in rows.Where(row => model.Rows.ContainsKey(row.Key)))
        {
            var lives = !model.Erased.Contains(id);
            Compare(lives == (row is { State: RowState.Live, Ciphertext: not null }), $"row {row.Kind} is {row.State} and should {(lives ? "" : "not ")}live");
            Compare(lives == keys.ContainsKey(id), $"{row.Kind} {(lives ? "lost its key" : "is erased and has a key")}");
            Compare(lives == indexes.Contains(id), $"{row.Kind} {(lives ? "lost its look-up" : "is erased and is looked up")}");
            traces.Note(id, row.Ciphertext);
            traces.Note(id, keys.GetValueOrDefault(id));
        }

        Compare(!model.Erased.Any(keys.ContainsKey), "a key came back");
        var opened = thorough ? [.. model.Rows.Values] : Enumerable.Range(0, 3).Select(_ => AnyRow).OfType<Held>().ToList();
        foreach (var row in opened)
        {
            foreach (var purpose in thorough ? Why.All : [Why.All[random.Next(Why.All.Count)], .. row.Kind.Holders.Take(1)])
            {
                await OpenAsync(row, purpose);
            }
        }
    }

    private async Task OpenAsync(Held row, Purpose purpose)
    {
        var (answer, value) = row.Kind.Name switch
        {
            "card" => Read(await heart.Vault.OpenAsync<Card>(row.Person, row.Id, purpose)),
            "scan" => Read(await heart.Vault.OpenAsync<Scan>(row.Person, row.Id, purpose)),
            "note" => Read(await heart.Vault.OpenAsync<Note>(row.Person, row.Id, purpose)),
            _ => Read(await heart.Vault.OpenAsync<Sheet>(row.Person, row.Id, purpose)),
        };
        var expected = model.Open(row.Id, purpose, Now);
        Compare(answer == expected, $"{row.Kind.Name} for {purpose} was {answer}, not {expected}");
        Compare(answer != Answer.Opened || value == row.Value, $"{row.Kind.Name} opened with another value");
    }

    private static (Answer Answer, string? Value) Read<T>(Opening<T> opening)
        where T : SealedRecord, IValued => opening switch
        {
            Opening<T>.Opened opened => (Answer.Opened, opened.Record.Value),
            Opening<T>.Erased => (Answer.Erased, null),
            Opening<T>.Refused => (Answer.Refused, null),
            _ => (Answer.NeverHeld, null),
        };

    /// <summary>All purposes end; what is left in the files is searched for values, ciphertexts, wrapped keys.</summary>
    private async Task LeaveNothingAsync(DatabaseProvider provider)
    {
        foreach (var person in persons)
        {
            foreach (var purpose in Why.All.Where(purpose => !purpose.PerRecord && purpose != For.Access))
            {
                await heart.EndAsync(person, purpose);
            }
        }

        clock.Advance(TimeSpan.FromDays(400));
        await heart.Get<Sweep>().RunAsync();
        tally.Erased += model.Erased.Count;
        if (provider == DatabaseProvider.PostgreSql)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(stores.Folder).Where(file => Path.GetFileName(file).StartsWith("srm.db", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("keys.db", StringComparison.Ordinal)))
        {
            var left = await traces.FindAsync(file, model.Rows.Keys);
            Compare(left is null, $"{left} is in {Path.GetFileName(file)}");
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
