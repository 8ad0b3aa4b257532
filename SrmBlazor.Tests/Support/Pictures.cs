using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace SrmBlazor.Support;

/// <summary>Pictures made here byte by byte or by Skia: honest ones, and ones that carry, claim or hide what they should not.</summary>
public static class Pictures
{
    public const string Secret = "SECRET-PLACE-31.2304N";

    /// <summary>The industry's harmless test signature, put together at run time so that this file itself is not reported.</summary>
    public static string Eicar => string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Red, green / blue, black quarters: left to right, top to bottom.</summary>
    public static SKBitmap Quarters(int width, int height)
    {
        var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint();
        foreach (var (x, y, color) in new[] { (0, 0, SKColors.Red), (1, 0, SKColors.Lime), (0, 1, SKColors.Blue), (1, 1, SKColors.Black) })
        {
            paint.Color = color;
            canvas.DrawRect(x * width / 2f, y * height / 2f, width / 2f, height / 2f, paint);
        }

        return bitmap;
    }

    public static byte[] Jpeg(int width = 64, int height = 48) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 64, int height = 48) => Encoded(width, height, SKEncodedImageFormat.Png);

    public static byte[] WebP(int width = 64, int height = 48) => Encoded(width, height, SKEncodedImageFormat.Webp);

    public static byte[] LosslessWebP(int width = 64, int height = 48)
    {
        using var bitmap = Quarters(width, height);
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 75));
        return data!.ToArray();
    }

    public static byte[] TransparentPng(int width = 64, int height = 48)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(SKColors.Transparent);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>Stored as <paramref name="stored"/>, to be shown as EXIF <paramref name="orientation"/> says; with a place, a camera and a comment.</summary>
    public static byte[] WithExif(byte[] stored, int orientation)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff(orientation)];
        return [.. stored[..2], .. Segment(0xE1, exif), .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)), .. stored[2..]];
    }

    public static byte[] WithTrailer(byte[] picture, byte[] trailer) => [.. picture, .. trailer];

    public static byte[] Padded(byte[] picture, int length)
    {
        var padded = new byte[length];
        picture.CopyTo(padded, 0);
        return padded;
    }

    /// <summary>A PNG with the given further chunks behind its header.</summary>
    public static byte[] WithChunks(byte[] png, params (string Name, byte[] Data)[] chunks) =>
        [.. png[..33], .. chunks.SelectMany(c => Chunk(c.Name, c.Data)), .. png[33..]];

    public static byte[] SixteenBitPng(int width, int height)
    {
        using var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    zlib.Write([0xFF, 0x80, 0x00, 0x80, 0x00, 0x80]);
                }
            }
        }

        return [.. PngStart(width, height, depth: 16), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>Headers only: what a decoder would make room for before it finds out that nothing follows.</summary>
    public static byte[] PngClaiming(int width, int height) => [.. PngStart(width, height, depth: 8), .. Chunk("IDAT", [0x78, 0x9C]), .. Chunk("IEND", [])];

    public static byte[] JpegClaiming(int width, int height)
    {
        var jpeg = Jpeg(16, 16);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(FrameHeader(jpeg) + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(FrameHeader(jpeg) + 7), (ushort)width);
        return jpeg;
    }

    public static byte[] WebPClaiming(int width, int height, byte[]? inside = null)
    {
        var frame = inside ?? WebP(16, 16);
        byte[] canvas = [0, 0, 0, 0, .. BitConverter.GetBytes(width - 1)[..3], .. BitConverter.GetBytes(height - 1)[..3]];
        byte[] chunks = [.. "WEBPVP8X"u8, .. BitConverter.GetBytes(canvas.Length), .. canvas, .. frame[12..]];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length), .. chunks];
    }

    public static int FrameHeader(byte[] jpeg) => Segments(jpeg).Single(s => s.Marker is 0xC0 or 0xC2).At;

    /// <summary>The markers of a JPEG up to its first scan, and where each begins.</summary>
    public static IReadOnlyList<(int Marker, int At)> Segments(byte[] jpeg)
    {
        var found = new List<(int, int)>();
        for (var at = 2; jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            found.Add((jpeg[at + 1], at));
            if (jpeg[at + 1] == 0xDA)
            {
                break;
            }
        }

        return found;
    }

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = Quarters(width, height);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A TIFF directory with orientation, camera and a GPS directory.</summary>
    private static byte[] Tiff(int orientation)
    {
        const int entries = 3, gps = 8 + 2 + 12 * entries + 4, text = gps + 2 + 12 + 4;
        byte[] secret = [.. Encoding.ASCII.GetBytes(Secret), 0];
        return
        [
            .. "II*\0"u8, 8, 0, 0, 0, entries, 0,
            .. Entry(0x0110, 2, secret.Length, text), .. Entry(0x0112, 3, 1, orientation), .. Entry(0x8825, 4, 1, gps), 0, 0, 0, 0,
            1, 0, .. Entry(0x001D, 2, secret.Length, text), 0, 0, 0, 0,
            .. secret,
        ];
    }

    private static byte[] Entry(ushort tag, ushort type, int count, int value) =>
        [.. BitConverter.GetBytes(tag), .. BitConverter.GetBytes(type), .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(value)];

    internal static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)(data.Length + 2 >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] PngStart(int width, int height, byte depth)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, 2);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header)];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var crc = uint.MaxValue;
        foreach (var b in named)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, ~crc);
        return [.. length, .. named, .. check];
    }
}
