using static SrmBlazor.Features.Registration.IdentityNumbers.CheckDigits;

namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>Denmark, Finland, Iceland, Norway, Sweden.</summary>
internal static class Nordic
{
    private const string FinnishCheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    // the check digit was given up in 2007: numbers without it are as good as the others
    public static readonly NationalNumber DanishCpr = new("DK", "CPR number", "丹麦个人登记号（CPR）", ["9999999999"], number =>
    {
        var year = number.Part(4, 2);
        var century = number[6] switch
        {
            <= 3 => 1900,
            4 or 9 => year >= 37 ? 1900 : 2000,
            _ => year >= 58 ? 1800 : 2000,
        };
        number.Born(century + year, number.Part(2, 2), number.Part(0, 2));
        number.IsMale(number[9] % 2 == 1);
    });

    public static readonly NationalNumber FinnishCode = new("FI", "Personal identity code (henkilötunnus)", "芬兰个人身份代码（henkilötunnus）", ["999999?999*"], number =>
    {
        int? century = number.Number[6] switch
        {
            '+' => 1800,
            '-' or (>= 'U' and <= 'Y') => 1900,
            >= 'A' and <= 'F' => 2000,
            _ => null,
        };
        number.CheckCharacter(FinnishCheckCharacters[((number.Part(0, 6) * 1000) + number.Part(7, 3)) % 31] == number.Number[10]);
        number.Require(century is not null && number.Part(7, 3) >= 2, IdentityProblemKind.UnassignedRange);
        number.Born((century ?? 1900) + number.Part(4, 2), number.Part(2, 2), number.Part(0, 2));
        number.IsMale(number[9] % 2 == 1);
    })
    { MeaningfulSeparators = "-+" };

    public static readonly NationalNumber IcelandicKennitala = new("IS", "Kennitala", "冰岛身份号码（kennitala）", ["9999999999"], number =>
    {
        number.CheckCharacter(WeightedSum(number.Number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
        number.Require(number[9] is 8 or 9 or 0, IdentityProblemKind.UnassignedRange);
        number.Born(number[9] switch { 8 => 1800, 9 => 1900, _ => 2000 } + number.Part(4, 2), number.Part(2, 2), number.Part(0, 2));
    });

    // a D-number has 4 added to its first digit, an H-number 4 to its third
    public static readonly NationalNumber NorwegianNumber = new("NO", "National identity number or D-number", "挪威身份号码或 D 号码", ["99999999999"], number =>
    {
        var day = number.Part(0, 2) is > 40 and <= 71 ? number.Part(0, 2) - 40 : number.Part(0, 2);
        var month = number.Part(2, 2) is > 40 and <= 52 ? number.Part(2, 2) - 40 : number.Part(2, 2);
        var year = number.Part(4, 2);
        int? century = number.Part(6, 3) switch
        {
            < 500 => 1900,
            < 750 when year >= 54 => 1800,
            >= 900 when year >= 40 => 1900,
            _ when year < 40 => 2000,
            _ => null,
        };
        number.CheckCharacter(
            WeightedSum(number.Number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
            && WeightedSum(number.Number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
        number.Require(century is not null, IdentityProblemKind.UnassignedRange);
        if (century is { } known)
        {
            number.Born(known + year, month, day);
        }

        number.IsMale(number[8] % 2 == 1);
    });

    // ten digits leave the century to a sign that people leave out; a coordination number has 60 added to the day
    public static readonly NationalNumber SwedishNumber = new("SE", "Personal identity number (personnummer) or coordination number", "瑞典身份号码（personnummer）或协调号码", ["9999999999", "999999999999"], number =>
    {
        var start = number.Number.Length - 10;
        var day = number.Part(start + 4, 2) > 60 ? number.Part(start + 4, 2) - 60 : number.Part(start + 4, 2);
        number.CheckCharacter(Luhn(number.Number.AsSpan(start)));
        if (start == 2)
        {
            number.Born(number.Part(0, 4), number.Part(4, 2), day);
        }
        else
        {
            number.BornInEitherCentury(number.Part(0, 2), number.Part(2, 2), day);
        }

        number.IsMale(number[start + 8] % 2 == 1);
    })
    { Complete = typed => typed.Replace("+", "", StringComparison.Ordinal) };
}
