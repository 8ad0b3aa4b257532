using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SrmBlazor.Features.Screening.Regions;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>A dismissal is bound to the version of the engine: where a table or a score moves and the version does not, it would stand for something nobody looked at.</summary>
public sealed class EngineVersionTests
{
    /// <summary>When this fails: raise <see cref="Engine.Version"/>, then write here what it says now.</summary>
    [Fact]
    public void A_version_has_these_tables_and_gives_these_scores()
    {
        Assert.Equal(("2026.11.2", "2aa656c5e96a18d3", "d382c8059058e199"), (Engine.Version, HashOf(Tables()), HashOf(Scores())));
    }

    private static IEnumerable<string> Tables()
    {
        var program = typeof(Engine).Assembly;
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith("Matching/", StringComparison.Ordinal) || name.StartsWith("Screening/embargo-", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            yield return name;
            using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }

    /// <summary>Spellings of one name and of its neighbours, with and without what is known beside it, and addresses at the gate of regions.</summary>
    private static IEnumerable<string> Scores()
    {
        string[][] names = [.. AuthoredNames.Han, .. AuthoredNames.Hangul, .. AuthoredNames.Cyrillic, .. AuthoredNames.Arabic];
        for (var at = 0; at < names.Length; at++)
        {
            foreach (var other in names[at].Concat(names[(at + 1) % names.Length]))
            {
                yield return Line(PairScore.Of(names[at][0], other));
                yield return Line(PairScore.Of(names[at][^1], other));
            }
        }

        var index = NameIndex.Build([.. names.Select((one, at) => new ListedParty($"{at}", [.. one.Skip(1).Select((name, which) => new ListedName(name, (NameQuality)Math.Min(which, 2)))], ["RU"], [new BirthYears(1958, 1960)]))]);
        foreach (var (one, at) in names.Select((one, at) => (one, at)))
        {
            var query = new Query(one[at % one.Length], at % 3 == 0 ? null : at % 3 == 1 ? "RU" : "BY", at % 4 == 0 ? null : 1955 + at % 6);
            yield return string.Join(' ', index.Search(query, Engine.ReviewFloor).Select(match => $"{match.Party.Id} {match.Name.Text} {Line(match.Score)}"));
        }

        foreach (var (country, postcode, address) in (IEnumerable<(string, string, string)>)[("UA", "95000", "Симферополь"), ("UA", "83000", "Донецк"), ("UA", "79000", "Львів"), ("RU", "298600", "Ялта"), ("RU", "101000", "Москва"), ("UA", "", "Sevastopol")])
        {
            yield return RegionGate.Judge(country, postcode, "", address).Outcome.ToString();
        }
    }

    /// <summary>To the sixth place: processors differ in the last.</summary>
    private static string Line(double score) => score.ToString("0.000000", CultureInfo.InvariantCulture);

    private static string HashOf(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
}
