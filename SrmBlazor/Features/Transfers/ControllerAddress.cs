using System.Net;
using System.Net.Sockets;

namespace SrmBlazor.Features.Transfers;

/// <summary>To which addresses a package may be sent: to the open internet by HTTPS, and never into a network that only we can reach.</summary>
internal static class ControllerAddress
{
    public const int Longest = 500;

    /// <summary>What is special, from the registries of RFC 6890; of IPv6 only what lies in 2000::/3 is looked at.</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>The typed address, or null where nothing is sent to it.</summary>
    /// <param name="loopback">Also this machine, and without TLS.</param>
    public static Uri? Parse(string typed, bool loopback) =>
        typed.Trim() is { Length: > 0 and <= Longest } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
        && (uri.Scheme == Uri.UriSchemeHttps || loopback && uri is { Scheme: "http", IsLoopback: true })
        && (!IPAddress.TryParse(uri.DnsSafeHost, out var address) || Allows(address, loopback))
            ? uri
            : null;

    public static bool Allows(IPAddress address, bool loopback) => IsPublic(address) || loopback && IPAddress.IsLoopback(address);

    private static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain)) && !Special.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
