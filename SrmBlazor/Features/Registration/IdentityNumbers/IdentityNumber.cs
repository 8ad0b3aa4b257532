using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>Checks a number of an identity document by the public rule of its kind. Pure: it keeps nothing and asks nobody.</summary>
public static class IdentityNumber
{
    private const int ShortestUnknown = 4;
    private const int LongestUnknown = 20;

    // above any real number with separators; what is longer is refused unread
    private const int LongestEntry = 64;

    /// <param name="today">The date in the clock row's zone; decides what lies in the future and what has expired.</param>
    public static IdentityNumberVerdict Check(IdentityClaim claim, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(claim.Number))
        {
            return IdentityNumberVerdict.Refused(checkedByRule: false, new IdentityProblem(IdentityProblemKind.NumberMissing));
        }

        if (claim.Number.Length > LongestEntry)
        {
            return IdentityNumberVerdict.Refused(checkedByRule: false, new IdentityProblem(IdentityProblemKind.WrongLengthBetween, ShortestUnknown, LongestUnknown, claim.Number.Length));
        }

        if (claim.Type == IdentityType.ResidentId)
        {
            return CheckByRule(NationalNumbers.ChinaResidentId, claim, today);
        }

        if (!Countries.TryFind(claim.Country, out var country))
        {
            return IdentityNumberVerdict.Refused(checkedByRule: false, new IdentityProblem(IdentityProblemKind.CountryMissing));
        }

        return claim.Type == IdentityType.Passport ? Passport.Check(claim, country, today)
            : NationalNumbers.Of(country.Alpha2) is { } rule ? CheckByRule(rule, claim, today)
            : CheckUnknown(claim.Number);
    }

    private static IdentityNumberVerdict CheckByRule(NationalNumber rule, IdentityClaim claim, DateOnly today)
    {
        var number = rule.Complete(TypedText.ToCompact(claim.Number, rule.MeaningfulSeparators));
        if (Shape.Compare(number, rule.Shapes) is { Count: > 0 } misshapen)
        {
            return IdentityNumberVerdict.Refused(checkedByRule: true, misshapen);
        }

        var reading = new NumberReading(number, today);
        rule.Examine(reading);
        // a number with a typing mistake tells nothing reliable about its holder
        if (reading.Problems.Count == 0)
        {
            reading.Require(claim.BirthYear is not { } year || reading.Facts.BirthYears is [] || reading.Facts.BirthYears.Contains(year), IdentityProblemKind.BirthYearDisagrees);
            reading.Require(claim.Sex is not { } sex || reading.Facts.Sex is null || reading.Facts.Sex == sex, IdentityProblemKind.SexDisagrees);
        }

        return reading.Problems.Count == 0
            ? IdentityNumberVerdict.Accepted(number, checkedByRule: true, reading.Facts)
            : IdentityNumberVerdict.Refused(checkedByRule: true, reading.Problems);
    }

    private static IdentityNumberVerdict CheckUnknown(string typed)
    {
        var number = TypedText.ToCompact(typed, meaningful: "-");
        return Unpatterned(number, ShortestUnknown, LongestUnknown, alsoAllowed: "-") is { } problem
            ? IdentityNumberVerdict.Refused(checkedByRule: false, problem)
            : IdentityNumberVerdict.Accepted(number, checkedByRule: false, NumberFacts.None);
    }

    /// <summary>What is wrong with a number of which only length and characters are known; null when nothing.</summary>
    internal static IdentityProblem? Unpatterned(string number, int shortest, int longest, string alsoAllowed = "")
    {
        if (number.Length < shortest || number.Length > longest)
        {
            return new(IdentityProblemKind.WrongLengthBetween, shortest, longest, number.Length);
        }

        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(number[i]) && !alsoAllowed.Contains(number[i], StringComparison.Ordinal))
            {
                return new(IdentityProblemKind.UnexpectedCharacter, i + 1);
            }
        }

        return number.Any(char.IsAsciiDigit) ? null : new(IdentityProblemKind.NoDigit);
    }
}
