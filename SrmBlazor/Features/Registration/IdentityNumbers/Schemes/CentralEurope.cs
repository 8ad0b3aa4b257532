using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Austria, Czechia and Slovakia, Germany, Poland, Switzerland.</summary>
internal static class CentralEurope
{
    private static readonly Action<NumberReading> ReadBirthNumber = number =>
    {
        var year = number.Part(0, 2);
        var month = number.Part(2, 2) is var typed && typed > 50 ? typed - 50 : typed;
        number.IsMale(number[2] < 5);
        if (number.Number.Length == 9)
        {
            // given out until 1953, without a check digit
            number.Require(year is <= 53 or >= 80, IdentityProblemKind.UnassignedRange);
            number.Born((year <= 53 ? 1900 : 1800) + year, month, number.Part(4, 2));
            return;
        }

        var fullYear = (year < 54 ? 2000 : 1900) + year;
        number.Born(fullYear, fullYear >= 2004 && month > 20 ? month - 20 : month, number.Part(4, 2));
        var remainder = number.Part(0, 9) % 11;
        // until 1984 a remainder of 10 was written as 0
        number.CheckCharacter(remainder == number[9] || (remainder == 10 && number[9] == 0 && fullYear < 1985));
    };

    public static readonly NationalNumber CzechBirthNumber = new("CZ", "Birth number (rodné číslo)", "捷克出生号码（rodné číslo）", ["999999999", "9999999999"], ReadBirthNumber);

    public static readonly NationalNumber SlovakBirthNumber = new("SK", "Birth number (rodné číslo)", "斯洛伐克出生号码（rodné číslo）", ["999999999", "9999999999"], ReadBirthNumber);

    // when a day's numbers are used up the month is written as 13 and more: then the date tells nothing
    public static readonly NationalNumber AustrianInsuranceNumber = new("AT", "Social insurance number (SVNR)", "奥地利社会保险号（SVNR）", ["9999999999"], number =>
    {
        number.Require(number[0] != 0, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(WeightedSum(number.Number, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == number[3]);
        if (number.Part(6, 2) <= 12)
        {
            number.BornInEitherCentury(number.Part(8, 2), number.Part(6, 2), number.Part(4, 2));
        }
    });

    public static readonly NationalNumber GermanTaxId = new("DE", "Tax identification number (Steuer-ID)", "德国税务识别号（Steuer-ID）", ["99999999999"], number =>
    {
        var repeated = number.Number[..10].GroupBy(digit => digit).Where(digits => digits.Count() > 1).Select(digits => digits.Count()).ToArray();
        number.Require(number[0] != 0, IdentityProblemKind.UnassignedRange);
        number.Require(repeated is [2 or 3], IdentityProblemKind.RepetitionPattern);
        number.CheckCharacter(Mod11And10(number.Number));
    })
    { UseRestrictedByLaw = true };

    public static readonly NationalNumber PolishPesel = new("PL", "PESEL", "波兰个人识别号（PESEL）", ["99999999999"], number =>
    {
        var century = (number[2] / 2) switch { 4 => 1800, 0 => 1900, 1 => 2000, 2 => 2100, _ => 2200 };
        number.CheckCharacter(WeightedSum(number.Number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0);
        number.Born(century + number.Part(0, 2), number.Part(2, 2) % 20, number.Part(4, 2));
        number.IsMale(number[9] % 2 == 1);
    });

    public static readonly NationalNumber SwissInsuranceNumber = new("CH", "AHV/AVS number", "瑞士社会保险号（AHV/AVS）", ["9999999999999"], number =>
    {
        number.Require(number.Part(0, 3) == 756, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(WeightedSum(number.Number, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0);
    });
}
