using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SrmBlazor.Shell.Edge;

/// <summary>Forwarded headers are believed only from the addresses in <c>Proxy:Known</c>; by default from nobody, not even this machine.</summary>
public static class Proxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection("Proxy:Known").Get<string[]>() ?? [];
        if (known.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = known.Length };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in known)
            options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }
}
