using System.Collections.Concurrent;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>
/// Finds the readings that can reach a floor, and scores them as the full comparison does. For each reading of the list that shares a near
/// word with the query it adds up the most that the words of either side could be answered; with that, <see cref="Costs"/> gives a bound,
/// because a score rises with what is answered and falls with what is left. Where words may be written together no bound is asked.
/// </summary>
internal sealed class ReadingSearch
{
    /// <summary>Sums are taken in another order than the score's; a hair's breadth keeps the bound above it.</summary>
    private const double Hair = 1e-6;

    private readonly Vocabulary vocabulary;
    private readonly List<ListedReading> readings;
    private readonly Posting[][] postings;
    private readonly Dictionary<string, List<int>> byRunSound = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Bench> benches = [];

    public ReadingSearch(Vocabulary vocabulary, List<ListedReading> readings)
    {
        (this.vocabulary, this.readings) = (vocabulary, readings);
        var gathered = new List<Posting>[vocabulary.Count];
        for (var number = 0; number < readings.Count; number++)
        {
            var reading = readings[number];
            for (var at = 0; at < reading.Words.Length; at++)
            {
                (gathered[reading.Words[at]] ??= []).Add(new Posting(number, (float)reading.Weights[at]));
            }

            foreach (var run in reading.Reading.Runs)
            {
                if (!byRunSound.TryGetValue(run.Sound, out var numbers))
                {
                    byRunSound.Add(run.Sound, numbers = []);
                }

                if (numbers.Count == 0 || numbers[^1] != number)
                {
                    numbers.Add(number);
                }
            }
        }

        postings = [.. gathered.Select(list => list.ToArray())];
    }

    public List<(ListedReading Listed, Reading Asked, double Score)> Find(PreparedName asked, Rarity rarity, double floor)
    {
        var found = new List<(ListedReading, Reading, double)>();
        var bench = benches.TryTake(out var free) ? free : new Bench(readings.Count, vocabulary.Count);
        foreach (var reading in asked.Readings)
        {
            Find(reading, Weights.Of(reading, rarity), floor, bench, found);
        }

        benches.Add(bench);
        return found;
    }

    private void Find(Reading asked, double[] weights, double floor, Bench bench, List<(ListedReading, Reading, double)> found)
    {
        bench.Clear(asked.Words.Length);
        for (var at = 0; at < asked.Words.Length; at++)
        {
            foreach (var near in vocabulary.FindNear(asked.Words[at].Word, bench.Candidates))
            {
                bench.Remember(near, at);
                foreach (var posting in postings[near.Word])
                {
                    bench.Add(posting, at, weights[at], near.Nearness);
                }
            }
        }

        TakeJoined(asked, bench);
        var whole = weights.Sum();
        foreach (var number in bench.Touched)
        {
            var listed = readings[number];
            if (asked.CanMeet(listed.Reading) && (bench.IsJoined(number) || Bound(bench, number, whole, listed.Weight, Costs.Between(asked, listed.Reading)) >= floor - Hair))
            {
                var score = Alignment.Score(asked, weights, listed.Reading, listed.Weights, null, (i, j) => bench.Nearness(listed.Words[j], i), null);
                if (score > 0)
                {
                    found.Add((listed, asked, score));
                }
            }
        }
    }

    private void TakeJoined(Reading asked, Bench bench)
    {
        foreach (var number in asked.Words.SelectMany(word => word.Word.Kind == ReadingKind.Plain && !word.Word.FromArabic && byRunSound.TryGetValue(word.Word.Spellings[0].Sound, out var numbers) ? numbers : []))
        {
            bench.Join(number);
        }

        foreach (var posting in asked.Runs.SelectMany(run => vocabulary.WithSound(run.Sound)).SelectMany(word => postings[word]))
        {
            bench.Join(posting.Reading);
        }
    }

    private static double Bound(Bench bench, int number, double askedWeight, double listedWeight, Costs costs)
    {
        var (asked, listed) = (bench.Asked(number), bench.Listed(number));
        var (askedAnswered, listedAnswered) = (Math.Min(asked.Answered, askedWeight), Math.Min(listed.Answered, listedWeight));
        var near = Math.Min((askedAnswered + listedAnswered) / 2, (asked.Near + listed.Near) / 2);
        return costs.Score(near, near, askedWeight - askedAnswered, listedWeight - listedAnswered);
    }
}
