using System.IO.Compression;
using System.Text;

namespace SrmBlazor.Support;

/// <summary>What is sent in place of a picture.</summary>
public static class Impostors
{
    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\n%%EOF");

    /// <summary>What is no picture of ours, each by a name to read in a failed test. Several carry a picture further inside.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["gif"] = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
        ["gif with a jpeg behind"] = [.. "GIF89a\u0001\0\u0001\0"u8, .. Pictures.Jpeg()],
        ["bmp"] = [.. "BM"u8, .. new byte[60]],
        ["ico"] = [0, 0, 1, 0, 1, 0, .. new byte[40]],
        ["tiff"] = [.. "II*\0"u8, .. new byte[40]],
        ["heic"] = [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]],
        ["avif"] = [0, 0, 0, 24, .. "ftypavif"u8, .. new byte[40]],
        ["svg"] = [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8],
        ["html"] = [.. "<!doctype html><script>alert(1)</script>"u8, .. Pictures.Png()],
        ["html behind a comment"] = [.. "<!-- "u8, .. Pictures.Jpeg(), .. " --><script>alert(1)</script>"u8],
        ["zip"] = Zip(),
        ["zip with a jpeg inside"] = [.. "PK\u0003\u0004"u8, .. Pictures.Jpeg()],
        ["rar"] = [.. "Rar!\u001a\u0007\u0001\0"u8, .. new byte[40]],
        ["gzip"] = [0x1F, 0x8B, 8, .. new byte[40]],
        ["exe"] = [.. "MZ"u8, .. new byte[60]],
        ["elf"] = [0x7F, .. "ELF"u8, .. new byte[60]],
        ["wav in riff"] = [.. "RIFF\u0024\0\0\0WAVEfmt "u8, .. new byte[40]],
        ["jpeg one byte late"] = [0, .. Pictures.Jpeg()],
        ["png with line ends translated"] = [0x89, .. "PNG\n\u001a\n"u8, .. Pictures.Png()[8..]],
        ["text"] = [.. "this is my ID card.jpg"u8],
        ["one byte"] = [0xFF],
        ["zeros"] = new byte[100],
    };

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("card.jpg").Open();
            entry.Write(Pictures.Jpeg());
        }

        return stream.ToArray();
    }
}
