namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>The arithmetic that several countries share.</summary>
internal static class CheckDigits
{
    private static readonly int[][] VerhoeffProducts =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
        [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1], [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
        [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];

    private static readonly int[] VerhoeffPermutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>Sum of the first digits, each times its weight; as many digits as there are weights.</summary>
    public static int WeightedSum(string number, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (number[i] - '0');
        }

        return sum;
    }

    /// <summary>ISO/IEC 7812: every second digit from the right doubled.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 7064 MOD 11,10.</summary>
    public static bool Mod11And10(string digits)
    {
        var product = 10;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var sum = (product + digits[i] - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (product + digits[^1] - '0') % 10 == 1;
    }

    /// <summary>ISO 7064 MOD 11-2: the check character after the digits given.</summary>
    public static char Mod11And2(ReadOnlySpan<char> digits)
    {
        var remainder = 0;
        foreach (var digit in digits)
        {
            remainder = (remainder + digit - '0') * 2 % 11;
        }

        var check = (12 - remainder) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    public static bool Verhoeff(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            for (var turn = 0; turn < i % 8; turn++)
            {
                digit = VerhoeffPermutation[digit];
            }

            check = VerhoeffProducts[check][digit];
        }

        return check == 0;
    }
}
