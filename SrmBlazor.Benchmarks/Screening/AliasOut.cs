using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>
/// One real alias is taken from each person of OFAC that has any, and looked for: whether the person is still found by the other names. Many an alias is
/// another name altogether, which nothing that compares names can find; all methods are asked the same. Each also at the score from which on it alarms on
/// no more unlisted people than ours does at the floor.
/// </summary>
internal static class AliasOut
{
    private const int Persons = 2_000;
    private const int Every = 8;
    private const int UnlistedEvery = 4;

    public static void Print(Material material)
    {
        var random = new Random(19);
        var aliased = material.Ofac.Where(ListedParties.IsCompared).Where(entry => Aliases(entry).Any()).OrderBy(_ => random.Next()).Take(Persons)
            .Select(entry => (Entry: entry, Alias: Aliases(entry).OrderBy(_ => random.Next()).First())).ToDictionary(one => one.Entry.Key, StringComparer.Ordinal);
        List<ShelfEntry> left = [.. material.Persons.Select(entry => aliased.TryGetValue(entry.Key, out var one)
            ? entry with { Entry = entry.Entry with { Names = [.. entry.Entry.Names.Where(name => name.Text != one.Alias)] } } : entry)];
        var index = NameIndex.Build([.. left.Select(ListedParties.Of)]);
        var plain = left.ToDictionary(entry => entry.Key, entry => entry.Entry.Names.Select(name => PlainName.Of(name.Text)).ToList(), StringComparer.Ordinal);

        var places = aliased.Values.Select(one =>
        {
            var found = index.Search(new(one.Alias), 0.5);
            var rank = found.TakeWhile(match => match.Party.Id != one.Entry.Key).Count();
            return (Rank: rank, Score: rank < found.Count ? found[rank].Score : 0);
        }).ToList();
        List<string> unlisted = [.. Material.Names("queries-unlisted-global.csv").Where((_, at) => at % UnlistedEvery == 0)];
        var alarms = unlisted.Count(name => index.Search(new(name), Engine.ReviewFloor).Count > 0);
        string Theirs(string name, Func<PlainName, PlainName, double> score)
        {
            var some = aliased.Values.Where((_, at) => at % Every == 0).Select(one =>
            {
                var asked = PlainName.Of(one.Alias);
                double Best(string key) => plain[key].Max(listed => score(asked, listed));
                var own = Best(one.Entry.Key);
                return (Own: own, Better: own < 0.5 ? int.MaxValue : plain.Keys.Count(key => Best(key) > own));
            }).ToList();
            var listed = plain.Values.SelectMany(names => names).Distinct().ToList();
            var from = unlisted.Select(one => Highest(PlainName.Of(one), listed, score)).OrderDescending().ElementAt(alarms);
            return $"{name} | {Share.Count(some, one => one.Own >= Engine.ReviewFloor)} | {Share.Count(some, one => one.Own > from)}, above {Report.Number(from, "0.00")} | {Share.Count(some, one => one.Better < 5)}";
        }

        Report.Table("One alias of a person of OFAC taken out and looked for", $"method | own entry at {Report.Number(Engine.ReviewFloor, "0.00")} | with {alarms} alarms on {unlisted.Count} unlisted people | own entry among the first five",
        [
            $"ours | {Share.Count(places, place => place.Score >= Engine.ReviewFloor)} | the same | {Share.Count(places, place => place.Rank < 5)}",
            Theirs("Jaro-Winkler, words sorted", Reference.SortedJaroWinkler),
            Theirs("OFAC style", Reference.OfacStyle),
        ]);
    }

    private static double Highest(PlainName asked, List<PlainName> listed, Func<PlainName, PlainName, double> score) => listed.Max(name => score(asked, name));

    /// <summary>Other names, in other letters than the first one after case and signs.</summary>
    private static IEnumerable<string> Aliases(ShelfEntry entry)
    {
        var names = entry.Entry.Names.Select(name => (name.Text, PlainName.Of(name.Text).Sorted)).ToList();
        return names.Where((name, at) => at > 0 && names.Count(other => other.Sorted == name.Sorted) == 1).Select(name => name.Text);
    }
}
