using Microsoft.AspNetCore.Hosting;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class TrustedProxyTests(TrustedProxyTests.ProxiedHost host) : IClassFixture<TrustedProxyTests.ProxiedHost>
{
    [Fact]
    [Promise("P-8.1-03")]
    public async Task Behind_a_known_proxy_with_TLS_the_browser_is_told_to_stay_on_TLS()
    {
        using var client = host.Client(("X-Forwarded-Proto", "https"));
        client.DefaultRequestHeaders.Host = "suppliers.example"; // HSTS is never sent for this machine's own names

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("max-age=63072000; includeSubDomains", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    public sealed class ProxiedHost : ProductionHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Proxy:Known:0", "127.0.0.1");
        }
    }
}
