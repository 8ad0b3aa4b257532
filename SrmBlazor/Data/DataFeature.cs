using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using SrmBlazor.Data.Backups;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared;

namespace SrmBlazor.Data;

public static class DataFeature
{
    public static IHostApplicationBuilder AddData(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<StorageOptions>(builder.Configuration.GetSection("Storage"));
        services.PostConfigure<StorageOptions>(storage => storage.Folder = DataFolder.Of(builder.Configuration, builder.Environment));
        services.Configure<DatabaseOptions>(builder.Configuration.GetSection("Database"));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ChangeFeed>();
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section)
            .Validate(backup => backup.IsSound, "Backup:KeyDays must be at least 1 and Backup:DataDays not below it.");
        services.AddSingleton<Running>();
        services.AddSingleton(LoadRoot);
        services.AddDatabase<SrmDbContext, SqliteSrmDbContext, PostgresSrmDbContext>(keys: false);
        services.AddScoped(provider => provider.GetRequiredService<Func<SrmDbContext>>()());
        services.AddSingleton<Store>();
        services.AddSingleton<Nodes>();
        services.AddHostedService(provider => provider.GetRequiredService<Nodes>());
        services.AddHostedService<Rounds>();
        return builder;
    }

    /// <summary>One context type per provider, pooled; services see only the shared base type.</summary>
    public static void AddDatabase<TBase, TSqlite, TPostgres>(this IServiceCollection services, bool keys)
        where TBase : DbContext
        where TSqlite : TBase
        where TPostgres : TBase
    {
        services.AddPooledDbContextFactory<TSqlite>((provider, options) => Sqlite(provider, Bounded(options), keys));
        services.AddPooledDbContextFactory<TPostgres>((provider, options) =>
            Bounded(options).UseNpgsql(keys ? Of(provider).Keys : Of(provider).Main));
        services.AddSingleton<Func<TBase>>(provider => Of(provider).Provider switch
        {
            DatabaseProvider.Sqlite => provider.GetRequiredService<IDbContextFactory<TSqlite>>().CreateDbContext,
            DatabaseProvider.PostgreSql => provider.GetRequiredService<IDbContextFactory<TPostgres>>().CreateDbContext,
        });
    }

    /// <summary>Brings a store's schema up, and is all that may make one: a store whose file is lost while the program runs is away, not empty.
    /// A lock left behind by a process killed in a migration would block for ever: SQLite has one node, so it is dropped.</summary>
    /// <exception cref="InvalidDataException">The database has migrations that this store does not know.</exception>
    public static async Task MigrateAsync(this DbContext db)
    {
        if (db.Database.IsSqlite())
        {
            var place = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            await using (var file = new SqliteConnection(place.ConnectionString))
            {
                await file.OpenAsync();
            }

            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";");
        }

        var unknown = (await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidDataException($"The database given as {Name(db)} is another one, or of a newer program: it knows {unknown[0]}. Nothing was changed.");
        }

        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync();
        }
    }

    /// <summary>Migrates the main store and puts its append-only tables under guard.</summary>
    public static async Task PrepareDataAsync(this IServiceProvider services)
    {
        await using var db = services.GetRequiredService<Store>().Read();
        await services.GetRequiredService<Running>().BeginAsync(db);
        await db.MigrateAsync();
        await AppendOnly.EnforceAsync(db);
    }

    /// <summary>For a restore: the secret is never made, because it must be the one of the backup.</summary>
    public static void ExpectRootSecret(this IServiceCollection services) =>
        services.AddSingleton(provider => RootSecret.Load(RootPath(provider), mayCreate: false));

    private static string Name(DbContext db) => db is SrmDbContext ? "the main store" : "the key store";

    private static DatabaseOptions Of(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    /// <summary>A count up to a bound needs no order, and an order would cost it its index: that is no fault to be logged. Whatever is paged has one.</summary>
    private static DbContextOptionsBuilder Bounded(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    private static void Sqlite(IServiceProvider provider, DbContextOptionsBuilder options, bool keys)
    {
        var (database, storage) = (Of(provider), provider.GetRequiredService<IOptions<StorageOptions>>().Value);
        Directory.CreateDirectory(Path.GetFullPath(storage.Folder));
        var configured = keys ? database.Keys : database.Main;
        var place = configured.Length > 0 ? new SqliteConnectionStringBuilder(configured) : new() { DataSource = storage.FullPath(keys ? "keys.db" : "srm.db") };
        place.Mode = SqliteOpenMode.ReadWrite;
        options.UseSqlite(place.ConnectionString);
        options.AddInterceptors(new SqlitePragmas(keys ? "TRUNCATE" : "WAL", database.Synchronous));
    }

    /// <summary>The secret may be made only for an installation that has no key store yet: a missing file is otherwise a lost file.</summary>
    private static RootSecret LoadRoot(IServiceProvider provider)
    {
        var (database, storage) = (Of(provider), provider.GetRequiredService<IOptions<StorageOptions>>().Value);
        // with PostgreSQL the key store itself tells, once it is open
        var hasKeys = database.Provider == DatabaseProvider.Sqlite
            && File.Exists(database.Keys.Length > 0 ? new SqliteConnectionStringBuilder(database.Keys).DataSource : storage.FullPath("keys.db"));
        return RootSecret.Load(RootPath(provider), mayCreate: !hasKeys);
    }

    private static string RootPath(IServiceProvider provider)
    {
        var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return storage.RootSecret.Length > 0 ? Path.GetFullPath(storage.RootSecret) : storage.FullPath("root.secret");
    }
}
