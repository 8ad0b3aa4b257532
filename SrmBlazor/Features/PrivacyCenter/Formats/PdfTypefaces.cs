using System.Text;
using SkiaSharp;

namespace SrmBlazor.Features.PrivacyCenter.Formats;

/// <summary>Noto Sans SC (SIL Open Font License), compiled in: the slices for Latin, Chinese, Cyrillic and Vietnamese letters.</summary>
internal static class PdfTypefaces
{
    private static readonly string[] Slices = ["latin", "chinese-simplified", "latin-ext", "cyrillic", "vietnamese"];

    private static readonly Lazy<IReadOnlyList<SKTypeface>> Own = new(() => [.. Slices.Select(Load)]);

    /// <summary>Pieces of a text, each with a typeface that has its letters; where none of ours has them, one of this machine.</summary>
    public static IEnumerable<(string Text, SKTypeface Typeface)> Runs(string text)
    {
        var run = new StringBuilder();
        SKTypeface? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var typeface = current is not null && Has(current, rune) ? current : Of(rune);
            if (current is not null && typeface != current)
            {
                yield return (run.ToString(), current);
                run.Clear();
            }

            current = typeface;
            run.Append(rune);
        }

        if (current is not null)
        {
            yield return (run.ToString(), current);
        }
    }

    private static SKTypeface Of(Rune rune) => Own.Value.FirstOrDefault(one => Has(one, rune)) ?? SKFontManager.Default.MatchCharacter(rune.Value) ?? Own.Value[0];

    private static bool Has(SKTypeface typeface, Rune rune)
    {
        using var font = new SKFont(typeface);
        return font.ContainsGlyph(rune.Value);
    }

    private static SKTypeface Load(string slice)
    {
        using var stream = typeof(PdfTypefaces).Assembly.GetManifestResourceStream($"noto-sans-sc-{slice}.woff")!;
        using var packed = new MemoryStream();
        stream.CopyTo(packed);
        using var data = SKData.CreateCopy(Woff.Unpack(packed.ToArray()));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The typeface {slice} cannot be read.");
    }
}
