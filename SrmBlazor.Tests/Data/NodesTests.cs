using Microsoft.EntityFrameworkCore;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class NodesTests
{
    private const string Topic = "topic";

    [PostgresFact]
    public async Task What_one_node_commits_the_pages_of_another_hear_and_its_own_only_once()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.PostgreSql);
        await using var here = await House.OpenAsync(stores);
        await using var there = await House.OpenAsync(stores);
        using var ownEar = await Ear.OnAsync(here);
        using var otherEar = await Ear.OnAsync(there);

        await AnnounceAsync(here, commit: false);
        await AnnounceAsync(here, commit: true);
        await otherEar.HeardAsync();
        await AnnounceAsync(there, commit: true);
        await ownEar.HeardAsync(times: 2);

        Assert.Equal((2, 2), (ownEar.Times, otherEar.Times));
    }

    [PostgresFact]
    public async Task A_node_whose_line_was_cut_lets_every_page_ask_again()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.PostgreSql);
        await using var house = await House.OpenAsync(stores);
        using var ear = await Ear.OnAsync(house);

        await using (var db = house.Store.Read())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        }

        await ear.HeardAsync();
    }

    private static async Task AnnounceAsync(House house, bool commit)
    {
        await using var work = await house.Store.WriteAsync();
        work.Announce(Topic);
        if (commit)
        {
            await work.CommitAsync();
        }
    }

    /// <summary>A page of a node that listens.</summary>
    private sealed class Ear : IDisposable
    {
        private readonly Nodes nodes;
        private readonly IDisposable subscription;
        private readonly SemaphoreSlim heard = new(0);
        private int times;

        private Ear(House house)
        {
            nodes = house.Get<Nodes>();
            subscription = house.Get<ChangeFeed>().Subscribe(Topic, () =>
            {
                Interlocked.Increment(ref times);
                heard.Release();
            });
        }

        public int Times => times;

        /// <summary>It listens once it has told its own pages to ask again; from there on is counted.</summary>
        public static async Task<Ear> OnAsync(House house)
        {
            var ear = new Ear(house);
            await ear.nodes.StartAsync(CancellationToken.None);
            await ear.HeardAsync();
            ear.times = 0;
            return ear;
        }

        public async Task HeardAsync(int times = 1)
        {
            for (var left = times; left > 0; left--)
            {
                Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing was heard.");
            }
        }

        public void Dispose()
        {
            nodes.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            subscription.Dispose();
            heard.Dispose();
        }
    }
}
