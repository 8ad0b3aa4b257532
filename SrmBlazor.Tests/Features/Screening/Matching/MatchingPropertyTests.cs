using System.Globalization;
using CsCheck;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>What holds for any names, tried on names put together from words of several scripts and then misspelt.</summary>
public sealed class MatchingPropertyTests
{
    private static readonly string[] Words =
    [
        "Mohammad", "Muhammad", "al-Tikriti", "bin", "Abdul", "Rahman", "Abdulrahman", "Saif", "Allah", "Vladimir", "Vladimirovich", "Putin", "Sergey", "Sergei", "Щукин", "Юрий", "Григорій",
        "محمد", "عبد الرحمن", "الدين", "حقاني", "王小明", "张", "Wang", "Xiaoming", "Wong", "Siu", "Ming", "Hsiao-ming", "Kim", "Jong", "Un", "김정은", "Pak", "Chol-su", "José", "María", "de", "la", "Cruz",
        "J.", "W", "Dr.", "Ltd", "OOO", "7", "Seven", "Jan", "Daniel", "JanDaniel", "Bill", "William", "Ιωάννης", "ბარაკ", "バラク", "वर्षा", "O'Neill", "McDonald",
    ];

    private static readonly Gen<string> Name = Gen.Int[0, Words.Length - 1].Array[1, 5].Select(picks => string.Join(' ', picks.Select(pick => Words[pick])));

    private static readonly Gen<string> Misspelt = Gen.Select(Name, Gen.Int[0, 4], Gen.Int[0, 400], Gen.Char['a', 'z']).Select((name, how, where, letter) => Misspell(name, how, where, letter));

    private static readonly Gen<string?> Nationality = Gen.OneOf<string?>([null, "RU", "CN", "IR"]);

    private static readonly Gen<ListedParty[]> List = Gen.Select(Name, Nationality, Gen.Int[1930, 2010]).Array[1, 40].Select(parties => parties
        .Select((party, at) => new ListedParty(at.ToString(CultureInfo.InvariantCulture), [new ListedName(party.Item1)], party.Item2 is null ? [] : [party.Item2], party.Item3 % 3 == 0 ? [] : [party.Item3])).ToArray());

    private static readonly Gen<Query> Asked = Gen.Select(Misspelt, Nationality, Gen.Int[1930, 2010]).Select((name, nationality, year) => new Query(name, nationality, year % 2 == 0 ? null : year));

    [Fact]
    public void An_index_finds_what_comparing_with_every_name_finds()
    {
        var (asked, knowing) = (0, 0);
        foreach (var (list, queries, floor) in Fixed(Gen.Select(List, Asked.Array[10], Gen.Double[0.2, 0.95]), 500))
        {
            var index = NameIndex.Build(list);
            foreach (var query in queries)
            {
                Assert.Equal(Say(index.SearchAll(query, floor)), Say(index.Search(query, floor)));
                (asked, knowing) = (asked + 1, knowing + (query is { Nationality: not null, BirthYear: not null } ? 1 : 0));
            }
        }

        Assert.Equal(5_000, asked);
        Assert.True(knowing > 1_000);
    }

    [Fact]
    public void A_score_lies_between_none_and_one_and_is_the_same_from_both_sides()
    {
        Gen.Select(Misspelt, Misspelt).Sample((one, other) =>
        {
            var score = PairScore.Of(one, other);

            Assert.InRange(score, 0, 1);
            Assert.Equal(score, PairScore.Of(other, one), 9);
        }, iter: 3_000);
    }

    [Fact]
    public void Any_text_can_be_compared()
    {
        Gen.Select(Gen.String, Gen.String).Sample((one, other) => Assert.InRange(PairScore.Of(one, other), 0, 1), iter: 3_000);
    }

    [Fact]
    public void A_further_alias_never_lowers_a_party()
    {
        Gen.Select(Name, Name, Misspelt).Sample((name, alias, asked) =>
        {
            var before = Best(new ListedParty("1", name), asked);
            var after = Best(new ListedParty("1", name, alias), asked);

            Assert.True(after >= before);
        }, iter: 2_000);
    }

    [Fact]
    public void Evidence_that_is_missing_never_lowers()
    {
        Gen.Select(Name, Misspelt, Gen.Int[1950, 2000], Gen.Int[1950, 2000], Gen.Bool).Sample((name, asked, listedYear, year, russian) =>
        {
            var index = NameIndex.Build([new ListedParty("1", [new ListedName(name)], ["RU"], [listedYear])], Rarity.Usual);

            Assert.True(Score(index, new Query(asked)) >= Score(index, new Query(asked, russian ? "RU" : "CN", year)));
        }, iter: 2_000);
    }

    [Fact]
    public void The_quick_count_of_edits_is_the_plain_one()
    {
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 12], Gen.String[Gen.Char['a', 'e'], 0, 12]).Sample((one, other) => Assert.Equal(PlainCount(one, other), Edits.Count(one, other)), iter: 5_000);
    }

    [Fact]
    public void What_so_many_edits_can_change_of_the_letters_is_never_more()
    {
        Gen.Select(Gen.String[Gen.Char['a', 'e'], 1, 9], Gen.String[Gen.Char['a', 'e'], 1, 9]).Sample((one, other) =>
            Assert.True(Edits.CanBeWithin(one.Length, Spelling.LettersOf(one), other.Length, Spelling.LettersOf(other), PlainCount(one, other))), iter: 5_000);
    }

    /// <summary>So many of the kind, the same in every run.</summary>
    internal static IEnumerable<T> Fixed<T>(Gen<T> kind, int count)
    {
        var random = new PCG(1, 20_261_126);
        return Enumerable.Range(0, count).Select(_ => kind.Generate(random, null, out var _));
    }

    private static double Best(ListedParty party, string asked) => Score(NameIndex.Build([party], Rarity.Usual), new Query(asked));

    private static double Score(NameIndex index, Query query) => index.Search(query, 0) is [var best, ..] ? best.Score : 0;

    internal static IEnumerable<string> Say(IEnumerable<Match> matches) =>
        matches.Select(match => $"{match.Party.Id} {match.Name.Text} {match.Score:R} {match.Explanation.Nationality} {match.Explanation.BirthYear} {string.Join(';', match.Explanation.Words)}");

    internal static string Misspell(string name, int how, int where, char letter)
    {
        var at = where % Math.Max(1, name.Length);
        return (name.Length, how) switch
        {
            (0, _) or (_, 4) => name,
            (_, 0) => name.Remove(at, 1),
            (_, 1) => name.Insert(at, letter.ToString()),
            (_, 2) => name.Remove(at, 1).Insert(at, letter.ToString()),
            _ => string.Join(' ', name.Split(' ').Reverse()),
        };
    }

    /// <summary>Optimal string alignment by its definition.</summary>
    private static int PlainCount(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
