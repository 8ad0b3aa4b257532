using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>An entry while its rows are read. What stands twice is kept once, so a repeated row changes nothing.</summary>
internal sealed partial class EntryDraft(string id, int line)
{
    private readonly List<ListName> names = [];
    private readonly List<Nationality> nationalities = [];
    private readonly List<BirthYears> births = [];
    private readonly List<ListAddress> addresses = [];
    private readonly List<string> programs = [];
    private readonly List<ListFact> facts = [];
    private int primary;

    public int Line => line;

    public EntryKind Kind { get; set; }

    public string? PartOf { get; init; }

    public void Name(string text, NameQuality quality)
    {
        text = Folded(text);
        if (text.Length == 0)
        {
            return;
        }

        // The UN writes "Jin Tiesan (金铁三)" and "Abu Muhammad (original script: Абу Мухаммад)": two names.
        if (InTwoScripts().Match(text) is { Success: true } two && !IsOtherScript(two.Groups["latin"].Value) && IsOtherScript(two.Groups["other"].Value))
        {
            Name(two.Groups["latin"].Value, quality);
            Name(two.Groups["other"].Value, quality);
            return;
        }

        var name = new ListName(text, quality, IsOtherScript(text));
        var known = names.FindIndex(one => one.Text == text);
        if (known < 0)
        {
            names.Add(name);
        }
        else if (quality < names[known].Quality)
        {
            names[known] = name;
        }
    }

    /// <summary>The name under which the party is listed: it stands before its aliases, wherever its row does.</summary>
    public void Primary(string text, NameQuality quality)
    {
        Name(text, quality);
        var at = names.FindIndex(one => one.Text == Folded(text));
        if (at >= primary)
        {
            var name = names[at];
            names.RemoveAt(at);
            names.Insert(primary++, name);
        }
    }

    public void National(string text)
    {
        text = Folded(text);
        if (text.Length > 0 && !nationalities.Exists(one => one.Text == text))
        {
            nationalities.Add(new(ListCountries.Find(text), text));
        }
    }

    /// <summary>A date or years in words. The words are kept; where they tell no year there is none to compare.</summary>
    public void Born(string text)
    {
        text = Folded(text);
        if (text.Length > 0)
        {
            Fact(FactKind.BirthDate, text);
            foreach (var years in BirthText.Read(text))
            {
                Born(years);
            }
        }
    }

    public void Born(BirthYears years) => Once(births, years);

    public void At(ListAddress address)
    {
        if (address is not { Street: "", Place: "", Postcode: "", CountryText: "" })
        {
            Once(addresses, address);
        }
    }

    public void At(string street, string place, string postcode, string country) =>
        At(new(Folded(street), Folded(place), Folded(postcode), ListCountries.Find(Folded(country)), Folded(country)));

    public void Program(string text)
    {
        if (Folded(text) is { Length: > 0 } program)
        {
            Once(programs, program);
        }
    }

    public void Fact(FactKind kind, string text)
    {
        if (Folded(text) is { Length: > 0 } told)
        {
            Once(facts, new(kind, told));
        }
    }

    public ListEntry Done()
    {
        if (names.Count == 0 && (Kind != EntryKind.Part || PartOf is null))
        {
            throw new RefusedException(line, RefusalReason.Value, $"An entry without a name.");
        }

        return new(id, Kind, line, [.. names], [.. nationalities], [.. births], [.. addresses], [.. programs], [.. facts], PartOf);
    }

    public static string Folded(string text) => text.Length == 0 ? text : Spaces().Replace(text, " ").Trim();

    // The first letter of another alphabet decides: "ООО Ромашка (LLC)" is not Latin.
    private static bool IsOtherScript(string text) => text.Any(c => c > '\u024F' && char.IsLetter(c) && c is not (>= '\u1E00' and <= '\u1EFF'));

    private static void Once<T>(List<T> items, T item)
    {
        if (!items.Contains(item))
        {
            items.Add(item);
        }
    }

    [GeneratedRegex(@"^(?<latin>[^()]*[^() ]) ?\((original script: ?)?(?<other>[^()]+)\)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex InTwoScripts();

    [GeneratedRegex(@"\s+", RegexOptions.None, 10_000)]
    private static partial Regex Spaces();
}
