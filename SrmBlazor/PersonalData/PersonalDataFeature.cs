using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Backups;
using SrmBlazor.Data.Jobs;
using SrmBlazor.PersonalData.Backups;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.PersonalData;

public static class PersonalDataFeature
{
    public static IHostApplicationBuilder AddPersonalData(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(_ => DataMap.OfThisProgram());
        services.AddSingleton(_ => FailPoints.Of(builder.Configuration, builder.Environment));
        services.AddDatabase<KeyDbContext, SqliteKeyDbContext, PostgresKeyDbContext>(keys: true);
        services.AddSingleton<TombstoneFile>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<BackupRun>();
        services.AddSingleton<RestoreRun>();
        services.AddSingleton<Vault>();
        services.AddSingleton<Collector>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<Terms>();
        services.AddRound("sweep", TimeSpan.FromDays(1), async (provider, stop) =>
        {
            await provider.GetRequiredService<Sweep>().RunAsync(stop);
            await provider.GetRequiredService<Terms>().EndAsync(stop);
        });
        services.AddRound("tombstones", TimeSpan.FromMinutes(10), (provider, stop) =>
            provider.GetRequiredService<TombstoneFile>().CatchUpAsync(provider.GetRequiredService<KeyStore>().Read, stop));
        services.AddSingleton<AccessLedger>();
        services.AddHealthChecks().AddCheck<StoresCheck>("stores");
        return builder;
    }

    /// <summary>Refuses to start with a map that is not sound.</summary>
    /// <exception cref="InvalidDataException">The message lists every problem.</exception>
    public static void CheckDataMap(this IServiceProvider services)
    {
        var problems = MapCheck.Problems(services.GetRequiredService<DataMap>(), HasText).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidDataException("The data map is not sound: " + string.Join(" ", problems));
        }
    }

    /// <summary>Before the program listens: both stores are migrated and belong together, and what was begun is finished.</summary>
    /// <exception cref="InvalidDataException">The installation must not start; the message says why.</exception>
    public static async Task PreparePersonalDataAsync(this IServiceProvider services)
    {
        var keys = services.GetRequiredService<KeyStore>();
        await using (var keyDb = keys.Read())
        {
            await services.GetRequiredService<Running>().BeginAsync(keyDb);
            await keyDb.MigrateAsync();
        }

        await Installation.PairAsync(services.GetRequiredService<Store>(), keys);
        await services.GetRequiredService<Collector>().RecoverAsync();
    }

    /// <summary>Whether both languages carry a text of their own (the Chinese one is not looked up in English).</summary>
    public static bool HasText(string key)
    {
        var texts = new ResourceManager(typeof(PurposeTexts));
        return texts.GetResourceSet(CultureInfo.InvariantCulture, true, false)?.GetString(key) is { Length: > 0 }
            && texts.GetResourceSet(CultureInfo.GetCultureInfo("zh-CN"), true, false)?.GetString(key) is { Length: > 0 };
    }
}
