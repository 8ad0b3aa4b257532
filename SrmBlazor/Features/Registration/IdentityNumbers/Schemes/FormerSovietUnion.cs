using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Kazakhstan, Russia, Ukraine.</summary>
internal static class FormerSovietUnion
{
    public static readonly NationalNumber KazakhIin = new("KZ", "IIN (individual identification number)", "哈萨克斯坦个人识别号码（IIN）", ["999999999999"], number =>
    {
        var first = WeightedSum(number.Number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) % 11;
        var check = first == 10 ? WeightedSum(number.Number, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2) % 11 : first;
        number.CheckCharacter(check == number[11]);
        number.Require(number[6] <= 6, IdentityProblemKind.UnassignedRange);
        // 0 stands in numbers given to some foreigners and tells neither century nor sex
        if (number[6] == 0)
        {
            number.BornInEitherCentury(number.Part(0, 2), number.Part(2, 2), number.Part(4, 2));
        }
        else
        {
            number.Born(1800 + (100 * ((number[6] - 1) / 2)) + number.Part(0, 2), number.Part(2, 2), number.Part(4, 2));
            number.IsMale(number[6] % 2 == 1);
        }
    });

    // told apart by length: SNILS has 11 digits, a person's INN 12
    public static readonly NationalNumber RussianNumber = new("RU", "INN or SNILS", "俄罗斯个人税号（INN）或个人保险账号（SNILS）", ["99999999999", "999999999999"], number =>
        number.CheckCharacter(number.Number.Length == 12 ? IsInn(number) : IsSnils(number)));

    public static readonly NationalNumber UkrainianTaxNumber = new("UA", "RNTRC (taxpayer registration number)", "乌克兰纳税人登记号（РНОКПП）", ["9999999999"], number =>
    {
        var sum = WeightedSum(number.Number, -1, 5, 7, 9, 4, 6, 10, 5, 7);
        number.CheckCharacter(((sum % 11) + 11) % 11 % 10 == number[9]);
        var born = new DateOnly(1899, 12, 31).AddDays(number.Part(0, 5));
        number.Born(born.Year, born.Month, born.Day);
        number.IsMale(number[8] % 2 == 1);
    });

    private static bool IsInn(NumberReading number) =>
        WeightedSum(number.Number, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == number[10]
        && WeightedSum(number.Number, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == number[11];

    private static bool IsSnils(NumberReading number) =>
        // numbers up to 001-001-998 were given out before there was a check number
        number.Part(0, 9) <= 1_001_998 || WeightedSum(number.Number, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number.Part(9, 2);
}
