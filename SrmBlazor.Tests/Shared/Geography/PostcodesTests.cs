namespace SrmBlazor.Shared.Geography;

public class PostcodesTests
{
    [Fact]
    public void Every_example_fits_its_own_pattern()
    {
        var checkedCountries = Countries.InEnglishOrder.Where(country => Postcodes.ExampleFor(country.Alpha2) is not null).ToArray();

        Assert.Equal(173, checkedCountries.Length);
        Assert.All(checkedCountries, country => Assert.True(Postcodes.Check(Postcodes.ExampleFor(country.Alpha2), country.Alpha2, required: true).IsAccepted, country.Alpha2));
    }

    [Theory]
    [InlineData("CN", "１００　０２０", "100020")]
    [InlineData("RU", "295 000", "295000")]
    [InlineData("UA", "95000", "95000")]
    [InlineData("NL", "1234ab", "1234AB")]
    [InlineData("NL", "1234 AB", "1234AB")]
    [InlineData("PL", "00950", "00950")]
    [InlineData("JP", "154－0023", "1540023")]
    [InlineData("DE", "D-10115", "D10115")]
    [InlineData("SE", "SE-114 55", "SE11455")]
    [InlineData("LV", "LV-1073", "LV1073")]
    [InlineData("GB", "ec1y 8sy", "EC1Y8SY")]
    [InlineData("BY", "220050", "220050")]
    [InlineData("EE", "10111", "10111")]
    [InlineData("KR", "03051", "03051")]
    public void Usual_spellings_are_accepted(string country, string typed, string compact)
    {
        Assert.Equal(compact, Postcodes.Check(typed, country, required: true).Compact);
    }

    [Theory]
    [InlineData("CN", "10002", PostcodeProblem.WrongShape)]
    [InlineData("BY", "20050", PostcodeProblem.WrongShape)]
    [InlineData("EE", "1001", PostcodeProblem.WrongShape)]
    [InlineData("GB", "RH6 OHP", PostcodeProblem.WrongShape)]
    [InlineData("RU", "Москва", PostcodeProblem.ForeignCharacters)]
    [InlineData("RU", "١٢٣٤٥٦", PostcodeProblem.ForeignCharacters)]
    [InlineData("UA", " ", PostcodeProblem.Missing)]
    [InlineData("US", "12345 New York, New York", PostcodeProblem.TooLong)]
    public void What_is_wrong_is_named(string country, string typed, PostcodeProblem expected)
    {
        var verdict = Postcodes.Check(typed, country, required: true);

        Assert.Equal(expected, verdict.Problem);
        Assert.Equal($"Postcode.{expected}", verdict.MessageKey);
        Assert.Null(verdict.Normalised);
    }

    [Fact]
    public void A_country_without_postcodes_takes_what_is_there_and_says_so()
    {
        Assert.True(Postcodes.Check("", "AE", required: false).IsAccepted);
        Assert.False(Postcodes.Check("12345", "AE", required: false).CheckedByRule);
    }
}
