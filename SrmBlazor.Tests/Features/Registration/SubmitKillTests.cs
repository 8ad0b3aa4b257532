using Microsoft.Data.Sqlite;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Support;
using SrmBlazor.Support.Processes;

namespace SrmBlazor.Features.Registration;

/// <summary>Real processes die while they submit. The benchmark "kills" does the same to the published server, two hundred times.</summary>
public sealed class SubmitKillTests
{
    private const int Seed = 20260302;
    private const int Kills = 5;
    private const int AtOnce = 6;

    [Theory]
    [InlineData("submit.begun")]
    [InlineData("seal.before-key")]
    [InlineData("seal.after-key")]
    [InlineData("submit.before-commit")]
    [InlineData("erase.after-intent")]
    [InlineData("erase.after-keys")]
    [InlineData("submit.after-commit")]
    public async Task A_submission_killed_at_any_step_registered_or_did_not_and_another_one_registers_once(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        DraftKey key;
        await using (var house = await House.OpenAsync(stores))
        {
            key = (await Registrant.TypeAsync(house)).Key;
        }

        await ChildProcess.DieAtAsync(step, stores, nameof(Submissions.SubmitAsync), Child.NameOf(key));

        await using var again = await House.OpenAsync(stores);
        var committed = step is "erase.after-intent" or "erase.after-keys" or "submit.after-commit";
        var found = Assert.Single(await Found.AllAsync(again.Services));
        Assert.Equal((true, committed), (found.IsSound, found.IsWhole));
        Assert.IsType<SubmitResult.Submitted>(await again.Get<Submissions>().SubmitAsync(key));
        Assert.True(Assert.Single(await Found.AllAsync(again.Services)).IsWhole);
    }

    [Fact]
    public async Task Of_many_killed_submissions_none_that_was_acknowledged_is_lost_and_none_is_doubled()
    {
        using var stores = await PrepareAsync();

        var tally = await KillAsync(stores, Kills, cut: null);

        Assert.Equal((0, 0, 0), (tally.Lost, tally.Doubled, tally.Torn));
    }

    [CompilerFact]
    [Promise("P-8.1-05")]
    public async Task Of_many_submissions_cut_from_power_none_that_was_acknowledged_is_lost_and_none_is_doubled()
    {
        using var stores = await PrepareAsync();
        using var cut = new PowerCut(stores.Folder);

        var tally = await KillAsync(stores, Kills, cut);

        Assert.Equal((0, 0, 0), (tally.Lost, tally.Doubled, tally.Torn));
    }

    /// <summary>The test of the test: a store that does not wait for the disk loses what it acknowledged, and it is seen.</summary>
    [CompilerFact]
    public async Task Without_waiting_for_the_disk_a_power_cut_loses_what_was_acknowledged()
    {
        using var stores = await PrepareAsync();
        using var cut = new PowerCut(stores.Folder);

        var tally = await KillAsync(stores, kills: 1, cut, ("Database__Synchronous", "OFF"));

        Assert.NotEqual(0, tally.Lost);
    }

    private static Task<Stores> PrepareAsync() => Stores.CreateAsync(DatabaseProvider.Sqlite, static async stores =>
    {
        var house = await House.OpenAsync(stores, settings: ("Database:Synchronous", "OFF"));
        for (var draft = 0; draft < Kills * AtOnce; draft++)
        {
            await Registrant.TypeAsync(house);
        }

        return house;
    });

    /// <summary>Kills one process after the other while each submits several drafts at once, and looks after each what is there.</summary>
    private static async Task<Tally> KillAsync(Stores stores, int kills, PowerCut? cut, params (string Name, string Value)[] settings)
    {
        var random = new Random(Seed);
        var tally = new Tally();
        var found = await LookAsync(stores);
        for (var kill = 0; kill < kills; kill++)
        {
            var drafts = found.Where(one => one.Open).Take(AtOnce).Select(one => one.Draft);
            await KillAsync(ChildProcess.Start(stores, [.. settings, .. cut?.Settings ?? []], [nameof(Submissions.SubmitAsync), .. drafts]), random.Next(1, AtOnce), tally);
            cut?.Strike();
            found = await LookAsync(stores);
            tally.Compare(found);
        }

        return tally;
    }

    private static async Task KillAsync(ChildProcess child, int after, Tally tally)
    {
        using (child)
        {
            for (; after > 0; after--)
            {
                tally.Acknowledge((await child.ReadAsync())!);
            }

            child.Kill();
            while (await child.ReadAsync() is { } late)
            {
                tally.Acknowledge(late);
            }
        }
    }

    private static async Task<IReadOnlyList<Found>> LookAsync(Stores stores)
    {
        await using var house = await House.OpenAsync(stores);
        var found = await Found.AllAsync(house.Services);
        SqliteConnection.ClearAllPools();
        return found;
    }
}
