using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SrmBlazor.Features.Erasures.Check;

/// <summary>The forms in which software is likely to have written a value, without regard to case.</summary>
internal sealed class Traces
{
    private const int LongestPattern = 256;

    private Traces(IReadOnlyList<string> patterns)
    {
        Patterns = SearchValues.Create([.. patterns], StringComparison.OrdinalIgnoreCase);
        Longest = patterns.Count == 0 ? 1 : patterns.Max(pattern => pattern.Length);
        IsEmpty = patterns.Count == 0;
    }

    /// <summary>Bytes as characters of the same number.</summary>
    public SearchValues<string> Patterns { get; }

    public int Longest { get; }

    public bool IsEmpty { get; }

    public static Traces Of(IEnumerable<string> values) =>
        new([.. values.SelectMany(FormsOf).Select(bytes => Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, LongestPattern)))).Distinct(StringComparer.OrdinalIgnoreCase)]);

    private static IEnumerable<byte[]> FormsOf(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        yield return utf8;
        yield return Encoding.Unicode.GetBytes(value);
        yield return Encoding.BigEndianUnicode.GetBytes(value);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(utf8));
        yield return Encoding.ASCII.GetBytes(Uri.EscapeDataString(value));
        yield return Encoding.ASCII.GetBytes(JsonEncodedText.Encode(value).ToString());
        yield return Encoding.ASCII.GetBytes(HtmlEncoder.Default.Encode(value));
        yield return Encoding.ASCII.GetBytes(string.Concat(utf8.Select(octet => octet is >= 32 and < 127 and not (byte)'=' ? ((char)octet).ToString() : $"={octet:X2}")));
        for (var shift = 0; shift < 3; shift++)
        {
            // the characters at both ends depend on the neighbours: only those in between are searched for
            var text = Convert.ToBase64String([.. new byte[shift], .. utf8]);
            var (from, to) = (shift == 0 ? 0 : shift + 1, (shift + utf8.Length) / 3 * 4);
            if (to - from >= 6)
            {
                yield return Encoding.ASCII.GetBytes(text[from..to]);
            }
        }
    }
}
