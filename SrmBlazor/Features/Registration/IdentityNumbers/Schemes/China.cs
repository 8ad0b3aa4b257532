using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>GB 11643: six digits of region, birth date, three of sequence, ISO 7064 MOD 11-2.</summary>
internal static class China
{
    public static readonly NationalNumber ResidentId = new("CN", "Resident ID number", "公民身份号码", ["99999999999999999*"], number =>
    {
        number.CheckCharacter(Mod11And2(number.Number.AsSpan(0, 17)) == number.Number[17]);
        number.Born(number.Part(6, 4), number.Part(10, 2), number.Part(12, 2));
        var permanentResident = number[0] == 9;
        number.Require(permanentResident ? IsProvince(number.Part(1, 2)) : IsRegion(number.Part(0, 2), number.Part(2, 2), number.Part(4, 2)), IdentityProblemKind.UnknownRegion);
        number.IsMale(number[16] % 2 == 1);
    });

    // GB/T 2260. Codes come and go with each reform while numbers stay, so only the lasting structure is asked for:
    // a province, a prefecture up to 70 or 90 (counties directly under a province), a county. Hainan had no prefectures at first;
    // Dongguan, Zhongshan, Danzhou and Jiayuguan have no counties.
    private static bool IsRegion(int province, int prefecture, int county) => province switch
    {
        71 or 81 or 82 or 83 => prefecture == 0 && county == 0,
        _ => IsProvince(province)
            && (prefecture is (>= 1 and <= 70) or 90 || (province == 46 && prefecture == 0 && county != 0))
            && (county != 0 || (province, prefecture) is (44, 19) or (44, 20) or (46, 4) or (62, 2)),
    };

    private static bool IsProvince(int code) =>
        code is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65);
}
