using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SrmBlazor.Data;
using SrmBlazor.Shell;
using SrmBlazor.Shell.Demo;
using SrmBlazor.Support;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>The program's own services on stores of their own, without its pages: prepares what is measured, and looks what became of it.</summary>
internal sealed class Premises : IAsyncDisposable
{
    private readonly WebApplication app;

    private Premises(string folder, IReadOnlyDictionary<string, string> settings)
    {
        (Folder, Settings) = (folder, settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder,
            ["DemoData"] = "false",
            ["Scans:UploadsPerHour"] = "1000000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.AddPortal();
        builder.Services.AddScoped<DemoVolume>();
        app = builder.Build();
    }

    public string Folder { get; }

    /// <summary>Of its database; another process on them is another node of it.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>In SQLite files in the folder.</summary>
    public static Premises In(string folder, string synchronous = "FULL") =>
        new(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:Synchronous"] = synchronous });

    /// <summary>On new databases.</summary>
    public static async Task<Premises> NewAsync(DatabaseProvider provider)
    {
        var folder = Directory.CreateDirectory(Path.Combine(WorkFolder.Path, Guid.NewGuid().ToString("N"))).FullName;
        var premises = provider == DatabaseProvider.Sqlite ? In(folder) : new Premises(folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["Database:Main"] = await PostgresServer.CreateAsync(),
            ["Database:Keys"] = await PostgresServer.CreateAsync(),
        });
        await premises.PrepareAsync();
        return premises;
    }

    public Task PrepareAsync() => app.PreparePortalAsync();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools(); // the files may be other ones next time
    }
}
