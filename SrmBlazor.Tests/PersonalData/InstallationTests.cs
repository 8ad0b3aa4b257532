using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class InstallationTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(House.Start);
    private readonly List<Stores> opened = [];

    [Fact]
    public async Task A_root_secret_of_another_installation_is_refused()
    {
        var (stores, card) = await LivedInAsync(DatabaseProvider.Sqlite);
        var right = await File.ReadAllBytesAsync(In(stores, "root.secret"));
        await ReplaceAsync(stores, "root.secret", RandomNumberGenerator.GetBytes(32));

        var refused = await RefusedAsync(stores);

        Assert.Equal("The root secret is not the one this key store was made with. Put the right file back; nothing was changed.", refused);
        await ReplaceAsync(stores, "root.secret", right);
        await ReadableAsync(stores, card);
    }

    [Theory, BothProviders]
    public async Task A_missing_root_secret_is_refused_and_not_made_anew(DatabaseProvider provider)
    {
        var (stores, card) = await LivedInAsync(provider);
        var right = await File.ReadAllBytesAsync(In(stores, "root.secret"));
        File.Delete(In(stores, "root.secret"));

        var refused = await RefusedAsync(stores);

        Assert.Contains("root secret is missing", refused, StringComparison.Ordinal);
        Assert.False(File.Exists(In(stores, "root.secret")));
        await ReplaceAsync(stores, "root.secret", right);
        await ReadableAsync(stores, card);
    }

    [Fact]
    public async Task A_damaged_root_secret_is_refused()
    {
        var (stores, _) = await LivedInAsync(DatabaseProvider.Sqlite);
        await ReplaceAsync(stores, "root.secret", [1, 2, 3]);

        Assert.Contains("has 3 bytes where 32 are expected", await RefusedAsync(stores), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_store_is_refused()
    {
        var (stores, card) = await LivedInAsync(DatabaseProvider.Sqlite);
        var keys = await File.ReadAllBytesAsync(In(stores, "keys.db"));
        File.Delete(In(stores, "keys.db"));

        foreach (var _ in new[] { "at once", "and the next time" })
        {
            Assert.Equal("The main store holds records but the key store is new. Restore the key store that belongs to it.", await RefusedAsync(stores));
        }

        await ReplaceAsync(stores, "keys.db", keys);
        await ReadableAsync(stores, card);
    }

    [Fact]
    public async Task A_missing_main_store_is_refused()
    {
        var (stores, card) = await LivedInAsync(DatabaseProvider.Sqlite);
        var main = await stores.BackUpMainAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(In(stores, "srm.db"));

        foreach (var _ in new[] { "at once", "and the next time" })
        {
            Assert.Equal("The key store holds keys but the main store is new. Restore the main store that belongs to it.", await RefusedAsync(stores));
        }

        await stores.RestoreMainAsync(main);
        await ReadableAsync(stores, card);
    }

    [Fact]
    public async Task Stores_of_two_installations_are_refused()
    {
        var (mine, card) = await LivedInAsync(DatabaseProvider.Sqlite);
        var other = Keep(await Stores.EmptyAsync(DatabaseProvider.Sqlite));
        File.Copy(In(mine, "root.secret"), In(other, "root.secret"));
        await (await Heart.OpenAsync(other, clock)).DisposeAsync();
        SqliteConnection.ClearAllPools();
        var keys = await File.ReadAllBytesAsync(In(mine, "keys.db"));
        await ReplaceAsync(mine, "keys.db", await File.ReadAllBytesAsync(In(other, "keys.db")));

        Assert.Equal("Main store and key store belong to different installations.", await RefusedAsync(mine));
        await ReplaceAsync(mine, "keys.db", keys);
        await ReadableAsync(mine, card);
    }

    [Theory, BothProviders]
    public async Task Stores_given_the_wrong_way_round_are_refused(DatabaseProvider provider)
    {
        var (stores, card) = await LivedInAsync(provider);
        var (main, keys) = provider == DatabaseProvider.PostgreSql ? (stores.Main, stores.Keys) : ($"Data Source={In(stores, "srm.db")}", $"Data Source={In(stores, "keys.db")}");

        var refused = await RefusedAsync(stores, ("Database:Main", keys), ("Database:Keys", main));

        Assert.StartsWith("The database given as the main store is another one", refused, StringComparison.Ordinal);
        await ReadableAsync(stores, card);
    }

    [Theory, BothProviders]
    public async Task A_first_start_that_died_between_the_two_stores_is_taken_up(DatabaseProvider provider)
    {
        var stores = Keep(await Stores.EmptyAsync(provider));
        await using (var heart = await Heart.OpenAsync(stores, clock))
        {
            await heart.SqlAsync($"""DELETE FROM "Installation" """);
        }

        await using var again = await Heart.OpenAsync(stores, clock);
        var person = await again.PersonAsync(Why.Account);
        var card = await again.SealAsync(person, new Card { Value = "card" }, Why.Account);

        Assert.Equal("card", (await again.Vault.OpenAsync<Card>(person, card, Why.Account)).OrNull?.Value);
    }

    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public async Task Only_its_owner_may_read_the_root_secret_and_nobody_may_write_it()
    {
        var stores = Keep(await Stores.EmptyAsync(DatabaseProvider.Sqlite));

        await (await Heart.OpenAsync(stores, clock)).DisposeAsync();

        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(In(stores, "root.secret")));
        Assert.Equal(32, new FileInfo(In(stores, "root.secret")).Length);
        Assert.Single(Directory.EnumerateFiles(stores.Folder, "root.secret*"));
    }

    public void Dispose() => opened.ForEach(stores => stores.Dispose());

    private static string In(Stores stores, string name) => Path.Combine(stores.Folder, name);

    private static async Task ReplaceAsync(Stores stores, string name, byte[] bytes)
    {
        SqliteConnection.ClearAllPools();
        File.Delete(In(stores, name));
        await File.WriteAllBytesAsync(In(stores, name), bytes);
    }

    private Stores Keep(Stores stores)
    {
        opened.Add(stores);
        return stores;
    }

    private async Task<(Stores Stores, (Guid Person, Guid Record) Card)> LivedInAsync(DatabaseProvider provider)
    {
        var stores = Keep(await Heart.StoresAsync(provider));
        await using var heart = await Heart.OpenAsync(stores, clock);
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        SqliteConnection.ClearAllPools();
        return (stores, (person, card));
    }

    private async Task<string> RefusedAsync(Stores stores, params (string, string)[] settings)
    {
        SqliteConnection.ClearAllPools();
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Heart.OpenAsync(stores, clock, settings: settings));
        SqliteConnection.ClearAllPools();
        return refused.Message;
    }

    private async Task ReadableAsync(Stores stores, (Guid Person, Guid Record) card)
    {
        await using var heart = await Heart.OpenAsync(stores, clock);
        Assert.Equal("card", (await heart.Vault.OpenAsync<Card>(card.Person, card.Record, Why.Account)).OrNull?.Value);
    }
}
