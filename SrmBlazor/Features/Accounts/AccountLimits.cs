using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// How often sign-in and password pages may be posted. Counted before anything is looked up and for any mailbox, so that a refusal tells
/// nothing; in memory, under keyed hashes.
/// </summary>
public sealed class AccountLimits(IOptions<AccountOptions> options, RootSecret root) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = PerWindow(options.Value.TriesPerMinuteFromOneAddress, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> mailboxes = PerWindow(options.Value.TriesPerMinuteForOneMailbox, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> letters = PerWindow(options.Value.LettersPerHourToOneMailbox, TimeSpan.FromHours(1));

    /// <summary>One more post from this address.</summary>
    public bool AllowsFrom(IPAddress? address) => Takes(addresses, Network(address));

    public bool AllowsSignIn(string mailbox) => Takes(mailboxes, Hash(mailbox));

    /// <summary>One more password for a person who is signed in.</summary>
    public bool AllowsConfirming(Guid person) => Takes(mailboxes, Hash(person.ToString("D")));

    public bool AllowsLetter(string mailbox) => Takes(letters, Hash(mailbox));

    public void Dispose()
    {
        addresses.Dispose();
        mailboxes.Dispose();
        letters.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> PerWindow(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));

    /// <summary>One household has a whole /64 of IPv6 addresses.</summary>
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..8])
        : address.ToString();

    private string Hash(string mailbox) => Convert.ToHexString(HMACSHA256.HashData(root.Log, Encoding.UTF8.GetBytes(mailbox.Trim().ToUpperInvariant())));
}
