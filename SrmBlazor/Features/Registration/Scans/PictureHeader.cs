using System.Buffers.Binary;

namespace SrmBlazor.Features.Registration.Scans;

internal enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Pdf,
    Other,
}

/// <summary>What a file says about itself before anything is decoded: the type by its first bytes, the size in pixels by its header.</summary>
internal sealed record PictureHeader(int Width, int Height)
{
    public const int BytesToTell = 12;

    // A real progressive JPEG has about ten scans. Each one costs a pass over all pixels, so a small file with thousands keeps a processor busy.
    private const int MaxJpegScans = 30;

    public long Pixels => (long)Width * Height;

    public static FileKind KindOf(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : file.StartsWith("RIFF"u8) && file.Length >= BytesToTell && file[8..].StartsWith("WEBP"u8) ? FileKind.WebP
        : file.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : FileKind.Other;

    /// <summary>Null when the header is damaged or names no size.</summary>
    public static PictureHeader? Read(FileKind kind, ReadOnlySpan<byte> file)
    {
        var header = kind switch
        {
            FileKind.Jpeg => Jpeg(file),
            FileKind.Png => Png(file),
            FileKind.WebP => WebP(file),
            FileKind.Pdf or FileKind.Other => null,
        };
        return header is { Width: > 0, Height: > 0 } ? header : null;
    }

    private static PictureHeader? Png(ReadOnlySpan<byte> file) =>
        file.Length >= 33 && file[12..].StartsWith("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;

    private static PictureHeader? WebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
        {
            return null;
        }

        var data = file[20..];
        if (file[12..].StartsWith("VP8X"u8))
        {
            return new(1 + (data[4] | data[5] << 8 | data[6] << 16), 1 + (data[7] | data[8] << 8 | data[9] << 16));
        }

        if (file[12..].StartsWith("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return file[12..].StartsWith("VP8 "u8) && data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;
    }

    private static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        PictureHeader? frame = null;
        var scans = 0;
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF)
            {
                return frame;
            }

            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                return frame;
            }

            var segment = file[(at + 2)..];
            var length = BinaryPrimitives.ReadUInt16BigEndian(segment);
            if (length < 2)
            {
                return frame;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                // a second frame header could say another size than the one that was judged
                if (frame is not null || segment.Length < 7)
                {
                    return null;
                }

                frame = new(BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            }

            at += 2 + length;
            if (marker == 0xDA)
            {
                if (frame is null || ++scans > MaxJpegScans)
                {
                    return null;
                }

                at = EndOfScan(file, at);
            }
        }

        return frame;
    }

    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                break;
            }

            at += next;
            if (file[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += file[at + 1] == 0xFF ? 1 : 2;
        }

        return file.Length;
    }
}
