using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class UpdatesTests
{
    [Theory, BothProviders]
    public async Task Those_who_wait_for_one_turn_are_kept_together_and_each_gets_its_own_answer(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await AddAsync(house, "odd", "even");
        var together = 0;

        Task<int>[] waiting;
        await using (await house.Store.WriteAsync())
        {
            waiting = [.. Enumerable.Range(0, 20).Select(number => house.Store.UpdateAsync(db =>
            {
                together += db.Database.CurrentTransaction is null ? 0 : 1;
                return RunAsync(db, number % 4 == 0 ? "nobody" : number % 2 == 0 ? "even" : "odd", number);
            }))];
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(number => number % 4 == 0 ? 0 : 1), await Task.WhenAll(waiting));
        Assert.Equal(20, together);
        Assert.Equal((19, 18), (await LastAsync(house, "odd"), await LastAsync(house, "even")));
    }

    [Theory, BothProviders]
    public async Task One_that_fails_takes_nobody_down_with_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await AddAsync(house, "good");

        Task<int>[] waiting;
        await using (await house.Store.WriteAsync())
        {
            waiting =
            [
                house.Store.UpdateAsync(db => RunAsync(db, "good", 1)),
                house.Store.UpdateAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE nowhere SET nothing = 0")),
                house.Store.UpdateAsync(db => RunAsync(db, "good", 2)),
            ];
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => waiting[1]);
        Assert.Equal((1, 1), (await waiting[0], await waiting[2]));
        Assert.Equal(2, await LastAsync(house, "good"));
    }

    [Fact]
    public async Task Who_no_longer_waits_has_changed_nothing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await AddAsync(house, "kept");
        using var patience = new CancellationTokenSource();

        Task<int> gone, stayed;
        await using (await house.Store.WriteAsync())
        {
            gone = house.Store.UpdateAsync(db => RunAsync(db, "kept", 7), patience.Token);
            stayed = house.Store.UpdateAsync(db => RunAsync(db, "nobody", 8));
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        }

        Assert.Equal(0, await stayed);
        Assert.Equal(0, await LastAsync(house, "kept"));
    }

    private static async Task AddAsync(House house, params string[] names)
    {
        await using var work = await house.Store.WriteAsync();
        work.Db.AddRange(names.Select(JobLease.New));
        await work.CommitAsync();
    }

    private static Task<int> RunAsync(SrmDbContext db, string name, int number) =>
        db.Set<JobLease>().Where(lease => lease.Name == name).ExecuteUpdateAsync(set => set.SetProperty(lease => lease.LeasedUntil, DateTime.UnixEpoch.AddDays(number)));

    private static async Task<int> LastAsync(House house, string name)
    {
        await using var db = house.Store.Read();
        var lease = await db.Set<JobLease>().AsNoTracking().SingleAsync(lease => lease.Name == name);
        return lease.LeasedUntil <= DateTime.UnixEpoch ? 0 : (int)(lease.LeasedUntil - DateTime.UnixEpoch).TotalDays;
    }
}
