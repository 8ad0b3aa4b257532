using System.Globalization;
using System.Text;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>What names, addresses and other free text look like, in any script.</summary>
public static class TextForm
{
    public const int LongestName = 120;
    public const int LongestLine = 100;
    public const int LongestAddress = 300;

    /// <summary>Apostrophes, hyphens, the dot of initials and the dots between the parts of a transcribed name.</summary>
    private const string InNames = "'’‘`´-‐‑.·•・ \u200C\u200D";

    /// <summary>As it is stored: composed (NFC), without spaces around it and with single ones inside.</summary>
    public static string Tidy(string typed) =>
        string.Join('\n', WellFormed(typed).Normalize(NormalizationForm.FormC).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .Trim();

    /// <returns>The key of the sentence that says what is wrong with a person's name, and its argument; null when nothing.</returns>
    public static (string Key, object Argument)? NameProblem(string typed)
    {
        var name = Tidy(typed);
        return 0 switch
        {
            _ when LooksLikeLink(name) => ("FullName.Link", ""),
            _ when HasInvisible(name, lines: false) => ("Text.Invisible", ""),
            _ when name.EnumerateRunes().Any(Rune.IsDigit) => ("FullName.Digit", ""),
            _ when name.EnumerateRunes().FirstOrDefault(rune => !IsOfName(rune)) is { Value: not 0 } sign => ("FullName.Sign", sign.ToString()),
            _ when name.Length > LongestName => ("Text.TooLong", LongestName),
            _ when name.EnumerateRunes().Count(Rune.IsLetter) < 2 => ("FullName.TooShort", ""),
            _ => null,
        };
    }

    /// <param name="lines">Line breaks are fine.</param>
    /// <param name="shortest">Fewer characters cannot be an answer.</param>
    public static (string Key, object Argument)? Problem(string typed, int longest, bool lines = false, int shortest = 1)
    {
        var text = Tidy(typed);
        return 0 switch
        {
            _ when LooksLikeLink(text) => ("Text.Link", ""),
            _ when HasInvisible(text, lines) => ("Text.Invisible", ""),
            _ when text.AsSpan().ContainsAny('<', '>') => ("Text.Bracket", ""),
            _ when text.Length > longest => ("Text.TooLong", longest),
            _ when !text.EnumerateRunes().Any(Rune.IsLetter) => ("Text.NoLetter", ""),
            _ when text.Length < shortest => ("Text.TooShort", ""),
            _ => null,
        };
    }

    private static bool IsOfName(Rune rune) =>
        Rune.IsLetter(rune) || InNames.EnumerateRunes().Contains(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // half a surrogate pair cannot be normalised; it becomes U+FFFD, which no rule accepts
    private static string WellFormed(string typed) => string.Concat(typed.EnumerateRunes());

    private static bool LooksLikeLink(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal);

    // direction marks and zero-width spaces make a text read otherwise than it is; the joiners belong to the spelling of Persian and Indic names
    private static bool HasInvisible(string text, bool lines) =>
        text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar
            || (rune.Value is not (0x200C or 0x200D) && (!lines || rune.Value != '\n')
                && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));
}
