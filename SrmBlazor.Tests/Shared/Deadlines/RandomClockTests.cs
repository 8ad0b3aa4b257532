using CsCheck;
using static SrmBlazor.Shared.Deadlines.Clocks;

namespace SrmBlazor.Shared.Deadlines;

/// <summary>The clocks against a simple-minded model that knows the law in another form: sets of days, and the first day on which enough are past.</summary>
public sealed class RandomClockTests
{
    private static readonly string[][] Raw =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "../../../../SrmBlazor/Shared/Deadlines/days-CN.csv")).Skip(1).Select(line => line.Split(','))];

    private static readonly HashSet<DateOnly> Off = [.. Raw.Where(cells => cells[1] == "off").Select(cells => Date(cells[0]))];
    private static readonly HashSet<DateOnly> Work = [.. Raw.Where(cells => cells[1] == "work").Select(cells => Date(cells[0]))];

    private static readonly (string Country, string? Part)[] Places = [("CN", null), ("XX", null), ("DE", null), ("GB", null), ("US", "CA"), ("SA", null)];

    private static readonly int?[] Extensions = [null, null, 1, 2, 3, 30, 45, 46];

    private static readonly Gen<Pause> Question =
        Gen.Select(Gen.Enum<PauseReason>(), Gen.Int[0, 60 * 1440], Gen.Int[0, 30 * 1440].Nullable(0.1)).Select((reason, from, length) =>
            new Pause(reason, DateTime.UnixEpoch.AddMinutes(from), length is { } minutes ? DateTime.UnixEpoch.AddMinutes(from + minutes) : null));

    private static readonly Gen<(DeadlineCase Asked, DateTime Now)> AnyCase =
        Gen.Select(Gen.Int[0, Places.Length - 1], Gen.Int[0, 8 * 365 * 1440], Question.Array[0, 3], Gen.Int[0, 40 * 1440].Nullable(0.2), Gen.Int[0, 40 * 1440].Nullable(0.2), Gen.Select(Gen.Int[0, Extensions.Length - 1], Gen.Int[0, 60 * 1440]), Gen.Int[0, 90 * 1440])
            .Select((place, at, questions, proved, clear, more, later) =>
            {
                var received = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(at);
                var extension = Extensions[more.Item1] is { } by ? new Extension(by, received.AddMinutes(more.Item2), received.AddMinutes(more.Item2)) : null;
                return (new DeadlineCase(Places[place].Country, received)
                {
                    Subdivision = Places[place].Part,
                    IdentityProvedOn = proved is { } known ? received.AddMinutes(known) : null,
                    ClearOn = clear is { } plain ? received.AddMinutes(plain) : null,
                    Pauses = [.. questions.Select(question => new Pause(question.Reason, received + (question.From - DateTime.UnixEpoch), question.To is { } to ? received + (to - DateTime.UnixEpoch) : null))],
                    Extension = extension,
                }, received.AddMinutes(later));
            });

    [Fact]
    public void Ten_thousand_clocks_agree_with_a_simple_minded_model() => AnyCase.Sample(one =>
    {
        var (promise, limit) = Law.Reckon(one.Asked, one.Now);

        Assert.Equal(Model.PromiseOf(one.Asked), promise.Due);
        Assert.Equal(Model.LimitOf(one.Asked, one.Now), limit.Due);
    }, iter: 10_000);

    [Fact]
    public void Every_explanation_accounts_for_each_day_once() => AnyCase.Sample(one =>
    {
        var clock = Law.Reckon(one.Asked, one.Now).Limit;

        Assert.Equal(Enumerable.Range(clock.From.DayNumber, clock.Due.DayNumber - clock.From.DayNumber + 1), clock.Days.Select(day => day.Date.DayNumber));
        Assert.Equal(Enumerable.Range(1, clock.Days.Count(day => day.IsCounted)), clock.Days.Where(day => day.IsCounted).Select(day => day.Number!.Value));
        Assert.All(clock.Days, day => Assert.Equal(day.Why is DayReason.Counted or DayReason.MadeUp, day.IsCounted));
        Assert.Equal(clock.Days.Count - 1, clock.Segments.Sum(segment => segment.To.DayNumber - segment.From.DayNumber + 1));
        Assert.Equal(clock.Days.Count(day => day.Pause is not null), clock.Segments.Where(segment => !segment.Counts).Sum(segment => segment.To.DayNumber - segment.From.DayNumber + 1));
        Assert.InRange(clock.Elapsed(one.Now), 0, 1);
    }, iter: 2_000);

    private static class Model
    {
        public static DateOnly PromiseOf(DeadlineCase asked) => FirstWith(15, Day(asked.ReceivedOn), IsWorkedInChina);

        public static DateOnly LimitOf(DeadlineCase asked, DateTime now)
        {
            var plain = Ends(asked, now, more: 0);
            var cap = asked.Country switch { "DE" or "GB" => 2, "US" => 45, "SA" => 30, _ => 0 };
            var extended = asked.Extension is { } extension && extension.By <= cap && Day(extension.ToldOn) <= plain;
            return extended ? Ends(asked, now, asked.Extension!.By) : plain;
        }

        private static DateOnly Ends(DeadlineCase asked, DateTime now, int more)
        {
            var paused = PausedDays(asked, now);
            var start = Day(StartOf(asked) ?? now);
            switch (asked.Country)
            {
                case "US":
                    return start.AddDays(45 + more);
                case "SA":
                    return start.AddDays(30 + more);
                case "DE" or "GB":
                    var nominal = FirstWith(MonthsLater(start, 1 + more).DayNumber - start.DayNumber, start, day => !paused.Contains(day));
                    return Enumerable.Range(0, 400).Select(nominal.AddDays).First(day => !paused.Contains(day) && !IsWeekend(day));
                default:
                    return FirstWith(15, start, day => IsWorkedInChina(day) && !paused.Contains(day));
            }
        }

        private static DateTime? StartOf(DeadlineCase asked) => asked.Country switch
        {
            "DE" or "US" or "SA" => asked.ReceivedOn,
            "GB" => asked.IdentityProvedOn,
            _ => asked.IdentityProvedOn is null || asked.ClearOn is null ? null : new[] { asked.IdentityProvedOn.Value, asked.ClearOn.Value }.Max(),
        };

        private static HashSet<DateOnly> PausedDays(DeadlineCase asked, DateTime now)
        {
            PauseReason[] lawful = asked.Country switch
            {
                "US" or "SA" => [],
                "DE" or "GB" => [PauseReason.Clarification],
                _ => [PauseReason.IdentityCheck, PauseReason.Clarification],
            };
            var days = new HashSet<DateOnly>();
            foreach (var pause in asked.Pauses.Where(pause => lawful.Contains(pause.Reason)))
            {
                for (var day = Day(pause.From).AddDays(1); day <= Day(pause.To ?? now); day = day.AddDays(1))
                {
                    days.Add(day);
                }
            }

            return days;
        }

        private static DateOnly FirstWith(int count, DateOnly start, Func<DateOnly, bool> counts) =>
            Enumerable.Range(1, 1000).Select(start.AddDays).Where(counts).Skip(count - 1).First();

        private static DateOnly MonthsLater(DateOnly start, int months)
        {
            var (year, month) = (start.Year + (start.Month - 1 + months) / 12, (start.Month - 1 + months) % 12 + 1);
            return new(year, month, Math.Min(start.Day, DateTime.DaysInMonth(year, month)));
        }

        private static bool IsWorkedInChina(DateOnly day) => Work.Contains(day) || (!IsWeekend(day) && !Off.Contains(day));

        private static bool IsWeekend(DateOnly day) => (int)day.DayOfWeek is 0 or 6;

        // Shanghai has had one offset since 1991
        private static DateOnly Day(DateTime instant) => DateOnly.FromDateTime(instant.AddHours(8));
    }
}
