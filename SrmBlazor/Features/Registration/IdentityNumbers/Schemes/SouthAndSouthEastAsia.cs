using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>India, Malaysia, Singapore, Thailand.</summary>
internal static class SouthAndSouthEastAsia
{
    public static readonly NationalNumber Aadhaar = new("IN", "Aadhaar number", "印度 Aadhaar 号码", ["999999999999"], number =>
    {
        number.Require(number[0] >= 2 && !number.Number.SequenceEqual(number.Number.Reverse()), IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(Verhoeff(number.Number));
    })
    { UseRestrictedByLaw = true };

    // no check digit: date and place of birth are what can be checked
    public static readonly NationalNumber MalaysiaNric = new("MY", "MyKad number (NRIC)", "马来西亚身份证号码（MyKad）", ["999999999999"], number =>
    {
        number.BornInEitherCentury(number.Part(0, 2), number.Part(2, 2), number.Part(4, 2));
        number.Require(number.Part(6, 2) is (>= 1 and <= 16) or (>= 21 and <= 68) or 71 or 72 or (>= 74 and <= 79) or (>= 82 and <= 93) or 98 or 99, IdentityProblemKind.UnknownRegion);
        number.IsMale(number[11] % 2 == 1);
    });

    public static readonly NationalNumber SingaporeNric = new("SG", "NRIC or FIN", "新加坡身份证号码（NRIC/FIN）", ["A9999999A"], number =>
    {
        var sum = WeightedSum(number.Number[1..], 2, 7, 6, 5, 4, 3, 2);
        var (offset, letters) = number.Number[0] switch
        {
            'S' => (0, "JZIHGFEDCBA"),
            'T' => (4, "JZIHGFEDCBA"),
            'F' => (0, "XWUTRQPNMLK"),
            'G' => (4, "XWUTRQPNMLK"),
            'M' => (3, "XWUTRQPNJLK"),
            _ => (0, ""),
        };
        number.Require(letters.Length > 0, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(letters.Length == 0 || letters[(sum + offset) % 11] == number.Number[8]);
    })
    { UseRestrictedByLaw = true };

    public static readonly NationalNumber ThaiId = new("TH", "Thai national ID number", "泰国身份证号码", ["9999999999999"], number =>
    {
        number.Require(number[0] != 9, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter((11 - (WeightedSum(number.Number, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11)) % 10 == number[12]);
    });
}
