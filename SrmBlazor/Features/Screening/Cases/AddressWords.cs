using System.Globalization;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Compares an address with one that is listed without a name (BIS Entity List, 89 FR 51644), word by word, in any script the matcher reads. What tells is
/// the number of the house and the names; words like "street" tell nothing. A floor or a room more on either side is no difference.
/// </summary>
internal static class AddressWords
{
    /// <summary>Of the listed words so many must be met.</summary>
    private const double Least = 0.8;

    private static readonly HashSet<string> Usual = new(
        "street st str road rd avenue ave lane building bldg block floor flat apartment apt office room unit city town region oblast obl district raion the of no ulitsa ul dom d prospekt pr pereulok kvartira kv gorod g korpus korp stroenie vulytsia vul budynok bud misto".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Null where they are two places; else the share of the listed words that were met, and these.</summary>
    public static (double Score, IReadOnlyList<string> Common)? Compare(string address, string postcode, ListAddress listed)
    {
        var (given, wanted) = (Words($"{address} {postcode}"), Words($"{listed.Street} {listed.Place}"));
        var numbers = wanted.Where(word => char.IsAsciiDigit(word.Key[0])).ToList();
        if (wanted.Count(word => !char.IsAsciiDigit(word.Key[0])) < 2 || listed.Street.Length == 0)
        {
            return null;
        }

        var common = wanted.Where(word => given.Exists(one => one.Key == word.Key)).ToList();
        var score = (double)common.Count / wanted.Count;
        return score >= Least && (numbers.Count == 0 || numbers.Exists(common.Contains)) ? (score, [.. common.Select(word => word.Written)]) : null;
    }

    private static List<(string Key, string Written)> Words(string text)
    {
        List<(string Key, string Written)> words = [];
        foreach (var part in text.Split([',', ';', '/', '.', '-', '–', '(', ')', '#', ' ', '\n', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Any(char.IsDigit))
            {
                words.Add((part.ToUpperInvariant(), part));
                continue;
            }

            foreach (var word in PreparedName.Of(part).Readings.Where(reading => reading.Kind == ReadingKind.Plain).Take(1).SelectMany(reading => reading.Words))
            {
                var key = word.Word.Spellings[0].Sound;
                if (key.Length > 1 && !Usual.Contains(word.Word.Text.ToLower(CultureInfo.InvariantCulture)))
                {
                    words.Add((key, word.Written));
                }
            }
        }

        return [.. words.DistinctBy(word => word.Key)];
    }
}
