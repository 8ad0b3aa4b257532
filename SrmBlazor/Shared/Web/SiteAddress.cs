using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SrmBlazor.Shared.Web;

/// <summary>
/// The address under which people reach this site, for links in letters: setting <c>Site:Address</c>; unset in Development, where the server
/// listens or is going to. Never the request's Host header: a letter would lead to whatever host its sender claimed.
/// </summary>
public sealed class SiteAddress
{
    private readonly IServer server;
    private readonly string? planned;
    private readonly Uri? set;

    /// <exception cref="InvalidDataException">Outside Development the setting must be an https address (or one of this machine).</exception>
    public SiteAddress(IConfiguration configuration, IHostEnvironment environment, IServer server)
    {
        this.server = server;
        planned = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';')[0];
        set = Uri.TryCreate(configuration["Site:Address"], UriKind.Absolute, out var address) ? address : null;
        if (!environment.IsDevelopment() && (set is null || (set.Scheme != Uri.UriSchemeHttps && !set.IsLoopback)))
        {
            throw new InvalidDataException("Site:Address must be the https address under which people reach this portal; letters link to it.");
        }
    }

    public Uri Root => set ?? new Uri(Listening);

    /// <param name="path">Rooted, with its query.</param>
    public Uri To(string path) => new(Root, path);

    public Uri To(string path, string token) => To($"{path}?token={Uri.EscapeDataString(token)}");

    private string Listening =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? planned ?? "http://localhost")
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
}
