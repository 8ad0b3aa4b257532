using System.Text;

namespace SrmBlazor.Support;

/// <summary>Where a planted value was found.</summary>
/// <param name="At">The byte at which it begins; in a copy without line breaks where the form is one that mail breaks into lines.</param>
public sealed record Finding(string File, string Value, string Form, int At)
{
    public override string ToString() => $"{Value} as {Form} in {File} at {At}";
}

/// <summary>Searches raw bytes for planted values, in every form in which software is likely to have written them.</summary>
public static class Canary
{
    private const int Shortest = 6;
    private const int Piece = 24;

    /// <summary>Every file below the places, read while others may have it open.</summary>
    public static IReadOnlyList<Finding> Search(IEnumerable<string> places, params string[] values) =>
        [.. places.SelectMany(FilesOf).SelectMany(file => Search(file, Read(file), values))];

    /// <summary>Every file below the places that holds any piece of these bytes, wherever a database cut them into pages.</summary>
    public static IReadOnlyList<string> Pieces(IEnumerable<string> places, byte[] secret)
    {
        var pieces = secret.Chunk(Piece).Where(piece => piece.Length == Piece).ToList();
        return [.. places.SelectMany(FilesOf).Where(file => Read(file) is var bytes && pieces.Exists(piece => bytes.AsSpan().IndexOf(piece) >= 0))];
    }

    /// <exception cref="ArgumentException">A value is so short that it would be found by chance.</exception>
    public static IReadOnlyList<Finding> Search(string name, byte[] bytes, params string[] values)
    {
        var unbroken = new Lazy<byte[]>(() => Unbroken(bytes));
        List<Finding> findings = [];
        foreach (var value in values)
        {
            if (Encoding.UTF8.GetByteCount(value) < Shortest)
            {
                throw new ArgumentException($"A value to search for has at least {Shortest} bytes.", nameof(values));
            }

            foreach (var (form, pattern) in FormsOf(value))
            {
                var at = bytes.AsSpan().IndexOf(pattern);
                at = at < 0 && InMail(form) ? unbroken.Value.AsSpan().IndexOf(pattern) : at;
                if (at >= 0)
                {
                    findings.Add(new Finding(name, value, form, at));
                }
            }
        }

        return findings;
    }

    /// <summary>UTF-8, UTF-16 both ways, hex, percent-encoded, escaped for JSON, HTML and mail, and base64 at its three alignments.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> FormsOf(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        yield return ("utf-8", utf8);
        yield return ("utf-16le", Encoding.Unicode.GetBytes(value));
        yield return ("utf-16be", Encoding.BigEndianUnicode.GetBytes(value));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        yield return ("HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        if (Uri.EscapeDataString(value) is var escaped && escaped != value)
        {
            yield return ("percent", Encoding.ASCII.GetBytes(escaped));
        }

        if (System.Text.Json.JsonEncodedText.Encode(value).ToString() is var json && json != value)
        {
            yield return ("json", Encoding.ASCII.GetBytes(json));
        }

        if (System.Text.Encodings.Web.HtmlEncoder.Default.Encode(value) is var html && html != value)
        {
            yield return ("html", Encoding.ASCII.GetBytes(html));
        }

        var quoted = string.Concat(utf8.Select(octet => octet is > 32 and < 127 and not (byte)'=' ? ((char)octet).ToString() : octet == 32 ? " " : $"={octet:X2}"));
        if (quoted != value)
        {
            yield return ("quoted-printable", Encoding.ASCII.GetBytes(quoted));
        }

        for (var shift = 0; shift < 3; shift++)
        {
            // the characters at both ends depend on the neighbours: only those in between are searched for
            var text = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            var (from, to) = (shift == 0 ? 0 : shift + 1, (shift + utf8.Length) / 3 * 4);
            if (to - from >= 6)
            {
                yield return ($"base64+{shift}", Encoding.ASCII.GetBytes(text[from..to]));
            }
        }
    }

    private static bool InMail(string form) => form == "quoted-printable" || form.StartsWith("base64", StringComparison.Ordinal);

    /// <summary>Mail breaks base64 and quoted-printable into lines.</summary>
    private static byte[] Unbroken(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Encoding.Latin1.GetBytes(text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> FilesOf(string place) =>
        Directory.Exists(place) ? Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories) : File.Exists(place) ? [place] : [];

    private static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return []; // a temporary file of the database, gone between listing and reading
        }
    }
}
