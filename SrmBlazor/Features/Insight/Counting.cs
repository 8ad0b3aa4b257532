using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight;

/// <summary>Takes each group once and keeps counts alone, however many requests there are.</summary>
internal sealed class Counting(Period period)
{
    private static readonly (int From, int? To)[] Bands = [(0, 7), (8, 15), (16, 30), (31, 60), (61, null)];

    private readonly Tally total = new();
    private readonly SortedDictionary<DateOnly, Tally> steps = new(period.Steps.ToDictionary(step => step, _ => new Tally()));
    private readonly Dictionary<RequestKind, Tally> kinds = [];
    private readonly Dictionary<string, Tally> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<DenialGround, (int Wholly, int Partly)> grounds = [];
    private readonly Dictionary<RequestOutcome, int> outcomes = [];
    private readonly (int Open, int Late)[] ages = new (int, int)[Bands.Length];

    public void Add(Arrived arrived)
    {
        foreach (var tally in Of(arrived.Day, arrived.Kind, arrived.Region))
        {
            tally.Add(arrived);
        }
    }

    public void Add(Ended ended)
    {
        foreach (var tally in Of(ended.Day, ended.Kind, ended.Region))
        {
            tally.Add(ended);
        }

        outcomes[ended.Outcome] = outcomes.GetValueOrDefault(ended.Outcome) + ended.Count;
        if (ended is { Ground: { } ground } && ended.Outcome.IsAnswer())
        {
            var (wholly, partly) = grounds.GetValueOrDefault(ground);
            grounds[ground] = ended.Outcome == RequestOutcome.PartlyFulfilled ? (wholly, partly + ended.Count) : (wholly + ended.Count, partly);
        }
    }

    public void AddOpen(DateOnly receivedOn, DateOnly? dueOn, int count, DateOnly today)
    {
        var age = Math.Max(0, today.DayNumber - receivedOn.DayNumber);
        var at = Array.FindIndex(Bands, band => age <= (band.To ?? int.MaxValue));
        ages[at] = (ages[at].Open + count, ages[at].Late + (dueOn < today ? count : 0));
    }

    public Figures Figures(DateTime asOf) => new(
        period, asOf, total.Line, [.. steps.Select(step => new Part<DateOnly>(step.Key, step.Value.Line))], Parts(kinds), Parts(countries),
        [.. grounds.Select(ground => new GroundLine(ground.Key, ground.Value.Wholly, ground.Value.Partly)).OrderByDescending(line => line.Wholly + line.Partly).ThenBy(line => line.Ground)],
        [.. outcomes.OrderBy(outcome => outcome.Key).Select(outcome => new OutcomeLine(outcome.Key, outcome.Value))],
        [.. Bands.Zip(ages, (band, age) => new WaitBand(band.From, band.To, age.Open, age.Late))]);

    private Tally[] Of(DateOnly day, RequestKind kind, string region) => [total, steps[period.StepOf(day)], In(kinds, kind), In(countries, region.Split('-')[0])];

    private static Tally In<T>(Dictionary<T, Tally> tallies, T key)
        where T : notnull => tallies.TryGetValue(key, out var known) ? known : tallies[key] = new Tally();

    private static List<Part<T>> Parts<T>(Dictionary<T, Tally> tallies)
        where T : notnull => [.. tallies.Select(tally => new Part<T>(tally.Key, tally.Value.Line)).OrderByDescending(part => part.Line.Received + part.Line.Answered).ThenBy(part => part.Of)];
}
