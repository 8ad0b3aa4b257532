using System.Globalization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>A year of birth and whether it fits the age band. Only the year is known, so an age is an interval; its cautious end decides.</summary>
public static class BirthYear
{
    public const int Earliest = 1900;

    /// <summary>The year, also typed with full-width digits; null when it is none.</summary>
    public static int? Read(string? typed) =>
        TypedText.ToPlain(typed) is { Length: 4 } plain && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <returns>The key of the sentence that says what is wrong, and its argument; null when nothing.</returns>
    public static (string Key, int Argument)? Problem(string typed, Answers answers, Ages ages, DateOnly today)
    {
        if (Read(typed) is not { } year)
        {
            return ("BirthYear.NotAYear", today.Year - 35);
        }

        var childUnder = ages.ChildUnder(answers.Country);
        var majority = ages.Majority(answers.Country);
        var child = answers.AgeBand == nameof(AgeBand.Child);
        return 0 switch
        {
            _ when year > today.Year => ("BirthYear.Future", 0),
            _ when year < Earliest => ("BirthYear.TooEarly", Earliest),
            _ when child && Ages.Youngest(year, today) >= childUnder => ("BirthYear.IsAdult", childUnder),
            _ when !child && Ages.Youngest(year, today) < childUnder => ("BirthYear.Child", childUnder),
            _ when answers.AgeBand == nameof(AgeBand.Adult) && Ages.Oldest(year, today) < majority => ("BirthYear.NotAdult", majority),
            _ when answers.AgeBand == nameof(AgeBand.UnderEighteen) && Ages.Youngest(year, today) >= majority => ("BirthYear.IsAdult", majority),
            _ => null,
        };
    }
}
