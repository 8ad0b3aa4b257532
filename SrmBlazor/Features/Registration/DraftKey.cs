using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// Proof of owning a draft: 256 random bits in the owner's cookie; the main store keeps the SHA-256. A draft is found by it alone, its id
/// is in no URL.
/// </summary>
public sealed record DraftKey
{
    private DraftKey(byte[] hash) => Hash = hash;

    public byte[] Hash { get; }

    public static (DraftKey Key, string Secret) Create()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (Of(secret)!, secret);
    }

    /// <summary>The key of a cookie's value; null where it cannot be one.</summary>
    public static DraftKey? Of(string? secret) =>
        secret is { Length: 43 } ? new DraftKey(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret))) : null;

    /// <summary>The key in the claim that <see cref="DraftIdentity"/> made of the cookie.</summary>
    public static DraftKey? Of(ClaimsPrincipal user) =>
        user.FindFirst(DraftIdentity.Claim) is { Value: { Length: 64 } hash } ? new DraftKey(Convert.FromHexString(hash)) : null;

    public override string ToString() => "DraftKey ***";
}
