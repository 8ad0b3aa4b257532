using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Estonia, Latvia, Lithuania.</summary>
internal static class Baltic
{
    public static readonly NationalNumber EstonianCode = new("EE", "Personal identification code (isikukood)", "爱沙尼亚个人识别码（isikukood）", ["99999999999"], number =>
    {
        number.Require(number[0] is >= 1 and <= 8, IdentityProblemKind.UnassignedRange);
        ReadTwoStepCode(number);
    });

    public static readonly NationalNumber LithuanianCode = new("LT", "Personal code (asmens kodas)", "立陶宛个人代码（asmens kodas）", ["99999999999"], number =>
    {
        number.Require(number[0] is (>= 1 and <= 8) or 9, IdentityProblemKind.UnassignedRange);
        ReadTwoStepCode(number);
    });

    // codes given out since 2017 begin with 32 to 39 and carry neither date nor published check digit
    public static readonly NationalNumber LatvianCode = new("LV", "Personal code (personas kods)", "拉脱维亚个人代码（personas kods）", ["99999999999"], number =>
    {
        if (number.Part(0, 2) is >= 32 and <= 39)
        {
            return;
        }

        number.CheckCharacter((1 + WeightedSum(number.Number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == number[10]);
        number.Born(1800 + (100 * number[6]) + number.Part(4, 2), number.Part(2, 2), number.Part(0, 2));
    });

    private static void ReadTwoStepCode(NumberReading number)
    {
        var first = WeightedSum(number.Number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        var check = first == 10 ? WeightedSum(number.Number, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10 : first;
        number.CheckCharacter(check == number[10]);
        // a Lithuanian 9 marks a person whose birth date was not known
        if (number[0] is >= 1 and <= 8)
        {
            number.Born(1800 + (100 * ((number[0] - 1) / 2)) + number.Part(1, 2), number.Part(3, 2), number.Part(5, 2));
            number.IsMale(number[0] % 2 == 1);
        }
    }
}
