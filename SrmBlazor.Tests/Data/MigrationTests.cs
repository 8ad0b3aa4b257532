using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class MigrationTests
{
    [Theory]
    [InlineData("srm.db")]
    [InlineData("keys.db")]
    public async Task A_process_killed_in_a_migration_does_not_stop_the_next_start(string file)
    {
        await using var stores = new Disposing<Stores>(await Stores.EmptyAsync(DatabaseProvider.Sqlite));
        await using (var left = new SqliteConnection($"Data Source={Path.Combine(stores.Value.Folder, file)};Pooling=False"))
        {
            await left.OpenAsync();
            await using var command = left.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-01 00:00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        // a key store without a secret is a lost secret: this one is only half made
        await File.WriteAllBytesAsync(Path.Combine(stores.Value.Folder, "root.secret"), new byte[32]);

        await using var heart = await Heart.OpenAsync(stores.Value, new FakeTimeProvider(House.Start)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual(Guid.Empty, await heart.PersonAsync(Why.Account));
    }

    [Fact]
    public void The_migrations_of_both_stores_on_both_databases_are_complete()
    {
        using SrmDbContext sqlite = new SqliteDesign().CreateDbContext([]), postgres = new PostgresDesign().CreateDbContext([]);
        using KeyDbContext sqliteKeys = new SqliteKeyDesign().CreateDbContext([]), postgresKeys = new PostgresKeyDesign().CreateDbContext([]);
        DbContext[] contexts = [sqlite, postgres, sqliteKeys, postgresKeys];

        Assert.Empty(contexts.Where(context => context.Database.HasPendingModelChanges()).Select(context => context.GetType().Name));
    }
}
