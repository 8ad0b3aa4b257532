using System.Globalization;
using System.Text.RegularExpressions;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Policies.Lint;

internal enum ClockUnit
{
    /// <summary>A number without a unit of time, such as an age.</summary>
    Plain,
    Hours,
    Days,
    WorkingDays,
    Months,
    Years,
}

/// <summary>A number that a text names, with its unit where it counts time. The same in both languages.</summary>
internal sealed partial record Clock(int Count, ClockUnit Unit)
{
    /// <summary>How long it is at least, to compare terms in different units.</summary>
    public int Days => Unit switch
    {
        ClockUnit.Plain => 0,
        ClockUnit.Hours => Count / 24,
        ClockUnit.Days or ClockUnit.WorkingDays => Count,
        ClockUnit.Months => Count * 30,
        ClockUnit.Years => Count * 365,
    };

    public static Clock Of(TimeSpan term) =>
        term.Days % 365 == 0 ? new Clock(term.Days / 365, ClockUnit.Years) : new Clock(term.Days, ClockUnit.Days);

    public static Clock Of(Retention term) =>
        term.Years > 0 ? new Clock(term.Years, ClockUnit.Years) : new Clock(term.Days, ClockUnit.Days);

    /// <summary>Every number of a text; those of placeholders, marks, anchors and links are none.</summary>
    public static IReadOnlyList<Clock> In(string markdown) =>
    [
        .. Number().Matches(Machinery().Replace(markdown, "")).Select(match => new Clock(int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), UnitOf(match.Groups["unit"].Value)))
            .OrderBy(clock => clock.Unit).ThenBy(clock => clock.Count),
    ];

    public override string ToString() => Unit == ClockUnit.Plain ? $"{Count}" : $"{Count} {Unit}";

    private static ClockUnit UnitOf(string word) => word switch
    {
        "hour" or "小时" => ClockUnit.Hours,
        "day" or "天" => ClockUnit.Days,
        "working day" or "个工作日" => ClockUnit.WorkingDays,
        "month" or "个月" => ClockUnit.Months,
        "year" or "年" => ClockUnit.Years,
        _ => ClockUnit.Plain,
    };

    [GeneratedRegex(@"(?<count>\d{1,9})(\s?(?<unit>working day|day|hour|month|year|个工作日|天|小时|个月|年))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\{\{[^}]*\}\}|\[\[[^\]]*\]\]|\{#[^}]*\}|\]\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Machinery();
}
