namespace SrmBlazor.Features.Registration.IdentityNumbers;

public class PassportTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData("CN", "E12345678")]
    [InlineData("CN", "ea1234567")]
    [InlineData("JP", "TZ 1234567")]
    [InlineData("SE", "12345678")]
    [InlineData("BR", "FZ123456")]
    public void A_number_of_the_countrys_form_is_accepted(string country, string typed)
    {
        Assert.True(Check(country, typed).IsAccepted);
    }

    [Theory]
    [InlineData("CN", "112345678", IdentityProblemKind.NotALetter)]
    [InlineData("CN", "E1234567", IdentityProblemKind.WrongLength)]
    [InlineData("CN", "E1234567O", IdentityProblemKind.NotADigit)]
    [InlineData("SE", "12345", IdentityProblemKind.WrongLengthBetween)]
    [InlineData("SE", "12345护照", IdentityProblemKind.UnexpectedCharacter)]
    [InlineData("SE", "SVENSSON", IdentityProblemKind.NoDigit)]
    [InlineData("QQ", "12345678", IdentityProblemKind.CountryMissing)]
    public void Another_form_is_refused_by_name(string country, string typed, IdentityProblemKind expected)
    {
        Assert.Equal([expected], Check(country, typed).Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("L898902C3", '6')]
    [InlineData("740812", '2')]
    [InlineData("120415", '9')]
    [InlineData("ZE184226B<<<<<", '1')]
    [InlineData("L898902C3674081221204159ZE184226B<<<<<1", '0')]
    public void Check_digits_are_those_of_the_specimen_in_ICAO_9303(string field, char expected)
    {
        Assert.Equal(expected, MachineReadableLine.CheckDigit(field));
    }

    [Fact]
    public void A_line_that_agrees_is_accepted_and_counts_as_checked()
    {
        var verdict = Check("SE", "AB123456", Line("AB123456", "SWE", "850306", "F", "300101"), 1985, Sex.Female);

        Assert.True(verdict.IsAccepted);
        Assert.True(verdict.CheckedByRule);
        Assert.Equal("AB123456", verdict.Normalised);
    }

    [Fact]
    public void Both_lines_pasted_together_are_understood()
    {
        var mrz = "P<SWESVENSSON<<ANNA".PadRight(44, '<') + "\r\n" + Line("AB123456", "SWE", "850306", "F", "300101").ToLowerInvariant();

        Assert.True(Check("SE", "AB123456", mrz).IsAccepted);
    }

    [Theory]
    [InlineData("AB123457", "SWE", "850306", "F", "300101", IdentityProblemKind.MrzNumberDisagrees)]
    [InlineData("AB123456", "NOR", "850306", "F", "300101", IdentityProblemKind.MrzNationalityDisagrees)]
    [InlineData("AB123456", "SWE", "860306", "F", "300101", IdentityProblemKind.MrzBirthYearDisagrees)]
    [InlineData("AB123456", "SWE", "850306", "M", "300101", IdentityProblemKind.MrzSexDisagrees)]
    [InlineData("AB123456", "SWE", "851306", "F", "300101", IdentityProblemKind.MrzImpossibleDate)]
    [InlineData("AB123456", "SWE", "850306", "F", "301301", IdentityProblemKind.MrzImpossibleDate)]
    [InlineData("AB123456", "SWE", "850306", "F", "261031", IdentityProblemKind.Expired)]
    public void What_the_line_contradicts_is_named(string number, string nationality, string birth, string sex, string expiry, IdentityProblemKind expected)
    {
        var verdict = Check("SE", "AB123456", Line(number, nationality, birth, sex, expiry), 1985, Sex.Female);

        Assert.Equal([expected], verdict.Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData(3, IdentityProblemKind.MrzNumberCheckDigit)]
    [InlineData(15, IdentityProblemKind.MrzBirthCheckDigit)]
    [InlineData(23, IdentityProblemKind.MrzExpiryCheckDigit)]
    [InlineData(30, IdentityProblemKind.MrzPersonalCheckDigit)]
    [InlineData(43, IdentityProblemKind.MrzCompositeCheckDigit)]
    public void The_part_that_was_mistyped_is_named(int place, IdentityProblemKind expected)
    {
        var line = Line("AB123456", "SWE", "850306", "F", "300101");
        var mistyped = line[..place] + (line[place] == '7' ? '8' : '7') + line[(place + 1)..];

        Assert.Equal([expected], Check("SE", "AB123456", mistyped).Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("AB123456", IdentityProblemKind.MrzLength)]
    [InlineData("AB123456<1SWE8503068F3001015<<<<<<<<<<<<<<0!", IdentityProblemKind.MrzCharacter)]
    public void A_line_that_is_none_is_refused_by_name(string mrz, IdentityProblemKind expected)
    {
        Assert.Equal([expected], Check("SE", "AB123456", mrz).Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("HK", "K12345678", "CHN")]
    [InlineData("DE", "C01X00T47", "D")]
    [InlineData("GB", "123456789", "GBN")]
    public void Nationality_codes_of_their_own_are_known(string country, string number, string nationality)
    {
        Assert.True(Check(country, number, Line(number, nationality, "850306", "F", "300101")).IsAccepted);
    }

    [Fact]
    public void A_passport_is_valid_on_its_last_day()
    {
        Assert.True(Check("SE", "AB123456", Line("AB123456", "SWE", "850306", "F", "261101")).IsAccepted);
    }

    private static IdentityNumberVerdict Check(string country, string typed, string? mrz = null, int? birthYear = null, Sex? sex = null) =>
        IdentityNumber.Check(new(IdentityType.Passport, country, typed, mrz, birthYear, sex), Today);

    private static string Line(string number, string nationality, string birth, string sex, string expiry)
    {
        number = number.PadRight(9, '<');
        number += MachineReadableLine.CheckDigit(number);
        birth += MachineReadableLine.CheckDigit(birth);
        expiry += MachineReadableLine.CheckDigit(expiry);
        var personal = new string('<', 14) + '0';
        return number + nationality.PadRight(3, '<') + birth + sex + expiry + personal + MachineReadableLine.CheckDigit(number + birth + expiry + personal);
    }
}
