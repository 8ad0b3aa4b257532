using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>A half year of which everything is known: how many of each smallest sort, what each published sort is made of, and the figures that staff see.</summary>
/// <param name="Sorts">Each sort that could be published, with the numbers of its smallest sorts.</param>
internal sealed record Invented(Figures Figures, IReadOnlyList<(string Name, int[] Parts, int Count)> Sorts, int Smallest)
{
    private static readonly DateOnly Day = new(2026, 2, 3);

    private static readonly RequestKind[] Kinds = Enum.GetValues<RequestKind>();

    private static readonly DenialGround[] Grounds = Enum.GetValues<DenialGround>();

    /// <summary>The kinds received; given effect; unanswered; denied wholly by each ground; denied in part by each ground.</summary>
    public static Invented Of(Random random)
    {
        var smallest = new int[Kinds.Length + 2 + 2 * Grounds.Length];
        var scale = random.Next(3) == 0 ? 400 : 40;
        var sparse = random.Next(2, 6);
        for (var at = 0; at < smallest.Length; at++)
        {
            smallest[at] = random.Next(sparse) > 0 ? 0 : random.Next(3) == 0 ? random.Next(scale) : random.Next(12);
        }

        var counting = new Counting(Period.Between(Day, Day, Day));
        foreach (var (at, kind) in Kinds.Index())
        {
            counting.Add(new Arrived(Day, kind, "CN", smallest[at]));
        }

        Add(counting, RequestOutcome.Fulfilled, null, smallest[Given]);
        Add(counting, random.Next(2) == 0 ? RequestOutcome.Withdrawn : RequestOutcome.Expired, null, smallest[Unanswered]);
        foreach (var (at, ground) in Grounds.Index())
        {
            Add(counting, random.Next(2) == 0 ? RequestOutcome.Refused : RequestOutcome.NoDataHeld, ground, smallest[Wholly(at)]);
            Add(counting, RequestOutcome.PartlyFulfilled, ground, smallest[Partly(at)]);
        }

        var grounds = Enumerable.Range(0, Grounds.Length).ToList();
        List<(string Name, int[] Parts)> sorts =
        [
            .. Kinds.Select((kind, at) => ($"received {kind}", new[] { at })),
            ($"ended {PublishedFigures.Given}", [Given]), ($"ended {PublishedFigures.Unanswered}", [Unanswered]), ($"ended {PublishedFigures.DeniedPart}", [.. grounds.Select(Wholly), .. grounds.Select(Partly)]),
            ($"denied {PublishedFigures.Wholly}", [.. grounds.Select(Wholly)]), ($"denied {PublishedFigures.Partly}", [.. grounds.Select(Partly)]),
            .. Grounds.Select((ground, at) => ($"grounds {ground}", new[] { Wholly(at), Partly(at) })),
        ];
        return new Invented(counting.Figures(DateTime.UnixEpoch), [.. sorts.Select(sort => (sort.Name, sort.Parts, sort.Parts.Sum(at => smallest[at])))], smallest.Length);
    }

    private static int Given => Kinds.Length;

    private static int Unanswered => Kinds.Length + 1;

    private static int Wholly(int ground) => Kinds.Length + 2 + ground;

    private static int Partly(int ground) => Kinds.Length + 2 + Grounds.Length + ground;

    private static void Add(Counting counting, RequestOutcome outcome, DenialGround? ground, int count)
    {
        if (count > 0)
        {
            counting.Add(new Ended(Day, RequestKind.Other, "CN", outcome, ground, 1, Day, count));
        }
    }
}

/// <summary>Everything that adding and subtracting published numbers can lead to: what lies in the space that their sums span.</summary>
internal sealed class Attack
{
    private const long Prime = 1_000_000_007;

    private readonly List<long[]> rows = [];
    private readonly int width;

    public Attack(PublishedFigures published, Invented known)
    {
        width = known.Smallest;
        Learn(known, "received", published.Received);
        Learn(known, "ended", published.Ended);
        Learn(known, "denied", published.Denied);
        Learn(known, "grounds", published.Grounds);
    }

    public List<int> Numbers { get; } = [];

    public bool Knows(int[] parts) => Reduced(Vector(parts)).All(value => value == 0);

    private void Learn(Invented known, string list, Shares? shares)
    {
        if (shares?.Total is not { } total)
        {
            return;
        }

        var sorts = known.Sorts.Where(sort => sort.Name.StartsWith($"{list} ", StringComparison.Ordinal)).ToList();
        var others = sorts.Where(sort => !shares.Shows(sort.Name[(list.Length + 1)..])).ToList();
        Numbers.AddRange([total, .. shares.Shown.Select(share => share.Count), .. shares.Rest is { } rest ? [rest] : Array.Empty<int>()]);
        Keep([.. sorts.SelectMany(sort => sort.Parts).Distinct()]);
        sorts.Except(others).ToList().ForEach(sort => Keep(sort.Parts));
        if (shares.Rest is not null)
        {
            Keep([.. others.SelectMany(sort => sort.Parts).Distinct()]);
            return;
        }

        // where nothing is left, everything that is not shown is known to be none
        others.SelectMany(sort => sort.Parts).ToList().ForEach(part => Keep([part]));
    }

    private void Keep(int[] parts)
    {
        var row = Reduced(Vector(parts));
        if (Array.FindIndex(row, value => value != 0) is >= 0 and var lead)
        {
            var inverse = Inverse(row[lead]);
            rows.Add([.. row.Select(value => value * inverse % Prime)]);
        }
    }

    private long[] Reduced(long[] row)
    {
        foreach (var known in rows)
        {
            var factor = row[Array.FindIndex(known, value => value != 0)];
            for (var at = 0; factor != 0 && at < width; at++)
            {
                row[at] = (row[at] + (Prime - factor) * known[at]) % Prime;
            }
        }

        return row;
    }

    private long[] Vector(int[] parts)
    {
        var row = new long[width];
        Array.ForEach(parts, part => row[part] = 1);
        return row;
    }

    private static long Inverse(long value)
    {
        var (result, power) = (1L, value);
        for (var left = Prime - 2; left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? result * power % Prime : result;
            power = power * power % Prime;
        }

        return result;
    }
}
