using SrmBlazor.Features.Screening.Matching.Index;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// The names of a list, ready to be searched. A search gives exactly what comparing the query with every name would give
/// (<see cref="SearchAll"/>): every party at or above the floor, without a limit on their number. What is left out is left out because a
/// bound proves that it stays below the floor. Immutable; any number of threads may search.
/// </summary>
public sealed class NameIndex
{
    private readonly List<(ListedParty Party, int PartyNumber, ListedName Name, PreparedName Prepared)> names = [];
    private readonly List<ListedReading> readings = [];
    private readonly Vocabulary vocabulary = new();
    private readonly ReadingSearch search;

    private NameIndex(IReadOnlyCollection<ListedParty> parties, Rarity? rarity)
    {
        var prepared = parties.Select(party => party.Names.Select(name => PreparedName.Of(name.Text)).ToList()).ToList();
        Rarity = rarity ?? Rarity.Of(prepared, parties.Count);
        var number = 0;
        foreach (var party in parties)
        {
            foreach (var (name, ready) in party.Names.Zip(prepared[number]))
            {
                Add(party, number, name, ready);
            }

            number++;
        }

        vocabulary.Close();
        search = new ReadingSearch(vocabulary, readings);
    }

    /// <summary>With it another index, of a part of the list or of a later version, gives the same names the same scores.</summary>
    public Rarity Rarity { get; }

    public int Names => names.Count;

    /// <summary>Distinct words.</summary>
    public int Words => vocabulary.Count;

    /// <summary>Without <paramref name="rarity"/> it is counted from these parties.</summary>
    public static NameIndex Build(IReadOnlyCollection<ListedParty> parties, Rarity? rarity = null) => new(parties, rarity);

    /// <summary>Every party with a name at or above the floor, by its best name, the best party first; equal ones in the order of the list.</summary>
    public IReadOnlyList<Match> Search(Query query, double floor)
    {
        var prepared = PreparedName.Of(query.Name);
        return Rank(query, prepared, floor, search.Find(prepared, Rarity, floor));
    }

    /// <summary>The same by comparing with every name: the measure of <see cref="Search"/>, for tests and benchmarks.</summary>
    public IReadOnlyList<Match> SearchAll(Query query, double floor)
    {
        var prepared = PreparedName.Of(query.Name);
        return Rank(query, prepared, floor, Everything(prepared));
    }

    private IEnumerable<(ListedReading Listed, Reading Asked, double Score)> Everything(PreparedName asked)
    {
        foreach (var reading in asked.Readings)
        {
            var weights = Weights.Of(reading, Rarity);
            foreach (var listed in readings.Where(listed => reading.CanMeet(listed.Reading)))
            {
                yield return (listed, reading, Alignment.Score(reading, weights, listed.Reading, listed.Weights));
            }
        }
    }

    private List<Match> Rank(Query query, PreparedName prepared, double floor, IEnumerable<(ListedReading Listed, Reading Asked, double Score)> scored)
    {
        // of a party the best name counts; of a name the best reading; of equal ones the first
        var best = new Dictionary<int, (double Score, ListedReading Listed, Reading Asked, double NameScore)>();
        foreach (var (listed, asked, nameScore) in scored)
        {
            var (party, number, name, _) = names[listed.Name];
            var score = nameScore * Evidence.Factor(name.Quality)
                * Evidence.Factor(Evidence.Nationality(query.Nationality, party.Nationalities), Evidence.BirthYear(query.BirthYear, party.BirthYears));
            if (score >= floor && score > 0 && (!best.TryGetValue(number, out var known) || score > known.Score
                || (score == known.Score && (listed.Name, (int)asked.Kind).CompareTo((known.Listed.Name, (int)known.Asked.Kind)) < 0)))
            {
                best[number] = (score, listed, asked, nameScore);
            }
        }

        return [.. best.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key).Select(pair => ToMatch(query, prepared, pair.Value))];
    }

    private Match ToMatch(Query query, PreparedName prepared, (double Score, ListedReading Listed, Reading Asked, double NameScore) found)
    {
        var (party, _, name, listedName) = names[found.Listed.Name];
        var words = Explaining.Words(found.Asked, Weights.Of(found.Asked, Rarity), found.Listed.Reading, found.Listed.Weights);
        var flags = prepared.Flags | listedName.Flags | (Patronymics.AreExchanged(found.Asked, found.Listed.Reading) ? NameFlags.FatherAndSonExchanged : NameFlags.None);
        return new Match(party, name, found.Score, new Explanation(found.NameScore, words, flags, name.Quality,
            Evidence.Nationality(query.Nationality, party.Nationalities), Evidence.BirthYear(query.BirthYear, party.BirthYears)));
    }

    private void Add(ListedParty party, int number, ListedName name, PreparedName prepared)
    {
        foreach (var reading in prepared.Readings)
        {
            readings.Add(new ListedReading(names.Count, reading, Weights.Of(reading, Rarity), [.. reading.Words.Select(word => vocabulary.Add(word.Word))]));
        }

        names.Add((party, number, name, prepared));
    }
}
