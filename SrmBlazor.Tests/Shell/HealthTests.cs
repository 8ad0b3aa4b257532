using System.Net;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

/// <summary>With a host of its own, whose stores it takes away.</summary>
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
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        File.Move(away, place);
        using var again = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode, again.StatusCode));
    }
}
