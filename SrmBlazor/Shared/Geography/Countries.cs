using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SrmBlazor.Shared.Geography;

/// <summary>All countries and territories in both languages. Reads nothing of the machine's own locale data, so every installation shows the same names.</summary>
public static class Countries
{
    private static readonly Country[] All = [.. FactTable.Read("countries.csv")
        .Select(cells => new Country(cells[0], cells[1], cells[2] == "yes", cells[3], cells[4], cells[5]))];

    private static readonly FrozenDictionary<string, Country> ByAlpha2 = All.ToFrozenDictionary(c => c.Alpha2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Country> ByAlpha3 = All.ToFrozenDictionary(c => c.Alpha3, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sorted by the English name, accents ignored.</summary>
    public static IReadOnlyList<Country> InEnglishOrder { get; } = [.. All.OrderBy(c => SearchForm(c.English), StringComparer.Ordinal)];

    /// <summary>Sorted by pinyin, as a Chinese reader looks a country up.</summary>
    public static IReadOnlyList<Country> InPinyinOrder { get; } = [.. All.OrderBy(c => c.Pinyin, StringComparer.Ordinal).ThenBy(c => c.Alpha2, StringComparer.Ordinal)];

    public static IReadOnlyList<Country> InOrderOf(CultureInfo language) => IsChinese(language) ? InPinyinOrder : InEnglishOrder;

    /// <summary>Finds a country by its two- or three-letter code; null when there is none.</summary>
    public static Country? Find(string? code) =>
        code?.Trim() is { Length: 2 or 3 } known && (ByAlpha2.TryGetValue(known, out var country) || ByAlpha3.TryGetValue(known, out country)) ? country : null;

    public static bool TryFind(string? code, [NotNullWhen(true)] out Country? country) => (country = Find(code)) is not null;

    /// <summary>The name in the language given; an unknown code is returned as it is.</summary>
    public static string NameOf(string code, CultureInfo language) => Find(code)?.NameIn(IsChinese(language)) ?? code;

    public static bool IsInEea(string? code) => Find(code)?.InEea ?? false;

    /// <summary>
    /// Countries that match a few letters of either name, the pinyin or the code, in the order of the language:
    /// names that begin with the text come first. An empty text gives all.
    /// </summary>
    public static IEnumerable<Country> Search(string? text, CultureInfo language)
    {
        var wanted = SearchForm(TypedText.ToPlain(text));
        var inOrder = InOrderOf(language);
        return wanted.Length == 0
            ? inOrder
            : inOrder.Select(country => (country, Rank: RankOf(country, wanted))).Where(found => found.Rank < 4).OrderBy(found => found.Rank).Select(found => found.country);
    }

    private static int RankOf(Country country, string wanted)
    {
        var english = SearchForm(country.English);
        var pinyin = country.Pinyin.Replace(" ", "", StringComparison.Ordinal);
        return 0 switch
        {
            _ when Same(country.Alpha2, wanted) || Same(country.Alpha3, wanted) => 0,
            _ when english.StartsWith(wanted, StringComparison.Ordinal) || country.Chinese.StartsWith(wanted, StringComparison.Ordinal) => 1,
            _ when pinyin.StartsWith(wanted.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal) || InitialsOf(country.Pinyin).StartsWith(wanted, StringComparison.Ordinal) => 2,
            _ when english.Contains(wanted, StringComparison.Ordinal) || country.Chinese.Contains(wanted, StringComparison.Ordinal) => 3,
            _ => 4,
        };
    }

    private static bool Same(string code, string wanted) => string.Equals(code, wanted, StringComparison.OrdinalIgnoreCase);

    private static string InitialsOf(string pinyin) => string.Concat(pinyin.Split(' ').Select(syllable => syllable[0]));

    // Folded by hand: only these accents occur in the names, and the machine's own tables are not to decide the order.
    private static string SearchForm(string name) => string.Create(name.Length, name, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(source[i]) switch
            {
                'å' or 'ã' or 'á' => 'a',
                'ç' => 'c',
                'é' => 'e',
                'í' => 'i',
                'ô' => 'o',
                'ü' => 'u',
                '’' => '\'',
                var plain => plain,
            };
        }
    });

    private static bool IsChinese(CultureInfo language) => language.TwoLetterISOLanguageName == "zh";
}
