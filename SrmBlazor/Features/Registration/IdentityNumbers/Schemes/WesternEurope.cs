using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Belgium, France, Ireland, Netherlands, Portugal, Spain.</summary>
internal static class WesternEurope
{
    // a BIS number has 20 or 40 added to the month; with 20 the sex was not known, and 0 stands for an unknown month or day
    public static readonly NationalNumber BelgianNumber = new("BE", "National register number", "比利时国家登记号", ["99999999999"], number =>
    {
        var stem = number.Part(0, 9);
        var check = number.Part(9, 2);
        int[] centuries = [.. new[] { 1900, 2000 }.Where(century => 97 - (((century == 2000 ? 2_000_000_000L : 0) + stem) % 97) == check)];
        number.CheckCharacter(centuries.Length > 0);
        var month = number.Part(2, 2) % 20;
        if (month == 0 || number.Part(4, 2) == 0)
        {
            number.BornInYear(number.Part(0, 2) == 0 ? [] : centuries.Select(century => century + number.Part(0, 2)));
        }
        else if (centuries is [var century, ..])
        {
            number.Born(century + number.Part(0, 2), number.Part(2, 2) < 60 ? month : 0, number.Part(4, 2));
        }

        if (number.Part(2, 2) is <= 12 or > 40)
        {
            number.IsMale(number[8] % 2 == 1);
        }
    });

    public static readonly NationalNumber FrenchNir = new("FR", "NIR (social security number)", "法国社会保险号（NIR）", ["999999*99999999"], number =>
    {
        // Corsica's departments 2A and 2B count as 19 and 18
        var digits = number.Number[5..7] switch
        {
            "2A" => number.Number.Remove(5, 2).Insert(5, "19"),
            "2B" => number.Number.Remove(5, 2).Insert(5, "18"),
            _ => number.Number,
        };
        var month = number.Part(3, 2);
        if (!char.IsAsciiDigit(digits[6]))
        {
            number.Require(false, IdentityProblemKind.UnknownRegion);
            return;
        }

        number.CheckCharacter(97 - (long.Parse(digits.AsSpan(0, 13), System.Globalization.CultureInfo.InvariantCulture) % 97) == number.Part(13, 2));
        number.Require(number[0] is (>= 1 and <= 4) or 7 or 8, IdentityProblemKind.UnassignedRange);
        // months from 20 stand for records with an incomplete date
        number.Require(month is (>= 1 and <= 12) or >= 20, IdentityProblemKind.ImpossibleDate);
        number.BornInYear(1800 + number.Part(1, 2), 1900 + number.Part(1, 2), 2000 + number.Part(1, 2));
        number.IsMale(number[0] % 2 == 1);
    });

    // the second letter, if any, counts since 2013; the older T, W and X do not
    public static readonly NationalNumber IrishPps = new("IE", "PPS number", "爱尔兰个人公共服务号（PPS）", ["9999999A", "9999999AA"], number =>
    {
        var second = number.Number.Length == 9 ? number.Number[8] : 'W';
        number.Require(second is (>= 'A' and <= 'I') or 'T' or 'W' or 'X', IdentityProblemKind.UnassignedRange);
        var sum = WeightedSum(number.Number, 8, 7, 6, 5, 4, 3, 2) + (second <= 'I' ? 9 * (second - 'A' + 1) : 0);
        number.CheckCharacter("WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == number.Number[7]);
    });

    public static readonly NationalNumber DutchBsn = new("NL", "BSN (burgerservicenummer)", "荷兰公民服务号（BSN）", ["999999999"], number =>
    {
        number.Require(number.Part(0, 9) != 0, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(WeightedSum(number.Number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0);
    })
    {
        UseRestrictedByLaw = true,
        Complete = typed => typed.Length == 8 ? typed.PadLeft(9, '0') : typed,
    };

    public static readonly NationalNumber PortugueseNif = new("PT", "NIF", "葡萄牙税号（NIF）", ["999999999"], number =>
    {
        number.Require(number[0] != 0, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter((11 - (WeightedSum(number.Number, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 11 % 10 == number[8]);
    });

    public static readonly NationalNumber SpanishId = new("ES", "DNI or NIE", "西班牙身份证号（DNI）或外国人号码（NIE）", ["99999999A", "A9999999A"], number =>
    {
        var foreigner = char.IsAsciiLetter(number.Number[0]);
        number.Require(!foreigner || number.Number[0] is 'X' or 'Y' or 'Z', IdentityProblemKind.UnassignedRange);
        var value = foreigner ? ((number.Number[0] - 'X') * 10_000_000) + number.Part(1, 7) : number.Part(0, 8);
        number.CheckCharacter("TRWAGMYFPDXBNJZSQVHLCKE"[Math.Abs(value) % 23] == number.Number[8]);
    });
}
