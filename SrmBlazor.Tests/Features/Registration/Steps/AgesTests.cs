using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Steps;

public sealed class AgesTests
{
    private readonly Ages ages = Ages.OfThisProgram();

    [Theory]
    [InlineData("CN", 14)]
    [InlineData("US", 14)]
    [InlineData("DE", 16)]
    [InlineData("AT", 14)]
    [InlineData("BE", 14)] // the law says 13, the policy promises 14
    [InlineData("CZ", 15)]
    [InlineData("FR", 15)]
    [InlineData("PL", 16)] // no row of its own: the EEA's
    [InlineData("GB", 14)]
    [InlineData("BR", 14)] // unverified rows are not used
    [InlineData(null, 14)]
    [Promise("P-7-03", "P-7-04", "P-D-06")]
    public void A_guardian_consents_below_the_higher_of_the_promise_and_the_law(string? country, int under)
    {
        Assert.Equal(under, ages.ChildUnder(country));
    }

    [Fact]
    public void One_question_serves_every_country()
    {
        Assert.Equal([(0, 13), (14, 14), (15, 15), (16, 17), (18, (int?)null)], ages.Ranges.Select(range => (range.From, range.To)));
    }

    [Theory]
    [InlineData("0", "CN", AgeBand.Child)]
    [InlineData("14", "CN", AgeBand.UnderEighteen)]
    [InlineData("14", "DE", AgeBand.Child)]
    [InlineData("15", "FR", AgeBand.UnderEighteen)]
    [InlineData("15", "NL", AgeBand.Child)]
    [InlineData("16", "NL", AgeBand.UnderEighteen)]
    [InlineData("18", "NL", AgeBand.Adult)]
    [Promise("P-7-04", "P-D-06", "P-7-02")]
    public void The_band_follows_age_and_country(string age, string country, AgeBand band)
    {
        Assert.Equal(band, ages.BandOf(ages.Ranges.Single(range => range.Code == age), country));
    }

    [Theory]
    [InlineData(2000, 25, 26)]
    [InlineData(2012, 13, 14)]
    public void A_year_leaves_two_ages_open(int year, int youngest, int oldest)
    {
        var today = new DateOnly(2026, 6, 15);

        Assert.Equal((youngest, oldest), (Ages.Youngest(year, today), Ages.Oldest(year, today)));
    }

    [Theory]
    [InlineData("2008-11-23", 18)]
    [InlineData("2008-11-24", 17)]
    [InlineData("2008-02-29", 18)]
    public void A_birthday_counts_from_its_day(string birth, int age)
    {
        Assert.Equal(age, Ages.AgeOn(DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void A_table_without_the_rest_of_the_world_or_with_a_broken_line_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => Ages.Read(new StringReader("head\nCN,14,18,yes,law,primary,2027-01-01\n")));
        Assert.Throws<InvalidDataException>(() => Ages.Read(new StringReader("head\n*,fourteen,18,yes,law,primary,2027-01-01\n")));
    }
}
