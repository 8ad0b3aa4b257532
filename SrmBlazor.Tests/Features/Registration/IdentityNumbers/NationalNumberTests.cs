namespace SrmBlazor.Features.Registration.IdentityNumbers;

public class NationalNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    public static TheoryData<string> Countries => [.. NationalNumberFixture.Rows.Select(row => row.Country).Distinct()];

    // the check of these finds every single wrong digit; elsewhere remainders of 10 and 0 fall together, or the weights share a factor with the modulus
    public static TheoryData<string> SingleDigitProof => ["CA", "CH", "CL", "CN", "DE", "EC", "ES", "FI", "FR", "GR", "HK", "HR", "IL", "IN", "NL", "NO", "PL", "SG", "TR", "ZA"];

    [Theory]
    [MemberData(nameof(Countries))]
    public void The_verdict_agrees_with_another_program(string country)
    {
        var rows = RowsOf(country);

        var different = rows.Where(row => Check(row).IsAccepted != row.Valid).Select(row => $"{row.Number} {Check(row)}");

        Assert.Equal([], different);
        Assert.True(rows.Count(row => row.Valid) >= 30);
    }

    [Fact]
    public void Every_rule_has_numbers_to_prove_it()
    {
        var proved = NationalNumberFixture.Rows.Select(row => row.Country).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(IdentityNumberHints.CheckedCountries, proved);
    }

    [Theory]
    [MemberData(nameof(SingleDigitProof))]
    public void One_wrong_digit_is_always_found(string country)
    {
        foreach (var row in RowsOf(country).Where(row => row.Valid))
        {
            var spoiled = OneDigitChanged(row.Number).Where(number => Check(row with { Number = number }).IsAccepted);

            Assert.Equal([], spoiled);
        }
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void Birth_year_and_sex_are_read_as_another_program_reads_them(string country)
    {
        foreach (var row in RowsOf(country).Where(row => row.Valid))
        {
            var facts = Check(row).Facts;

            Assert.True(row.Born is not { } year || facts.BirthYears.Contains(year), row.Number);
            Assert.True(row.Sex is null || row.Sex == facts.Sex, row.Number);
        }
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void A_birth_year_or_sex_that_the_number_contradicts_is_reported(string country)
    {
        foreach (var row in RowsOf(country).Where(row => row.Valid))
        {
            var facts = Check(row).Facts;
            foreach (var year in Enumerable.Range(1900, 127))
            {
                var verdict = Check(row, birthYear: year);

                Assert.Equal(facts.BirthYears is [] || facts.BirthYears.Contains(year) ? [] : [IdentityProblemKind.BirthYearDisagrees], verdict.Problems.Select(problem => problem.Kind));
            }

            foreach (var sex in Enum.GetValues<Sex>())
            {
                var verdict = Check(row, sex: sex);

                Assert.Equal(facts.Sex is null || facts.Sex == sex ? [] : [IdentityProblemKind.SexDisagrees], verdict.Problems.Select(problem => problem.Kind));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void Spaces_dots_and_full_width_characters_change_nothing(string country)
    {
        foreach (var row in RowsOf(country).Where(row => row.Valid))
        {
            var typed = " " + string.Join(". ", row.Number.ToLowerInvariant().Select(c => c is '-' or '+' ? c : (char)(c + 0xFEE0)));

            var verdict = Check(row with { Number = typed.Length > 64 ? typed.Replace(" ", "", StringComparison.Ordinal) : typed });

            Assert.Equal(Check(row).Normalised, verdict.Normalised);
        }
    }

    private static NationalNumberFixture.Row[] RowsOf(string country) => [.. NationalNumberFixture.Rows.Where(row => row.Country == country)];

    private static IdentityNumberVerdict Check(NationalNumberFixture.Row row, int? birthYear = null, Sex? sex = null) =>
        IdentityNumber.Check(new(IdentityType.NationalId, row.Country, row.Number, BirthYear: birthYear, Sex: sex), Today);

    private static IEnumerable<string> OneDigitChanged(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where char.IsAsciiDigit(number[place])
        from digit in "0123456789"
        where digit != number[place]
        select number[..place] + digit + number[(place + 1)..];
}
