using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>The edges of every region's ages, on the days on which ages are counted wrongly.</summary>
public sealed class AgeEdgesTests
{
    private static readonly Ages Ages = Ages.OfThisProgram();

    private static readonly string?[] Regions = ["CN", "US", "GB", "KR", "DE", "AT", "BE", "CZ", "FR", "NL", "PL", "BR", null];

    private static readonly DateOnly[] Days =
    [
        new(2026, 12, 31), new(2027, 1, 1), new(2027, 2, 28), new(2027, 3, 1), new(2028, 2, 28), new(2028, 2, 29), new(2028, 3, 1), new(2028, 12, 31),
    ];

    public static TheoryData<string?, DateOnly> Everywhere()
    {
        var all = new TheoryData<string?, DateOnly>();
        foreach (var (region, day) in Regions.SelectMany(region => Days.Select(day => (region, day))))
        {
            all.Add(region, day);
        }

        return all;
    }

    [Theory, MemberData(nameof(Everywhere))]
    [Promise("P-7-02", "P-7-04")]
    public void On_the_birthday_an_age_is_reached_and_on_the_day_before_it_is_not(string? region, DateOnly today)
    {
        foreach (var limit in (int[])[Ages.ChildUnder(region), Ages.Majority(region)])
        {
            var birth = today.AddYears(-limit);

            Assert.Equal((limit, limit, limit - 1), (Ages.AgeOn(birth.AddDays(-1), today), Ages.AgeOn(birth, today), Ages.AgeOn(birth.AddDays(1), today)));
        }
    }

    [Theory]
    [InlineData("2027-02-28", 14)]
    [InlineData("2027-03-01", 15)]
    [InlineData("2028-02-28", 15)]
    [InlineData("2028-02-29", 16)]
    public void Who_was_born_on_a_leap_day_is_older_on_it_or_else_on_the_day_after_february(string today, int age)
    {
        Assert.Equal(age, Ages.AgeOn(new DateOnly(2012, 2, 29), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory, MemberData(nameof(Everywhere))]
    [Promise("P-7-04")]
    public void A_year_holds_every_age_that_a_birthday_in_it_can_have(string? region, DateOnly today)
    {
        foreach (var year in (int[])[today.Year - Ages.ChildUnder(region) - 1, today.Year - Ages.ChildUnder(region), today.Year - Ages.Majority(region) - 1, today.Year - Ages.Majority(region)])
        {
            var possible = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(day => BirthdaysUntil(new DateOnly(year, 1, 1).AddDays(day), today)).ToList();

            // on the last day of a year everybody has had their birthday; the cautious end stays a year below
            Assert.Equal((possible.Min() - (today is { Month: 12, Day: 31 } ? 1 : 0), possible.Max()), (Ages.Youngest(year, today), Ages.Oldest(year, today)));
        }
    }

    [Theory, MemberData(nameof(Everywhere))]
    [Promise("P-7-02", "P-7-04")]
    public void A_year_is_refused_exactly_where_it_can_make_another_of_the_answer(string? region, DateOnly today)
    {
        var (child, adult) = (today.Year - Ages.ChildUnder(region), today.Year - Ages.Majority(region));

        Assert.Equal((null, "BirthYear.IsAdult"), (Problem(AgeBand.Child, child), Problem(AgeBand.Child, child - 1)));
        Assert.Equal(("BirthYear.Child", null), (Problem(AgeBand.UnderEighteen, child), Problem(AgeBand.UnderEighteen, child - 1)));
        Assert.Equal((null, "BirthYear.IsAdult"), (Problem(AgeBand.UnderEighteen, adult), Problem(AgeBand.UnderEighteen, adult - 1)));
        Assert.Equal(("BirthYear.NotAdult", null), (Problem(AgeBand.Adult, adult + 1), Problem(AgeBand.Adult, adult)));

        string? Problem(AgeBand band, int year) =>
            BirthYear.Problem($"{year}", new Answers { Country = region, AgeBand = $"{band}" }, Ages, today)?.Key;
    }

    /// <summary>Counted one by one, without the rule that is tested.</summary>
    private static int BirthdaysUntil(DateOnly birth, DateOnly today) =>
        Enumerable.Range(birth.Year + 1, today.Year - birth.Year).Count(year =>
            (birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, birth.Month, birth.Day)) <= today);
}
