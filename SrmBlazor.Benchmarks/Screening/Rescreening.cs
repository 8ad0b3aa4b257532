using SrmBlazor.Benchmarks.Apps;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Benchmarks.Screening;

/// <summary>
/// Ten thousand invented people when OFAC's list of 19 April 2024 becomes that of 3 May: everybody against the whole new list, or everybody against
/// what changed, with the rest of what was found before. Both with the rarity of words of one version, without which scores would drift.
/// </summary>
internal static class Rescreening
{
    public const int People = 10_000;

    private sealed record Hit(int Person, string Party, string Name, double Score);

    public static void Print(Material material, Report report)
    {
        var people = Invented(material, new Random(29));
        var (before, after) = (material.Earlier.Where(ListedParties.IsCompared).ToList(), material.Ofac.Where(ListedParties.IsCompared).ToList());
        var old = NameIndex.Build([.. before.Select(ListedParties.Of)]);
        var known = Search(old, people);

        // once without a watch
        Search(NameIndex.Build([.. after.Take(500).Select(ListedParties.Of)], old.Rarity), people.Take(500));
        var (full, fullTook) = Watched(() => Search(NameIndex.Build([.. after.Select(ListedParties.Of)], old.Rarity), people));
        var (delta, deltaTook) = Watched(() =>
        {
            var diff = ListDiff.Between([.. before.Select(entry => entry.Entry)], [.. after.Select(entry => entry.Entry)]);
            var gone = diff.Removed.Concat(diff.Changed.Select(change => change.Before)).Select(entry => new ShelfEntry(ListSource.OfacSdn, entry).Key).ToHashSet(StringComparer.Ordinal);
            List<ShelfEntry> come = [.. diff.Added.Concat(diff.Changed.Select(change => change.After)).Select(entry => new ShelfEntry(ListSource.OfacSdn, entry))];
            return known.Where(hit => !gone.Contains(hit.Party)).Concat(Search(NameIndex.Build([.. come.Select(ListedParties.Of)], old.Rarity), people)).ToList();
        });

        var isSame = full.ToHashSet().SetEquals(delta) && full.Count == delta.Count;
        var ratio = fullTook / deltaTook;
        Report.Table($"{People:N0} invented people, OFAC's list of 19 April 2024 → 3 May 2024 ({before.Count:N0} → {after.Count:N0} persons); one core", "rescreened | hits | seconds of the processor",
            [$"against the whole list | {full.Count:N0} | {Report.Number(fullTook, "0.00")}", $"against what changed | {delta.Count:N0} | {Report.Number(deltaTook, "0.00")}"]);
        Console.WriteLine();
        Console.WriteLine($"{full.Except(known).Count():N0} hits are new and {known.Except(full).Count():N0} are gone. The whole list takes {Report.Number(ratio, "0.0")} times as long.");
        report.Goal("delta rescreen = full rescreen", isSame ? $"{full.Count:N0} hits in both" : $"{full.Except(delta).Count()} and {delta.Except(full).Count()} differ", isSame);
    }

    private static List<Hit> Search(NameIndex index, IEnumerable<Query> people) =>
        [.. people.SelectMany((person, at) => index.Search(person, Engine.ReviewFloor).Select(match => new Hit(at, match.Party.Id, match.Name.Text, match.Score)))];

    private static (T Result, double Seconds) Watched<T>(Func<T> work)
    {
        GC.Collect();
        var began = ThreadClock.Now;
        var result = work();
        return (result, (ThreadClock.Now - began) / 1_000);
    }

    /// <summary>Given names and surnames of unlisted people put together anew; one in twenty bears a listed name, misspelt.</summary>
    public static List<Query> Invented(Material material, Random random)
    {
        var rows = Material.Rows("queries-unlisted-us.csv").Concat(Material.Rows("queries-unlisted-global.csv")).ToList();
        string[] nationalities = ["CN", "RU", "UA", "US", "DE", "IR", "MX", "KP"];
        var listed = material.Ofac.Where(ListedParties.IsCompared).SelectMany(entry => entry.Entry.Names).Select(name => name.Text).ToArray();
        return [.. Enumerable.Range(0, People).Select(number => new Query(
            number % 20 == 0 ? Times.Misspelt(listed[random.Next(listed.Length)], random) : $"{rows[random.Next(rows.Count)]["first_name"]} {rows[random.Next(rows.Count)]["last_name"]}",
            random.Next(2) == 0 ? nationalities[random.Next(nationalities.Length)] : null,
            random.Next(2) == 0 ? 1940 + random.Next(65) : null))];
    }
}
