using System.Buffers.Binary;
using System.IO.Compression;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>
/// Unpacks a WOFF typeface (W3C, version 1): each table is deflated by itself. Skia reads packed ones too, but puts them into a PDF as drawings and
/// not as typefaces.
/// </summary>
internal static class Woff
{
    private const int Head = 44;
    private const int Entry = 20;

    public static byte[] Unpack(ReadOnlySpan<byte> woff)
    {
        int count = BinaryPrimitives.ReadUInt16BigEndian(woff[12..]);
        var font = new byte[BinaryPrimitives.ReadInt32BigEndian(woff[16..])];
        var power = System.Numerics.BitOperations.Log2((uint)count);
        woff[4..8].CopyTo(font);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)(16 * count - (16 << power)));
        var at = 12 + 16 * count;
        for (var table = 0; table < count; table++)
        {
            var entry = woff[(Head + Entry * table)..];
            var (offset, packed, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[4..]), BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            var line = font.AsSpan(12 + 16 * table);
            entry[..4].CopyTo(line);
            entry[16..20].CopyTo(line[4..]);
            BinaryPrimitives.WriteInt32BigEndian(line[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(line[12..], length);
            Unpack(woff.Slice(offset, packed), font.AsSpan(at, length));
            at += (length + 3) / 4 * 4;
        }

        return font;
    }

    private static void Unpack(ReadOnlySpan<byte> packed, Span<byte> table)
    {
        if (packed.Length == table.Length)
        {
            packed.CopyTo(table);
            return;
        }

        using var inflating = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        inflating.ReadExactly(table);
    }
}
