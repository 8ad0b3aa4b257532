using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SrmBlazor.Features.Screening.Regions;

/// <summary>
/// Finds known places in an address. A part between commas counts when it is the name and nothing else but words like "city of" or "oblast": so
/// "Sevastopolskaya 41, Moscow" is in Moscow. Spellings that only differ in i, y, j, ye are one.
/// </summary>
internal static class PlaceNames
{
    private static readonly FrozenDictionary<string, EmbargoPlace> ByName = EmbargoTables.Places
        .SelectMany(place => place.Names.Select(name => (Name: Folded(name), Place: place)))
        .Distinct() // Krym and Krim fold to one
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Place, StringComparer.Ordinal);

    private static readonly (string Name, EmbargoPlace Place)[] Chinese =
        [.. EmbargoTables.Places.SelectMany(place => place.Names.Where(name => name[0] is >= '\u4E00' and <= '\u9FFF').Select(name => (name, place))).OrderByDescending(pair => pair.name.Length)];

    // "so called Luhansk People's Republic", "смт", "обл."; single letters are "g.", "s.", "г.", "м.".
    private static readonly FrozenSet<string> Beside = Words("""
        city town of the village settlement urban type resort locality gor gorod selo pos poselok posiolok smt pgt misto region oblast obl district raion raiion raon
        autonomous respublika republic so called people peoples federal krai municipal avtonomnaia avtonomna narodna narodnaia
        г гор город м місто с село пос поселок посёлок смт пгт обл область р н район республика республіка автономная автономна народная народна ар g s m r n
        """);

    private static readonly FrozenSet<string> OfDistrict = Words("district raion raiion raon r район р");

    private static readonly string[] DistrictEndings = ["skii", "ski", "ский", "ський"];

    private static readonly string[] StreetEndings = ["路", "街", "大街", "大道", "巷"];

    private static readonly FrozenSet<string> BeforeCity = Words("г гор город м місто g gor gorod city");

    public static IEnumerable<(EmbargoPlace Place, string Told)> Find(string address)
    {
        foreach (var part in address.Split([',', ';', '/', '\n', '，', '；', '、', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Folded(part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var named = words.Where(word => !char.IsAsciiDigit(word[0]) && !Beside.Contains(word)).ToArray();
            if (Whole(named) is { } place || OfDistrict.Overlaps(words) && Whole([.. named.Select(District)]) is { } district && (place = district) is not null)
            {
                yield return (place, part);
                continue;
            }

            foreach (var found in Halves(named).Concat(AfterCity(words)).Concat(InChinese(part)))
            {
                yield return (found, part);
            }
        }
    }

    private static EmbargoPlace? Whole(string[] words) => words.Length is > 0 and < 5 ? ByName.GetValueOrDefault(string.Join(' ', words)) : null;

    // "Yalta Crimea", written without a comma.
    private static IEnumerable<EmbargoPlace> Halves(string[] words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (Whole(words[..at]) is { } first && Whole(words[at..]) is { } second)
            {
                return [first, second];
            }
        }

        return [];
    }

    // "г. Симферополь ул. Ленина 5", written without a comma.
    private static IEnumerable<EmbargoPlace> AfterCity(string[] words)
    {
        for (var at = 0; at < words.Length - 1; at++)
        {
            if (BeforeCity.Contains(words[at]) && (Whole(words[(at + 1)..Math.Min(words.Length, at + 3)]) ?? Whole(words[(at + 1)..(at + 2)])) is { } place)
            {
                return [place];
            }
        }

        return [];
    }

    // Chinese has no spaces. What is followed by a word for street is a street.
    private static IEnumerable<EmbargoPlace> InChinese(string part)
    {
        foreach (var (name, place) in Chinese)
        {
            if (part.IndexOf(name, StringComparison.Ordinal) is var at && at >= 0)
            {
                var after = part[(at + name.Length)..];
                if (!StreetEndings.Any(word => after.StartsWith(word, StringComparison.Ordinal)))
                {
                    yield return place;
                }

                part = $"{part[..at]}，{after}";
            }
        }
    }

    // "Bakhchysaraisky", "Джанкойский".
    private static string District(string word) =>
        DistrictEndings.FirstOrDefault(end => word.EndsWith(end, StringComparison.Ordinal) && word.Length > end.Length + 3) is { } ending ? word[..^ending.Length] : word;

    private static FrozenSet<string> Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Folded).ToFrozenSet(StringComparer.Ordinal);

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            var plain = c switch
            {
                'y' or 'j' => 'i',
                'ё' => 'е',
                '\'' or '’' or 'ʼ' or '`' => '\0', // "Slov'yansk", "People's"
                _ when char.IsLetterOrDigit(c) => c,
                _ when CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => '\0',
                _ => ' ',
            };
            if (plain == '\0' || plain is 'i' or ' ' && folded.Length > 0 && folded[^1] == plain)
            {
                continue;
            }

            // "Yevpatoria" and "Evpatoria"
            if (plain == 'e' && folded is [.., 'i'] && (folded.Length == 1 || folded[^2] == ' '))
            {
                folded.Length--;
            }

            folded.Append(plain);
        }

        return folded.ToString().Trim();
    }
}
