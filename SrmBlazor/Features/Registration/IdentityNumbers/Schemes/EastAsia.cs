using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Hong Kong, Korea, Taiwan.</summary>
internal static class EastAsia
{
    private const string TaiwanLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    public static readonly NationalNumber HongKongId = new("HK", "Hong Kong identity card number (HKID)", "香港身份证号码", ["A999999*", "AA999999*"], number =>
    {
        var padded = number.Number.PadLeft(9);
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += (9 - i) * padded[i] switch { ' ' => 36, >= 'A' and var letter => letter - 'A' + 10, var digit => digit - '0' };
        }

        number.CheckCharacter(sum % 11 == 0 && padded[8] <= 'A');
    });

    // Since October 2020 the last six digits are drawn at random, and foreigners' numbers follow another sum: for both only date and sex are read.
    public static readonly NationalNumber KoreaResidentNumber = new("KR", "Resident registration number (RRN)", "韩国居民登录号码", ["9999999999999"], number =>
    {
        var kind = number[6];
        var year = number.Part(0, 2) + kind switch { 1 or 2 or 5 or 6 => 1900, 3 or 4 or 7 or 8 => 2000, _ => 1800 };
        number.Born(year, number.Part(2, 2), number.Part(4, 2));
        number.IsMale(kind % 2 == 1);
        var checkable = kind is not (>= 5 and <= 8) && number.Facts.BirthDate < new DateOnly(2020, 10, 1);
        number.CheckCharacter(!checkable || (11 - (WeightedSum(number.Number, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11)) % 10 == number[12]);
    })
    { UseRestrictedByLaw = true };

    public static readonly NationalNumber TaiwanId = new("TW", "National ID or resident certificate number", "台湾身份证或居留证统一编号", ["A999999999", "AA99999999"], number =>
    {
        var first = TaiwanValue(number.Number[0]);
        var oldCertificate = char.IsAsciiLetter(number.Number[1]);
        var second = oldCertificate ? TaiwanValue(number.Number[1]) % 10 : number[1];
        var sum = (first / 10) + (9 * (first % 10)) + (8 * second) + number[9];
        for (var i = 2; i < 9; i++)
        {
            sum += (9 - i) * number[i];
        }

        number.Require(oldCertificate ? number.Number[1] <= 'D' : number[1] is 1 or 2 or 8 or 9, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(sum % 10 == 0);
        number.IsMale(oldCertificate ? number.Number[1] is 'A' or 'C' : number[1] is 1 or 8);
    });

    private static int TaiwanValue(char letter) => 10 + TaiwanLetters.IndexOf(letter, StringComparison.Ordinal);
}
