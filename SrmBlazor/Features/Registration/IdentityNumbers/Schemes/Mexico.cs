namespace SrmBlazor.Features.Registration.IdentityNumbers.Schemes;

/// <summary>CURP: letters of the name, birth date, sex, state, three consonants, a mark of the century, check digit.</summary>
internal static class Mexico
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    private static readonly string[] States =
        ["AS", "BC", "BS", "CC", "CH", "CL", "CM", "CS", "DF", "DG", "GR", "GT", "HG", "JC", "MC", "MN", "MS", "NE", "NL", "NT", "OC", "PL", "QR", "QT", "SL", "SP", "SR", "TC", "TL", "TS", "VZ", "YN", "ZS"];

    public static readonly NationalNumber Curp = new("MX", "CURP", "墨西哥人口登记号（CURP）", ["AAAA999999AAAAAA*9"], number =>
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (18 - i) * Alphabet.IndexOf(number.Number[i], StringComparison.Ordinal);
        }

        number.CheckCharacter((10 - (sum % 10)) % 10 == number[17]);
        number.Born((char.IsAsciiDigit(number.Number[16]) ? 1900 : 2000) + number.Part(4, 2), number.Part(6, 2), number.Part(8, 2));
        number.Require(States.Contains(number.Number[11..13]), IdentityProblemKind.UnknownRegion);
        number.Require(number.Number[10] is 'H' or 'M' or 'X', IdentityProblemKind.UnassignedRange);
        if (number.Number[10] != 'X')
        {
            number.IsMale(number.Number[10] == 'H');
        }
    });
}
