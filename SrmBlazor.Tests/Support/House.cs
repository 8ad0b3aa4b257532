using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shell;

namespace SrmBlazor.Support;

/// <summary>One process of an installation without its pages: every service of the program on real stores, a fake clock, and no background work.</summary>
public sealed class House : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly AsyncServiceScope scope;
    private readonly Stores? owned;

    private House(WebApplication app, FakeTimeProvider clock, Stores? owned)
    {
        this.app = app;
        this.owned = owned;
        Clock = clock;
        scope = app.Services.CreateAsyncScope();
    }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => scope.ServiceProvider;

    public Store Store => Get<Store>();

    public Vault Vault => Get<Vault>();

    /// <summary>A house on new stores, which go with it.</summary>
    public static async Task<House> BuildAsync(DatabaseProvider provider, Action<IServiceCollection>? replace = null)
    {
        var stores = await Stores.CreateAsync(provider);
        return await OpenAsync(stores, new FakeTimeProvider(Start), replace, owned: stores);
    }

    /// <summary>A process on given stores; it starts as the program does.</summary>
    public static Task<House> OpenAsync(Stores stores, FakeTimeProvider? clock = null, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings) =>
        OpenAsync(stores, clock ?? new FakeTimeProvider(Start), replace, owned: null, settings);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Act ActOf(Guid person, Role roles = Role.None) => new(person, roles, Clock.Now());

    public Act System => Act.OfSystem(Clock);

    /// <summary>The process is gone at this step: it does nothing after it either.</summary>
    public void DieAt(string step)
    {
        var dead = false;
        Get<FailPoints>().Reached = reached =>
        {
            dead |= reached == step;
            if (dead)
            {
                throw new ProcessDiedException(step);
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await app.DisposeAsync();
        owned?.Dispose();
    }

    private static async Task<House> OpenAsync(Stores stores, FakeTimeProvider clock, Action<IServiceCollection>? replace, Stores? owned, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = stores.Folder,
            ["Database:Provider"] = stores.Provider.ToString(),
            ["Database:Main"] = stores.Main,
            ["Database:Keys"] = stores.Keys,
            ["DemoData"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddPortal();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton<TimeProvider>(clock);
        replace?.Invoke(builder.Services);
        var house = new House(builder.Build(), clock, owned);
        await house.app.PreparePortalAsync();
        return house;
    }
}

/// <summary>What a test throws where the process would have died.</summary>
public sealed class ProcessDiedException(string step) : Exception($"The process died at {step}.");
