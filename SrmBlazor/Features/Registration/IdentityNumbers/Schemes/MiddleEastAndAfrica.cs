using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Israel, South Africa, Türkiye.</summary>
internal static class MiddleEastAndAfrica
{
    public static readonly NationalNumber IsraeliId = new("IL", "Israeli ID number (Teudat Zehut)", "以色列身份证号码", ["999999999"], number =>
    {
        number.Require(number.Number != "000000000", IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(Luhn(number.Number));
    })
    {
        Complete = typed => typed.Length is >= 5 and < 9 ? typed.PadLeft(9, '0') : typed,
    };

    public static readonly NationalNumber SouthAfricanId = new("ZA", "South African ID number", "南非身份证号码", ["9999999999999"], number =>
    {
        number.CheckCharacter(Luhn(number.Number));
        number.BornInEitherCentury(number.Part(0, 2), number.Part(2, 2), number.Part(4, 2));
        number.Require(number[10] <= 2, IdentityProblemKind.UnassignedRange);
        number.IsMale(number[6] >= 5);
    });

    public static readonly NationalNumber TurkishId = new("TR", "T.C. identity number (T.C. Kimlik No.)", "土耳其身份证号码", ["99999999999"], number =>
    {
        var odd = number[0] + number[2] + number[4] + number[6] + number[8];
        var even = number[1] + number[3] + number[5] + number[7];
        number.Require(number[0] != 0, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(((odd * 7) - even + 100) % 10 == number[9] && (odd + even + number[9]) % 10 == number[10]);
    });
}
