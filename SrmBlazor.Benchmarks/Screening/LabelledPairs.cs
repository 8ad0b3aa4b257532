using System.Globalization;
using SrmBlazor.Benchmarks.Rows;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>Labelled pairs of names: told apart by ours, by OpenSanctions' logic-v2 whose scores come with the pairs, and by two public methods.</summary>
internal static class LabelledPairs
{
    private sealed record Pair(bool IsPerson, bool IsMatch, double[] Scores);

    private static readonly (string Name, double Threshold)[] Methods =
        [("ours", Engine.PairThreshold), ("logic-v2", 0.70), ("Jaro-Winkler, words sorted", Reference.JaroWinklerThreshold), ("OFAC style", Reference.OfacThreshold)];

    public static void Print(Report report)
    {
        // the rows that logic-v2 has a score for are the ones that all are measured on
        var pairs = Material.Rows("pairs.csv").Where(row => row["logic_v2_score"].Length > 0).Select(row =>
        {
            var (one, other) = (PlainName.Of(row["name1"]), PlainName.Of(row["name2"]));
            return new Pair(row["schema"] == "Person", row["is_match"] == "true",
            [
                PairScore.Of(row["name1"], row["name2"]), double.Parse(row["logic_v2_score"], CultureInfo.InvariantCulture),
                Reference.SortedJaroWinkler(one, other), Math.Max(Reference.OfacStyle(one, other), Reference.OfacStyle(other, one)),
            ]);
        }).ToList();
        Print("persons", [.. pairs.Where(pair => pair.IsPerson)]);
        Print("persons, firms and ships", pairs);

        var (ours, theirs) = (F1([.. pairs.Where(pair => pair.IsPerson)], 0, Methods[0].Threshold), F1([.. pairs.Where(pair => pair.IsPerson)], 1, Methods[1].Threshold));
        report.Goal("F1 of persons above logic-v2's", $"{Report.Number(ours)} against {Report.Number(theirs)}", ours > theirs);
    }

    private static void Print(string of, List<Pair> pairs) => Report.Table($"Labelled pairs, {of}", "method | threshold | precision | recall | F1 | best F1 | at", Methods.Select((method, at) =>
    {
        var said = pairs.Where(pair => pair.Scores[at] >= method.Threshold);
        var (best, where) = pairs.Select(pair => pair.Scores[at]).Distinct().Select(threshold => (F1(pairs, at, threshold), threshold)).Max();
        return $"{method.Name} | {Report.Number(method.Threshold, "0.00")} | {Share.Count(said, pair => pair.IsMatch)} | {Share.Count(pairs.Where(pair => pair.IsMatch), pair => pair.Scores[at] >= method.Threshold)} | "
            + $"{Report.Number(F1(pairs, at, method.Threshold))} | {Report.Number(best)} | {Report.Number(where, "0.00")}";
    }));

    private static double F1(List<Pair> pairs, int method, double threshold)
    {
        var right = pairs.Count(pair => pair.IsMatch && pair.Scores[method] >= threshold);
        return 2.0 * right / (pairs.Count(pair => pair.IsMatch) + pairs.Count(pair => pair.Scores[method] >= threshold));
    }
}
