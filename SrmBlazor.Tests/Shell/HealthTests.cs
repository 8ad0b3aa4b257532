using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

/// <summary>With a host of its own, whose stores it takes away: they are missed, and no empty one is put in their place.</summary>
public sealed class HealthTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("srm.db")]
    [InlineData("keys.db")]
    public async Task Without_one_of_its_stores_the_program_lives_and_is_not_ready(string store)
    {
        using var client = host.Client();
        var (place, away) = (Path.Combine(host.Folder, store), Path.Combine(host.Folder, store + ".away"));

        File.Move(place, away);
        using (var pooled = new SqliteConnection($"Data Source={place};Mode=ReadWrite"))
        {
            SqliteConnection.ClearPool(pooled);
        }

        await Assert.ThrowsAsync<SqliteException>(OpenAsync);
        Assert.False(File.Exists(place));
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        File.Move(away, place);
        using var again = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode, again.StatusCode));

        async Task OpenAsync()
        {
            await using DbContext db = store == "srm.db" ? host.Services.GetRequiredService<Store>().Read() : host.Services.GetRequiredService<KeyStore>().Read();
            await db.Database.OpenConnectionAsync();
        }
    }
}
