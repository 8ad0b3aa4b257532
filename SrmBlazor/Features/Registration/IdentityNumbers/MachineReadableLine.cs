using System.Globalization;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>The second line of a passport's machine-readable zone (ICAO 9303 part 4, TD3): its check digits, and whether it agrees with what was typed.</summary>
internal static class MachineReadableLine
{
    private const int Length = 44;

    public static NumberFacts Compare(IdentityClaim claim, string number, Country country, DateOnly today, List<IdentityProblem> problems)
    {
        var line = SecondLineOf(claim.Mrz!);
        if (line.Length != Length)
        {
            problems.Add(new(IdentityProblemKind.MrzLength, Length, line.Length));
            return NumberFacts.None;
        }

        if (line.AsSpan().IndexOfAnyExcept(Alphabet) is >= 0 and var place)
        {
            problems.Add(new(IdentityProblemKind.MrzCharacter, place + 1));
            return NumberFacts.None;
        }

        var numberReads = Agrees(line[..9], line[9], IdentityProblemKind.MrzNumberCheckDigit, problems);
        var birthReads = Agrees(line[13..19], line[19], IdentityProblemKind.MrzBirthCheckDigit, problems);
        var expiryReads = Agrees(line[21..27], line[27], IdentityProblemKind.MrzExpiryCheckDigit, problems);
        var personal = line[28..42];
        var personalReads = (line[42] == '<' && personal.All(c => c == '<')) || Agrees(personal, line[42], IdentityProblemKind.MrzPersonalCheckDigit, problems);
        if (numberReads && birthReads && expiryReads && personalReads)
        {
            // only telling when its parts read well: it then points at a part exchanged as a whole
            Agrees(line[..10] + line[13..20] + line[21..43], line[43], IdentityProblemKind.MrzCompositeCheckDigit, problems);
        }

        Require(!numberReads || line[..9].TrimEnd('<') == number, IdentityProblemKind.MrzNumberDisagrees);
        Require(IsNationalOf(line[10..13].TrimEnd('<'), country), IdentityProblemKind.MrzNationalityDisagrees);

        var years = birthReads ? BirthYears(line[13..15], today) : [];
        Require(claim.BirthYear is not { } year || years.Length == 0 || years.Contains(year), IdentityProblemKind.MrzBirthYearDisagrees);

        Sex? sex = line[20] switch { 'M' => Sex.Male, 'F' => Sex.Female, _ => null };
        Require(claim.Sex is not { } claimed || sex is null || sex == claimed, IdentityProblemKind.MrzSexDisagrees);

        if (expiryReads)
        {
            var expires = DateOnly.TryParseExact("20" + line[21..27], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
            Require(expires is not null, IdentityProblemKind.MrzImpossibleDate);
            Require(expires is null || expires >= today, IdentityProblemKind.Expired);
        }

        if (birthReads && !line[13..19].Contains('<', StringComparison.Ordinal))
        {
            Require(IsDayOfSomeYear(line[13..19]), IdentityProblemKind.MrzImpossibleDate);
        }

        return new(years, null, sex);

        void Require(bool fulfilled, IdentityProblemKind otherwise)
        {
            if (!fulfilled && !problems.Any(problem => problem.Kind == otherwise))
            {
                problems.Add(new(otherwise));
            }
        }
    }

    /// <summary>ICAO 9303 part 3, 4.9: weights 7, 3, 1; letters count 10 to 35, the filler 0.</summary>
    internal static char CheckDigit(string field)
    {
        var sum = 0;
        for (var i = 0; i < field.Length; i++)
        {
            var value = field[i] switch
            {
                '<' => 0,
                >= 'A' and var letter => letter - 'A' + 10,
                var digit => digit - '0',
            };
            sum += value * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }

        return (char)('0' + (sum % 10));
    }

    private static readonly System.Buffers.SearchValues<char> Alphabet = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<");

    private static string SecondLineOf(string typed)
    {
        var plain = typed.Length > 200 ? typed[..200] : typed;
        var lines = TypedText.ToPlain(plain).Replace(" ", "", StringComparison.Ordinal);
        return lines.Length == 2 * Length && lines[0] == 'P' ? lines[Length..] : lines;
    }

    private static bool Agrees(string field, char check, IdentityProblemKind otherwise, List<IdentityProblem> problems)
    {
        if (CheckDigit(field) == check)
        {
            return true;
        }

        problems.Add(new(otherwise));
        return false;
    }

    // Hong Kong and Macao passports name the nationality CHN; Germany writes D; British passports of other statuses have codes of their own
    private static bool IsNationalOf(string code, Country country) => code == country.Alpha3 || country.Alpha2 switch
    {
        "HK" or "MO" => code == "CHN",
        "DE" => code == "D",
        "GB" => code is "GBD" or "GBN" or "GBO" or "GBP" or "GBS",
        _ => false,
    };

    private static int[] BirthYears(string twoDigits, DateOnly today) =>
        int.TryParse(twoDigits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? [.. new[] { 1900 + year, 2000 + year }.Where(candidate => candidate <= today.Year)]
            : [];

    private static bool IsDayOfSomeYear(string date) =>
        DateOnly.TryParseExact("20" + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || DateOnly.TryParseExact("19" + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
