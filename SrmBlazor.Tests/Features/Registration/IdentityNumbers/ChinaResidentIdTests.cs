using CsCheck;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

public class ChinaResidentIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void A_right_number_is_accepted_and_tells_date_and_sex()
    {
        var verdict = Check(WithCheckCharacter("11010519491231002"));

        Assert.True(verdict.IsAccepted);
        Assert.True(verdict.CheckedByRule);
        Assert.Equal(new DateOnly(1949, 12, 31), verdict.Facts.BirthDate);
        Assert.Equal(Sex.Female, verdict.Facts.Sex);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("110105 19491231 002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105-19491231-002Ｘ")]
    public void Every_usual_spelling_is_the_same_number(string typed)
    {
        Assert.Equal("11010519491231002X", Check(typed).Normalised);
    }

    [Theory]
    [InlineData("11010519491231002", IdentityProblemKind.WrongLength, 18, 17)]
    [InlineData("11010519491231002XX", IdentityProblemKind.WrongLength, 18, 19)]
    [InlineData("1101O519491231002X", IdentityProblemKind.NotADigit, 5, 0)]
    [InlineData("11010519491231002中", IdentityProblemKind.UnexpectedCharacter, 18, 0)]
    [InlineData("110105194912310021", IdentityProblemKind.CheckCharacter, 0, 0)]
    [InlineData("  ", IdentityProblemKind.NumberMissing, 0, 0)]
    public void What_is_wrong_is_named(string typed, IdentityProblemKind kind, int first, int second)
    {
        Assert.Equal(new IdentityProblem(kind, first, second), Check(typed).Problems[0]);
    }

    [Theory]
    [InlineData("11010519500230002", IdentityProblemKind.ImpossibleDate)]
    [InlineData("11010520261102002", IdentityProblemKind.BornInFuture)]
    [InlineData("11010518901231002", IdentityProblemKind.BornTooLongAgo)]
    [InlineData("16010519491231002", IdentityProblemKind.UnknownRegion)]
    [InlineData("11000019491231002", IdentityProblemKind.UnknownRegion)]
    [InlineData("81010519491231002", IdentityProblemKind.UnknownRegion)]
    public void A_number_whose_check_character_is_right_may_still_be_impossible(string stem, IdentityProblemKind expected)
    {
        Assert.Equal([expected], Check(WithCheckCharacter(stem)).Problems.Select(problem => problem.Kind));
    }

    [Theory]
    [InlineData("44190019800101001")] // Dongguan has no counties
    [InlineData("46000319800101001")] // Hainan had no prefectures
    [InlineData("42900419800101001")] // a county directly under a province
    [InlineData("81000019800101001")] // residence permits of Hong Kong, Macao and Taiwan residents
    [InlineData("83000019800101001")]
    [InlineData("91115619800101001")] // permanent residents from abroad
    [InlineData("11010520261101001")] // born today
    public void Unusual_but_real_regions_are_accepted(string stem)
    {
        Assert.True(Check(WithCheckCharacter(stem)).IsAccepted);
    }

    [Fact]
    public void The_birth_year_and_the_sex_entered_must_agree()
    {
        var number = WithCheckCharacter("11010519800704001");

        Assert.Empty(Check(number, 1980, Sex.Male).Problems);
        Assert.Equal([IdentityProblemKind.BirthYearDisagrees, IdentityProblemKind.SexDisagrees], Check(number, 1981, Sex.Female).Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void A_mistyped_number_is_not_also_blamed_for_the_birth_year()
    {
        var number = WithCheckCharacter("11010519800704001");

        var verdict = Check(number[..9] + (number[9] == '5' ? '6' : '5') + number[10..], 1980);

        Assert.Equal([IdentityProblemKind.CheckCharacter], verdict.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Two_swapped_neighbours_are_always_found()
    {
        var numbers = Gen.Int[0, 999].Select(Gen.Int[0, 20_000], (sequence, day) => WithCheckCharacter($"110105{new DateOnly(1960, 1, 1).AddDays(day):yyyyMMdd}{sequence:000}"));

        numbers.Sample(number =>
        {
            for (var i = 0; i < 16; i++)
            {
                if (number[i] != number[i + 1])
                {
                    Assert.False(Check(number[..i] + number[i + 1] + number[i] + number[(i + 2)..]).IsAccepted);
                }
            }
        }, iter: 500);
    }

    private static IdentityNumberVerdict Check(string typed, int? birthYear = null, Sex? sex = null) =>
        IdentityNumber.Check(new(IdentityType.ResidentId, null, typed, BirthYear: birthYear, Sex: sex), Today);

    // the weights as GB 11643 prints them; the program reckons the same another way
    private static string WithCheckCharacter(string stem)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return stem + "10X98765432"[weights.Select((weight, i) => weight * (stem[i] - '0')).Sum() % 11];
    }
}
