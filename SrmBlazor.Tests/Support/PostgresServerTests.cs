using Npgsql;

namespace SrmBlazor.Support;

public sealed class PostgresServerTests
{
    [PostgresFact]
    public async Task What_a_database_holds_lies_in_the_files_that_are_searched_for_it()
    {
        var (own, other) = (await PostgresServer.CreateAsync(), await PostgresServer.CreateAsync());
        var canary = $"canary-{Guid.NewGuid():N}";
        await using (var connection = new NpgsqlConnection(own))
        {
            await connection.OpenAsync();
            await using var plant = new NpgsqlCommand($"CREATE TABLE cage AS SELECT '{canary}' AS bird", connection);
            await plant.ExecuteNonQueryAsync();
        }

        Assert.Contains(Canary.Search(await PostgresServer.FilesAsync([own]), canary), found => found.File.Contains("/base/", StringComparison.Ordinal));
        Assert.DoesNotContain(Canary.Search(await PostgresServer.FilesAsync([other]), canary), found => found.File.Contains("/base/", StringComparison.Ordinal));
    }
}
