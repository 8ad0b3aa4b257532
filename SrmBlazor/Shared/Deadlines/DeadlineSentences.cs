using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Shared.Deadlines;

/// <summary>A clock in words, in the language of whoever reads.</summary>
public sealed class DeadlineSentences(IStringLocalizer<DeadlineTexts> texts)
{
    /// <summary>Names as China's papers give them, and the keys of our texts.</summary>
    private static readonly Dictionary<string, string> Holidays = new(StringComparer.Ordinal)
    {
        ["元旦"] = "NewYear",
        ["春节"] = "SpringFestival",
        ["清明节"] = "QingMing",
        ["劳动节"] = "LabourDay",
        ["端午节"] = "DragonBoat",
        ["中秋节"] = "MidAutumn",
        ["国庆节"] = "NationalDay",
    };

    /// <summary>Both clocks, for staff.</summary>
    public string Of(Reckoning reckoning) => string.Join(texts["Between"], Promise(reckoning.Promise), Limit(reckoning.Limit));

    public string Promise(DeadlineClock clock) => texts["Reckoning.Promise", Of(clock)];

    public string Limit(DeadlineClock clock) => texts["Reckoning.Limit", Of(clock), Region(clock.Rule.Region)];

    /// <summary>When it is due, and what made the day the one it is.</summary>
    public string Of(DeadlineClock clock) => string.Join(texts["Between"], Parts(clock));

    public string Day(DateOnly date) => date.ToString(texts["Day"], CultureInfo.CurrentCulture);

    public string Amount(DeadlineUnit unit, int count) => count == 1 ? texts[$"Unit.{unit}.One"] : texts[$"Unit.{unit}.Many", count];

    public string Region(string region) => texts[$"Region.{region}"] is { ResourceNotFound: false } known ? known : Countries.NameOf(region, CultureInfo.CurrentUICulture);

    /// <summary>What a rule rests on; a source that nobody translated stays as the table has it.</summary>
    public string Source(DeadlineRule rule) => texts[$"Source.{rule.Source}"] is { ResourceNotFound: false } known ? known : rule.Source;

    /// <summary>The name of a statutory day in the reader's language; one that nobody translated stays as published.</summary>
    public string Holiday(string name) => string.Join(texts["List"], name.Split('、').Select(one => Holidays.TryGetValue(one, out var key) ? texts[$"Holiday.{key}"].Value : one));

    public string Reason(PauseReason reason) => texts[$"Pause.{reason}"];

    /// <summary>Why a day counted or did not.</summary>
    public string Why(ClockDay day) =>
        texts[$"Why.{day.Why}", day.Number ?? 0, day.Holiday is { } name ? Holiday(name) : "", day.Pause is { } reason ? Reason(reason) : ""];

    /// <summary>What a mark among the clock's days means.</summary>
    public string Legend(DayReason why, DeadlineClock clock) => why switch
    {
        DayReason.Holiday => texts["Legend.Holiday", List(On(clock, why).Select(day => Holiday(day.Holiday!)))],
        DayReason.Paused => texts["Legend.Paused", List(On(clock, why).Select(day => Reason(day.Pause!.Value)))],
        DayReason.Start or DayReason.Counted or DayReason.MadeUp or DayReason.Weekend or DayReason.Rolled => texts[$"Legend.{why}"],
    };

    public string NotLawful(PauseVerdict verdict) => texts["Pause.NotLawful", Region(verdict.Rule.Region), Reason(verdict.Reason), Source(verdict.Rule)];

    public string Verdict(ExtensionVerdict verdict, DeadlineRule rule) =>
        texts[$"Extension.{verdict}", Region(rule.Region), rule.Extension is { } cap ? Amount(rule.Unit, cap) : ""];

    public string Problem(FactProblem problem) => texts[$"Problem.{problem.Fault}", problem.Line, problem.Column, problem.Cell];

    private IEnumerable<string> Parts(DeadlineClock clock)
    {
        yield return texts[$"Clock.{clock.State}", Day(clock.Due), Amount(clock.Rule.Unit, clock.Rule.Count), Day(clock.From)];
        if (clock.IsExtended)
        {
            yield return texts["Clock.Extended", Amount(clock.Rule.Unit, clock.ExtendedBy)];
        }

        if (On(clock, DayReason.Holiday) is { Count: > 0 } off)
        {
            yield return texts["Clock.Off", off.Count, List(off.Select(day => Holiday(day.Holiday!)))];
        }

        if (On(clock, DayReason.MadeUp) is { Count: > 0 } worked)
        {
            yield return texts["Clock.MadeUp", worked.Count];
        }

        if (On(clock, DayReason.Paused) is { Count: > 0 } stood)
        {
            yield return texts["Clock.Stood", stood.Count, List(stood.Select(day => Reason(day.Pause!.Value)))];
        }

        if (On(clock, DayReason.Rolled) is [var rolled, ..])
        {
            yield return texts["Clock.Rolled", Day(rolled.Date.AddDays(-1))];
        }

        if (clock.IsProvisional)
        {
            yield return texts["Clock.Provisional", List(clock.MissingYears.Select(year => year.ToString(CultureInfo.InvariantCulture)))];
        }
    }

    private static List<ClockDay> On(DeadlineClock clock, DayReason why) => [.. clock.Days.Where(day => day.Why == why)];

    private string List(IEnumerable<string> names) => string.Join(texts["List"], names.Distinct(StringComparer.Ordinal));
}
