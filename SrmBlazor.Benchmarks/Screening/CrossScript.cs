using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;
using SrmBlazor.Features.Screening.Matching.Scripts;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>
/// Names in their own script, looked for among names in Latin letters: those that the UN gives for the names of its own entries, all others in its list, which may be
/// aliases that stand there in no Latin letters, and pairs of our own making, each of whose spellings stands as a party of its own among the real ones.
/// </summary>
internal static class CrossScript
{
    private const int First = 5;
    private const string Un = "UN list, listed names";
    private const string UnAliases = "UN list, aliases";
    private const string Own = "our own";

    private sealed record Place(string Set, Script Script, int Rank, double Score);

    public static void Print(Material material, Report report)
    {
        List<(string Set, string Name, string Key)> asked =
        [
            .. Material.UnOriginals().Select(name => (Un, name.Original, name.Key)),
            .. material.Un.Where(ListedParties.IsCompared).SelectMany(entry => entry.Entry.Names.Where(name => name.OriginalScript), (entry, name) => (UnAliases, name.Text, entry.Key))
                .Except(Material.UnOriginals().Select(name => (UnAliases, name.Original, name.Key))),
        ];
        List<ListedParty> parties = [.. material.Persons.Select(InLatin).OfType<ListedParty>()];
        foreach (var (original, spelling) in new[] { AuthoredNames.Cyrillic, AuthoredNames.Arabic, AuthoredNames.Hangul, AuthoredNames.Han }.SelectMany(AuthoredNames.Pairs))
        {
            parties.Add(new($"own/{parties.Count}", spelling));
            asked.Add((Own, original, parties[^1].Id));
        }

        var index = NameIndex.Build(parties);
        var places = asked.ConvertAll(one =>
        {
            var found = index.Search(new(one.Name), 0.3);
            var rank = found.TakeWhile(match => match.Party.Id != one.Key).Count();
            return new Place(one.Set, Alphabets.Of(one.Name.First(char.IsLetter)), rank, rank < found.Count ? found[rank].Score : 0);
        });
        var sets = places.Where(place => place.Script is Script.Cyrillic or Script.Arabic or Script.Hangul or Script.Han).GroupBy(place => (place.Script, place.Set)).OrderBy(set => set.Key.Script).ThenByDescending(set => set.Key.Set)
            .Select(set => (set.Key, AtFloor: Share.Count(set, place => place.Score >= Engine.ReviewFloor), FirstFive: Share.Count(set, place => place.Rank < First))).ToList();
        Report.Table($"Names in original script among {index.Names:N0} names in Latin letters", $"script | of | at {Report.Number(Engine.ReviewFloor, "0.00")} | among the first five",
            sets.Select(set => $"{set.Key.Script} | {set.Key.Set} | {set.AtFloor} | {set.FirstFive}"));

        foreach (var (script, least, which) in new[] { (Script.Cyrillic, 0.99, Un), (Script.Arabic, 0.85, Un), (Script.Cyrillic, 0.99, Own), (Script.Arabic, 0.85, Own), (Script.Hangul, 0.90, Own), (Script.Han, 0.95, Own) })
        {
            var (_, atFloor, firstFive) = sets.Single(set => set.Key == (script, which));
            var share = script == Script.Hangul ? firstFive : atFloor;
            report.Goal($"{script}, {which} ≥ {Report.Percent(least)}{(script == Script.Hangul ? " among the first five" : "")}", $"{Report.Percent(share.Value)} of {share.Of}", share.Value >= least);
        }
    }

    private static ListedParty? InLatin(ShelfEntry entry) =>
        entry.Entry.Names.Where(name => !name.OriginalScript).ToList() is { Count: > 0 } latin ? ListedParties.Of(entry with { Entry = entry.Entry with { Names = latin } }) : null;
}
