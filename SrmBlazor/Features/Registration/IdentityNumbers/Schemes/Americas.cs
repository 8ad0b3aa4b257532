using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Argentina, Brazil, Canada, Chile, Ecuador.</summary>
internal static class Americas
{
    public static readonly NationalNumber ArgentineCuil = new("AR", "CUIL or CUIT", "阿根廷个人税号（CUIL/CUIT）", ["99999999999"], number =>
    {
        var check = 11 - (WeightedSum(number.Number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11);
        number.Require(number.Part(0, 2) is 20 or 23 or 24 or 25 or 26 or 27, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(check switch { 11 => 0, 10 => 9, _ => check } == number[10]);
    });

    public static readonly NationalNumber BrazilianCpf = new("BR", "CPF", "巴西个人税号（CPF）", ["99999999999"], number =>
    {
        number.Require(number.Number.Distinct().Count() > 1, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(
            WeightedSum(number.Number, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == number[9]
            && WeightedSum(number.Number, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == number[10]);
    });

    // 0 is not issued, 8 belongs to businesses
    public static readonly NationalNumber CanadianSin = new("CA", "SIN (social insurance number)", "加拿大社会保险号（SIN）", ["999999999"], number =>
    {
        number.Require(number[0] is not (0 or 8), IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(Luhn(number.Number));
    })
    { UseRestrictedByLaw = true };

    public static readonly NationalNumber ChileanRut = new("CL", "RUN/RUT", "智利身份号码（RUN/RUT）", ["9999999*", "99999999*"], number =>
    {
        var padded = number.Number.PadLeft(9, '0');
        var check = (11 - (WeightedSum(padded, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11;
        number.CheckCharacter((check == 10 ? 'K' : (char)('0' + check)) == padded[8]);
    });

    public static readonly NationalNumber EcuadorianCedula = new("EC", "Cédula de identidad", "厄瓜多尔身份证号码", ["9999999999"], number =>
    {
        number.Require(number.Part(0, 2) is (>= 1 and <= 24) or 30 or 50, IdentityProblemKind.UnknownRegion);
        number.Require(number[2] <= 6, IdentityProblemKind.UnassignedRange);
        number.CheckCharacter(Luhn(number.Number));
    });
}
