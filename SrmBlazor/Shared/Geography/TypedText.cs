using System.Text;

namespace SrmBlazor.Shared.Geography;

/// <summary>
/// Brings what people type with a Chinese input method, or paste from a document, to plain upper-case ASCII:
/// full-width letters and digits, the many dashes, invisible direction marks. Independent of the machine's locale.
/// </summary>
public static class TypedText
{
    public static string ToPlain(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return "";
        }

        var plain = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            switch (c)
            {
                case >= '\uFF01' and <= '\uFF5E':
                    plain.Append(char.ToUpperInvariant((char)(c - 0xFEE0)));
                    break;
                case >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE63':
                    plain.Append('-');
                    break;
                case '\u3002' or '\u00B7' or '\u30FB':
                    plain.Append('.');
                    break;
                case '\u2039' or '\u3008':
                    plain.Append('<');
                    break;
                case '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E'):
                    break;
                default:
                    plain.Append(char.IsWhiteSpace(c) ? ' ' : char.ToUpperInvariant(c));
                    break;
            }
        }

        return plain.ToString().Trim();
    }

    /// <summary>Plain text without the characters that people put between groups, except those named as meaningful.</summary>
    public static string ToCompact(string? typed, string meaningful = "") =>
        string.Concat(ToPlain(typed).Where(c => !" -./()_'".Contains(c, StringComparison.Ordinal) || meaningful.Contains(c, StringComparison.Ordinal)));
}
