using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.News;

/// <summary>What a letter carries so that who holds it can ask for something without signing in; names nobody.</summary>
internal static class NewsSecret
{
    private const int Length = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <summary>256 random bits cannot be guessed from a hash, however fast the hash is.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
