using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The years in a date of birth as lists write it: "10 Dec 1948", "circa 1955 to 1960", "1951-1953", "00/00/1965", "1973-05", and "dd/mm/195y" for a decade, "dd/mm/19yy" for a century.</summary>
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

        return Year().Matches(text).Concat(Partly().Matches(text)).Select(year => new BirthYears(Filled(year.Value, "0"), Filled(year.Value, "9"), circa)).Distinct();
    }

    private static int Filled(string year, string digit) => int.Parse(year.Replace("y", digit, StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(18|19|20)\d\d(?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\d)(18|19|20)(\d|y)y(?![\dy])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Partly();

    [GeneratedRegex(@"(?<!\d)(?<from>(18|19|20)\d\d)\s*(to|and|-|–)\s*(circa |approximately )?(\d{1,2} )?([A-Z][a-z]{2} )?(?<to>(18|19|20)\d\d)(?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(circa|ca?\.|approx\w*|about)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Circa();
}
