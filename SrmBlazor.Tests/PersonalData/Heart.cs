using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

/// <summary>What a start does before anything is served. Controls leave a part out to see that a test would notice.</summary>
[Flags]
internal enum Repair
{
    None = 0,
    Finish = 1,
    Replay = 2,
    All = Finish | Replay,
}

/// <summary>The heart without the rest of the program, on real stores, with the sample map and a fake clock.</summary>
internal sealed class Heart : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Stores? owned;
    private string? fault;
    private bool dead;

    private Heart(IHost host, FakeTimeProvider clock, Stores? owned)
    {
        this.host = host;
        this.owned = owned;
        Clock = clock;
        Get<FailPoints>().Reached = Reached;
    }

    public FakeTimeProvider Clock { get; }

    public Store Store => Get<Store>();

    public Vault Vault => Get<Vault>();

    public KeyStore Keys => Get<KeyStore>();

    public Collector Collector => Get<Collector>();

    public Act System => Act.OfSystem(Clock);

    /// <summary>Stores on which a heart was started once.</summary>
    public static Task<Stores> StoresAsync(DatabaseProvider provider) =>
        Stores.CreateAsync(provider, static async stores => await OpenAsync(stores, new FakeTimeProvider(House.Start)));

    /// <summary>A heart on new stores, which go with it.</summary>
    public static async Task<Heart> BuildAsync(DatabaseProvider provider)
    {
        var stores = await StoresAsync(provider);
        return await OpenAsync(stores, new FakeTimeProvider(House.Start), owned: stores);
    }

    public static async Task<Heart> OpenAsync(Stores stores, FakeTimeProvider clock, Repair repair = Repair.All, string? dieAt = null, Stores? owned = null, params (string Key, string Value)[] settings)
    {
        var heart = Closed(stores, clock, owned, settings);
        heart.DieAt(dieAt);
        try
        {
            await heart.StartAsync(repair);
        }
        catch
        {
            await heart.DisposeAsync();
            throw;
        }

        return heart;
    }

    /// <summary>The heart before its start: what a restore works with.</summary>
    public static Heart Closed(Stores stores, FakeTimeProvider clock, Stores? owned = null, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = stores.Folder,
            ["Database:Provider"] = stores.Provider.ToString(),
            ["Database:Main"] = stores.Main,
            ["Database:Keys"] = stores.Keys,
            ["Database:Synchronous"] = "OFF", // the process dies in these tests, not the machine
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddData();
        builder.AddPersonalData();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(Why.Map);
        return new Heart(builder.Build(), clock, owned);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>The process is gone at this step: it does nothing after it either.</summary>
    public void DieAt(string? step) => fault = step;

    /// <summary>A person with these purposes begun.</summary>
    public async Task<Guid> PersonAsync(params Purpose[] purposes)
    {
        var person = Person.Create("en");
        await using var work = await Store.WriteAsync();
        work.Db.Add(person);
        foreach (var purpose in purposes)
        {
            work.Begin(person.Id, purpose, System, "test");
        }

        await work.CommitAsync();
        return person.Id;
    }

    public async Task<Guid> SealAsync<T>(Guid person, T record, Purpose under, params (LookUp Kind, string Value)[] lookUps)
        where T : SealedRecord, IDeclared
    {
        await using var work = await Store.WriteAsync();
        var id = await Vault.SealAsync(work, person, record, under, System, "test", lookUps);
        await work.CommitAsync();
        return id;
    }

    public async Task BeginAsync(Guid person, Purpose purpose)
    {
        await using var work = await Store.WriteAsync();
        work.Begin(person, purpose, System, "test");
        await work.CommitAsync();
    }

    /// <summary>Ends a purpose as the program does: with what it leaves unheld erased.</summary>
    public async Task EndAsync(Guid person, Purpose purpose, Guid? record = null)
    {
        await using var work = await Store.WriteAsync();
        work.End(person, purpose, System, "test", record);
        await Collector.CommitAsync(work, person, System, "test");
    }

    public async Task<SealedRow> RowAsync(Guid record)
    {
        await using var db = Store.Read();
        return await db.Set<SealedRow>().AsNoTracking().SingleAsync(row => row.Id == record);
    }

    public async Task<int> SqlAsync(FormattableString statement)
    {
        await using var db = Store.Read();
        return await db.Database.ExecuteSqlAsync(statement);
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        owned?.Dispose();
        await Task.CompletedTask;
    }

    private async Task StartAsync(Repair repair)
    {
        await host.Services.PrepareDataAsync();
        if (repair == Repair.All)
        {
            await host.Services.PreparePersonalDataAsync();
            return;
        }

        await using (var keyDb = Keys.Read())
        {
            await keyDb.MigrateAsync();
        }

        await Installation.PairAsync(Store, Keys);
        _ = repair == Repair.Finish ? await Collector.FinishAsync() : repair == Repair.Replay ? await Collector.ReplayAsync() : 0;
    }

    private void Reached(string step)
    {
        dead |= step == fault;
        if (dead)
        {
            throw new ProcessDiedException(step);
        }
    }
}
