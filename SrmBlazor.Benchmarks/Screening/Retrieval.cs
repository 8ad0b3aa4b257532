using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>Whether people who are on a list are found there, and how many who are not raise an alarm.</summary>
internal static class Retrieval
{
    /// <summary>The other methods compare with every name and are asked every fourth of the unlisted only.</summary>
    private const int Every = 4;

    public static void Print(Material material, Report report)
    {
        var (listed, us, global) = (Material.Names("queries-listed.csv"), Material.Names("queries-unlisted-us.csv"), Material.Names("queries-unlisted-global.csv"));
        var persons = NameIndex.Build([.. material.Persons.Select(ListedParties.Of)]);
        var everybody = NameIndex.Build([.. material.Un.Concat(material.Ofac).Select(ListedParties.Of)]);
        var plain = material.Persons.SelectMany(entry => entry.Entry.Names.Select(name => PlainName.Of(name.Text))).Distinct().ToList();
        var ofUn = material.Un.Where(ListedParties.IsCompared).SelectMany(entry => entry.Entry.Names.Select(name => PlainName.Of(name.Text))).Distinct().ToList();

        // all listed ones are of the UN list: finding somebody of another does not count
        (string Name, Share Found, Share Us, Share Global) Ours(string name, NameIndex index) => (name,
            Share.Count(listed, one => index.Search(new(one), Engine.ReviewFloor).Any(match => match.Party.Id.StartsWith("un/", StringComparison.Ordinal))),
            Share.Count(us, one => index.Search(new(one), Engine.ReviewFloor).Count > 0), Share.Count(global, one => index.Search(new(one), Engine.ReviewFloor).Count > 0));
        (string Name, Share Found, Share Us, Share Global) Theirs(string name, Func<PlainName, PlainName, double> score) => (name,
            Share.Count(listed, Hits(ofUn, score)), Share.Count(us.Where((_, at) => at % Every == 0), Hits(plain, score)), Share.Count(global.Where((_, at) => at % Every == 0), Hits(plain, score)));

        var ours = Ours("ours, persons of both lists", persons);
        (string Name, Share Found, Share Us, Share Global)[] rows =
            [ours, Ours("ours, also firms and ships", everybody), Theirs("Jaro-Winkler, words sorted", Reference.SortedJaroWinkler), Theirs("OFAC style", Reference.OfacStyle)];
        Report.Table($"At {Report.Number(Engine.ReviewFloor, "0.00")} over the OFAC and UN lists ({persons.Names:N0} names of persons, {everybody.Names:N0} with firms and ships)",
            "method | listed people found | alarms on unlisted, US | alarms on unlisted, global", rows.Select(row => $"{row.Name} | {row.Found} | {row.Us} | {row.Global}"));
        report.Goal("≥ 99.4 % of listed people found", Report.Percent(ours.Found.Value), ours.Found.Value >= 0.994);
        report.Goal("≤ 0.5 % alarms on unlisted people, US and global", $"{Report.Percent(ours.Us.Value)} and {Report.Percent(ours.Global.Value)}", ours.Us.Value <= 0.005 && ours.Global.Value <= 0.005);
    }

    private static Func<string, bool> Hits(List<PlainName> names, Func<PlainName, PlainName, double> score) => asked =>
    {
        var plain = PlainName.Of(asked);
        return names.Exists(name => score(plain, name) >= Engine.ReviewFloor);
    };
}
