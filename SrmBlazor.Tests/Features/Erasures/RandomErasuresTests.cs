using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>Random lives, each erased in a random scope: what goes and what stays is what the plan said.</summary>
public sealed class RandomErasuresTests
{
    private static readonly Purpose[] Choices = [For.WorkProfile, For.Correspondence, For.KeepLonger, For.SensitiveIdentity];

    [Theory]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    public async Task What_happens_is_what_the_plan_said(int seed)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var random = new Random(seed);
        var (gone, left) = (0, 0);
        for (var life = 0; life < 12; life++)
        {
            var decider = await LiveAsync(house, random);
            var live = (await decider.LiveAsync()).ToList();
            var scope = random.Next(3) switch
            {
                0 => ErasureScope.All,
                1 => ErasureScope.Closing,
                _ => ErasureScope.Of([.. live.Where(_ => random.Next(3) == 0)]),
            };
            var ground = (ErasureGround)random.Next(6);
            var act = house.ActOf(decider.Person, Role.Supplier);
            var plan = await house.Get<ErasureDesk>().PlanAsync(decider.Person, scope, ground, act);
            await using (var work = await house.Store.WriteAsync())
            {
                await house.Get<ErasureDesk>().BeginAsync(work, plan, act);
                await work.CommitAsync();
            }

            await house.Get<ErasureRound>().RunAsync();

            var after = await decider.LiveAsync();
            Assert.Equal(plan.Goes.Select(one => one.Record).Order(), live.Except(after).Order());
            Assert.Subset(after.ToHashSet(), plan.Stays.Select(one => one.Record).ToHashSet());
            gone += plan.Goes.Count;
            left += plan.Stays.Count;
            await using var db = house.Store.Read();
            Assert.All(await db.Set<ErasureRun>().ToListAsync(), run => Assert.Equal(ErasureState.Certified, run.State));
        }

        Assert.True(gone > 20 && left > 5, $"{gone} went and {left} stayed.");
    }

    private static async Task<Decider> LiveAsync(House house, Random random)
    {
        var decider = await Decider.BeginAsync(house);
        for (var step = 0; step < 25; step++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
            await using var db = house.Store.Read();
            var ledger = await db.LedgerAsync(decider.Person);
            bool IsLive(Purpose purpose) => ledger.IsLive(purpose, null, house.Clock.Now());
            switch (random.Next(7))
            {
                case 0 or 1:
                    await decider.DecideAsync(Choices[random.Next(Choices.Length)], give: random.Next(3) > 0);
                    break;
                case 2 when IsLive(For.WorkProfile):
                    await decider.AddAsync(new Department($"department {step}"), For.WorkProfile);
                    break;
                case 3 when IsLive(For.Correspondence):
                    await decider.AddAsync(new City($"city {step}"), For.Correspondence);
                    break;
                case 4 when random.Next(4) == 0 && IsLive(For.IdentityCheck):
                    await decider.EndAsync(For.IdentityCheck);
                    break;
                case 5 when !IsLive(For.OrdersSettlement) && random.Next(4) == 0:
                    await decider.BeginAsync(For.OrdersSettlement);
                    break;
                case 6 when random.Next(4) == 0:
                    await decider.AddAsync(new Features.Verification.CaseMessage($"message {step}"), For.ExplainDecision);
                    break;
            }
        }

        return decider;
    }
}
