using System.Globalization;
using CsCheck;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>What is claimed of the matcher, on the real lists. The figures are the targets of the issue, not what is reached.</summary>
public sealed class RealListTests
{
    private static readonly Lazy<NameIndex> Both = new(() => NameIndex.Build([.. RealNames.UnPersons().Select(person => person.Party), .. RealNames.OfacIndividuals()]));

    [SharedDataFact(RealNames.Pairs)]
    public void Labelled_persons_are_told_apart_better_than_logic_v2_does_and_so_in_each_half()
    {
        var rows = RealNames.Rows(RealNames.Pairs).Skip(1).Where(row => row[0] == "Person").ToList();

        Assert.All(rows.GroupBy(HalfOf).Concat(rows.GroupBy(_ => 2u)), half =>
        {
            // the rows that logic-v2 has a score for are the ones that both are measured on
            var both = half.Where(row => row[6].Length > 0).ToList();
            var ours = F1(both.Select(row => (PairScore.Of(row[1], row[2]) >= Engine.PairThreshold, row[3] == "true")));
            var theirs = F1(both.Select(row => (double.Parse(row[6], CultureInfo.InvariantCulture) >= 0.70, row[3] == "true")));

            Assert.True(ours >= 0.84 && ours > theirs, $"half {half.Key}: {ours:0.000} against {theirs:0.000}");
        });
    }

    [SharedDataFact(RealNames.Un, RealNames.Listed)]
    public void Of_the_listed_at_least_994_in_1000_are_found()
    {
        var index = NameIndex.Build([.. RealNames.UnPersons().Select(person => person.Party)]);
        var names = RealNames.Rows(RealNames.Listed).Skip(1).Select(row => row[0]).ToList();

        var missed = names.Where(name => index.Search(new Query(name), Engine.ReviewFloor).Count == 0).ToList();

        Assert.True(missed.Count <= names.Count * 0.006, string.Join(", ", missed));
    }

    [SharedDataTheory(RealNames.Un, RealNames.Sdn, RealNames.Aliases, RealNames.UnlistedUs, RealNames.UnlistedGlobal)]
    [InlineData(RealNames.UnlistedUs)]
    [InlineData(RealNames.UnlistedGlobal)]
    public void Of_the_unlisted_at_most_5_in_1000_raise_an_alarm(string file)
    {
        var names = RealNames.Rows(file).Skip(1).Select(row => row[0]).ToList();

        var alarms = names.Where(name => Both.Value.Search(new Query(name), Engine.ReviewFloor).Count > 0).ToList();

        Assert.True(alarms.Count <= names.Count * 0.005, string.Join(", ", alarms));
    }

    [SharedDataTheory(RealNames.Un, RealNames.Sdn, RealNames.Aliases)]
    [InlineData('А', 'я', 0.99, 0.99)]
    [InlineData('ء', 'ی', 0.85, 0.93)]
    public void A_name_in_original_script_finds_its_own_entry(char first, char last, double atTheFloor, double orAmongFive)
    {
        var asked = RealNames.UnPersons().SelectMany(person => person.Originals.Select(name => (person.Party.Id, name)))
            .Where(pair => pair.name.Any(letter => letter >= first && letter <= last)).ToList();

        var places = asked.Select(pair => Both.Value.Search(new Query(pair.name), 0.4).Select((match, place) => (match.Party.Id, match.Score, place)).FirstOrDefault(found => found.Id == pair.Id, (pair.Id, 0, 999))).ToList();

        Assert.True(places.Count(place => place.Score >= Engine.ReviewFloor) >= asked.Count * atTheFloor);
        Assert.True(places.Count(place => place.Score >= Engine.ReviewFloor || place.place < 5) >= asked.Count * orAmongFive);
    }

    [SharedDataFact(RealNames.Un, RealNames.Sdn, RealNames.Aliases)]
    public void On_the_real_lists_too_the_index_finds_what_comparing_with_every_name_finds()
    {
        var names = RealNames.UnPersons().SelectMany(person => person.Party.Names.Select(name => name.Text).Concat(person.Originals)).ToArray();
        var few = NameIndex.Build([.. RealNames.UnPersons().Select(person => person.Party)], Both.Value.Rarity);

        foreach (var (at, how, where, letter, floor) in MatchingPropertyTests.Fixed(Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 4], Gen.Int[0, 60], Gen.Char['a', 'z'], Gen.Double[0.3, 0.95]), 1_000))
        {
            var query = new Query(MatchingPropertyTests.Misspell(names[at], how, where, letter), where % 3 == 0 ? null : "AF", where % 2 == 0 ? null : 1930 + where);

            Assert.Equal(MatchingPropertyTests.Say(few.SearchAll(query, floor)), MatchingPropertyTests.Say(few.Search(query, floor)));
        }
    }

    private static uint HalfOf(string[] row) => (row[1] + row[2]).Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u)) >> 7 & 1;

    private static double F1(IEnumerable<(bool Said, bool Is)> answers)
    {
        var counted = answers.ToLookup(answer => answer);
        var right = counted[(true, true)].Count();
        return 2.0 * right / ((2 * right) + counted[(true, false)].Count() + counted[(false, true)].Count());
    }
}
