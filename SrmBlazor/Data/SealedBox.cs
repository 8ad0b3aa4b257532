using System.Security.Cryptography;

namespace SrmBlazor.Data;

/// <summary>AES-256-GCM in one piece: nonce (12 bytes), tag (16 bytes), ciphertext.</summary>
internal static class SealedBox
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Head = Nonce + Tag;

    /// <param name="context">Named again to open it, and not kept: a box moved elsewhere does not open.</param>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context = default)
    {
        var box = new byte[Head + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Head), box.AsSpan(Nonce, Tag), context);
        return box;
    }

    /// <exception cref="CryptographicException">It was changed, moved, or closed with another key.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context = default)
    {
        var plain = new byte[Math.Max(0, box.Length - Head)];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[Head..], box[Nonce..Head], plain, context);
        return plain;
    }
}
