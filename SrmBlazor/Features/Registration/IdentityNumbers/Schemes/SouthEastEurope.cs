using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Bulgaria, Croatia, Greece, Romania, and the numbering that Slovenia, Serbia, Bosnia, Montenegro and North Macedonia share.</summary>
internal static class SouthEastEurope
{
    public static readonly NationalNumber BulgarianEgn = new("BG", "EGN (uniform civil number)", "保加利亚公民统一号码（ЕГН）", ["9999999999"], number =>
    {
        var (century, month) = number.Part(2, 2) switch
        {
            > 40 and var late => (2000, late - 40),
            > 20 and var early => (1800, early - 20),
            var usual => (1900, usual),
        };
        number.CheckCharacter(WeightedSum(number.Number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == number[9]);
        number.Born(century + number.Part(0, 2), month, number.Part(4, 2));
        number.IsMale(number[8] % 2 == 0);
    });

    public static readonly NationalNumber CroatianOib = new("HR", "OIB", "克罗地亚个人识别号（OIB）", ["99999999999"], number => number.CheckCharacter(Mod11And10(number.Number)));

    public static readonly NationalNumber GreekAmka = new("GR", "AMKA (social security number)", "希腊社会保险号（AMKA）", ["99999999999"], number =>
    {
        number.CheckCharacter(Luhn(number.Number));
        number.BornInEitherCentury(number.Part(4, 2), number.Part(2, 2), number.Part(0, 2));
        number.IsMale(number[9] % 2 == 1);
    });

    public static readonly NationalNumber RomanianCnp = new("RO", "CNP (personal numeric code)", "罗马尼亚个人数字代码（CNP）", ["9999999999999"], number =>
    {
        var check = WeightedSum(number.Number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        number.CheckCharacter((check == 10 ? 1 : check) == number[12]);
        number.Require(number[0] != 0, IdentityProblemKind.UnassignedRange);
        // 7 to 9 stand for residents and foreigners of any century; 9 does not tell the sex
        if (number[0] >= 7)
        {
            number.BornInEitherCentury(number.Part(1, 2), number.Part(3, 2), number.Part(5, 2));
        }
        else
        {
            number.Born(number[0] switch { 3 or 4 => 1800, 5 or 6 => 2000, _ => 1900 } + number.Part(1, 2), number.Part(3, 2), number.Part(5, 2));
        }

        if (number[0] != 9)
        {
            number.IsMale(number[0] % 2 == 1);
        }
    });

    private static readonly Action<NumberReading> ReadCitizenNumber = number =>
    {
        var year = number.Part(4, 3);
        number.CheckCharacter((11 - (WeightedSum(number.Number, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11 % 10 == number[12]);
        number.Born((year >= 800 ? 1000 : 2000) + year, number.Part(2, 2), number.Part(0, 2));
        number.IsMale(number.Part(9, 3) < 500);
    };

    public static readonly NationalNumber[] CitizenNumbers =
    [
        new("SI", "EMŠO", "斯洛文尼亚公民统一号码（EMŠO）", ["9999999999999"], ReadCitizenNumber),
        new("RS", "JMBG", "塞尔维亚公民统一号码（JMBG）", ["9999999999999"], ReadCitizenNumber),
        new("BA", "JMB", "波黑公民统一号码（JMB）", ["9999999999999"], ReadCitizenNumber),
        new("ME", "JMB", "黑山公民统一号码（JMB）", ["9999999999999"], ReadCitizenNumber),
        new("MK", "EMBG", "北马其顿公民统一号码（EMBG）", ["9999999999999"], ReadCitizenNumber),
    ];
}
