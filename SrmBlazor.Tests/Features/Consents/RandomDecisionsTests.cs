using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

/// <summary>Random lives of consents. What is expected is kept here, in sets, and shares no code with the ledger.</summary>
public sealed class RandomDecisionsTests
{
    private static readonly Purpose[] Choices =
        [For.WorkProfile, For.Correspondence, For.KeepLonger, For.SensitiveIdentity, For.ShareAffiliate, For.PublicListing, For.News, For.CrossBorder, For.MailTracking];

    public static TheoryData<DatabaseProvider, int> Lives()
    {
        var lives = new TheoryData<DatabaseProvider, int> { { DatabaseProvider.Sqlite, 3001 }, { DatabaseProvider.Sqlite, 3002 }, { DatabaseProvider.Sqlite, 3003 }, { DatabaseProvider.Sqlite, 3004 } };
        if (!PostgresServer.Skipped)
        {
            lives.Add(DatabaseProvider.PostgreSql, 3005);
        }

        return lives;
    }

    [Promise("P-5.4-01", "P-2-01", "P-0-07")]
    [Theory]
    [MemberData(nameof(Lives))]
    public async Task In_any_order_a_withdrawal_does_what_its_preview_said_and_a_record_opens_exactly_while_its_consent_lasts(DatabaseProvider provider, int seed)
    {
        await using var house = await House.BuildAsync(provider);
        var decider = await Decider.BeginAsync(house);
        await decider.BeginAsync(For.OrdersSettlement);
        var random = new Random(seed);
        var (given, paused) = (new HashSet<Purpose> { For.SensitiveIdentity }, new HashSet<Purpose>());
        var kept = await KeptRecords.BeginAsync(decider);
        var (departments, cities) = (kept.Departments, kept.Cities);
        var withdrawals = 0;

        for (var step = 0; step < 120; step++)
        {
            if (step == 70)
            {
                await kept.CloseAsync(given);
            }

            house.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 90)));
            var purpose = Choices[random.Next(Choices.Length)];
            switch (random.Next(8))
            {
                case 0 or 1 or 2:
                    await GiveAsync(decider, purpose, given, paused);
                    kept.Gave(purpose);
                    break;
                case 3 or 4:
                    withdrawals += await TakeBackAsync(decider, purpose, given, paused, kept) ? 1 : 0;
                    break;
                case 5 when given.Contains(For.WorkProfile) && !paused.Contains(For.WorkProfile):
                    departments.Add(await decider.AddAsync(new Department($"department {step}"), For.WorkProfile));
                    break;
                case 6 when given.Contains(For.Correspondence) && !paused.Contains(For.Correspondence):
                    cities.Add(await decider.AddAsync(new City($"city {step}"), For.Correspondence));
                    break;
                case 7 when random.Next(3) == 0:
                    await decider.ReviseAsync(purpose, step + 2);
                    paused.UnionWith(given.Contains(purpose) ? [purpose] : []);
                    break;
            }

            await AgreesAsync<Department>(decider, For.WorkProfile, departments, paused);
            await AgreesAsync<City>(decider, For.Correspondence, cities, paused);
        }

        Assert.True(withdrawals > 10, $"Only {withdrawals} withdrawals happened.");
        await using var db = house.Store.Read();
        Assert.Empty(await ConsentBook.ForgedAsync(db));
    }

    /// <summary>One act, one event: also where a purpose is renewed.</summary>
    private static async Task GiveAsync(Decider decider, Purpose purpose, HashSet<Purpose> given, HashSet<Purpose> paused)
    {
        var before = (await decider.EventsAsync()).Count;
        var expected = !given.Contains(purpose) || paused.Contains(purpose);

        Assert.Equal(expected, await decider.DecideAsync(purpose, give: true));

        var events = await decider.EventsAsync();
        Assert.Equal(before + (expected ? 1 : 0), events.Count);
        Assert.True(!expected || events[^1].Purpose == purpose.Key);
        given.Add(purpose);
        paused.Remove(purpose);
    }

    private static async Task<bool> TakeBackAsync(Decider decider, Purpose purpose, HashSet<Purpose> given, HashSet<Purpose> paused, KeptRecords kept)
    {
        var (before, events) = (await decider.LiveAsync(), (await decider.EventsAsync()).Count);
        var panel = await decider.OpenAsync(purpose);

        Assert.True(await decider.Consents.DecideAsync(purpose.Key, give: false, panel.Served, decider.Act));

        var gone = before.Except(await decider.LiveAsync()).ToHashSet();
        Assert.Equal(gone, (panel.Withdrawal?.Erased ?? []).Select(one => one.Record).ToHashSet());
        Assert.Equal(given.Contains(purpose), panel.Withdrawal is not null);
        kept.TookBack(purpose);
        Assert.Equal(panel.Withdrawal is null ? [] : kept.After(purpose), (panel.Withdrawal?.Kept ?? []).Select(one => (one.Record, one.Holds!.Purpose, one.Holds.Until)).ToHashSet());
        Assert.Equal(events + 1, (await decider.EventsAsync()).Count);
        paused.Remove(purpose);
        return given.Remove(purpose);
    }

    private static async Task AgreesAsync<T>(Decider decider, Purpose purpose, HashSet<Guid> expected, HashSet<Purpose> paused)
        where T : SealedRecord, IDeclared
    {
        var opened = (await decider.House.Vault.OpenAllAsync<T>(decider.Person, purpose)).Select(one => one.Id).ToHashSet();
        Assert.Equal(paused.Contains(purpose) ? [] : expected, opened);
        // whatever is paused is still held, and shown to the person
        Assert.Equal(expected, (await decider.House.Vault.OpenAllAsync<T>(decider.Person, For.Access)).Select(one => one.Id).ToHashSet());
    }
}
