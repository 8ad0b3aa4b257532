using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The years in a date of birth as lists write it: "10 Dec 1948", "circa 1955 to 1960", "1951-1953", "00/00/1965", "1973-05".</summary>
internal static partial class BirthText
{
    public static IEnumerable<BirthYears> Read(string text)
    {
        var circa = Circa().IsMatch(text);
        var range = Range().Match(text);
        if (range.Success && int.Parse(range.Groups["from"].ValueSpan, CultureInfo.InvariantCulture) is var from && int.Parse(range.Groups["to"].ValueSpan, CultureInfo.InvariantCulture) is var to && from <= to)
        {
            return [new(from, to, circa)];
        }

        return Year().Matches(text).Select(year => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture)).Distinct().Select(year => new BirthYears(year, year, circa));
    }

    [GeneratedRegex(@"(?<!\d)(18|19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)(?<from>(18|19|20)\d\d)\s*(to|and|-|–)\s*(circa |approximately )?(\d{1,2} )?([A-Z][a-z]{2} )?(?<to>(18|19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(circa|ca?\.|approx\w*|about)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Circa();
}
