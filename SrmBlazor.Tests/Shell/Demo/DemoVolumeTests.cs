using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Demo;

public sealed class DemoVolumeTests
{
    [Fact]
    public async Task The_same_seed_makes_the_same_requests_and_another_one_makes_others()
    {
        var made = await MakeAsync(seed: 3);

        Assert.Equal(300, made.Count);
        Assert.InRange(made.Select(row => row.Split('|')[3]).Distinct().Count(), 4, 7);
        Assert.Equal(made, await MakeAsync(seed: 3));
        Assert.NotEqual(made, await MakeAsync(seed: 4));
    }

    /// <summary>All that the board shows of each, without whose it is.</summary>
    private static async Task<List<string>> MakeAsync(int seed)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await ActivatorUtilities.CreateInstance<DemoVolume>(house.Services).MakeAsync(300, 20, seed, _ => { });
        await using var db = house.Store.Read();
        var all = await db.Set<RightsRequest>().AsNoTracking().OrderBy(one => one.Number).ToListAsync();
        return all.ConvertAll(one => $"{one.Number}|{one.Kind}|{one.State}|{one.Region}|{one.Language}|{one.Channel}|{one.ReceivedOn:O}|{one.RecordedOn:O}|{one.DueOn:O}|{one.Assignee is not null}");
    }
}
