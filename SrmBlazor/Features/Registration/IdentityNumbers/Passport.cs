using System.Collections.Frozen;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>A passport number: six to nine letters and digits (ICAO 9303), closer where a country's own form is certain.</summary>
internal static class Passport
{
    private static readonly FrozenDictionary<string, string[]> KnownShapes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["CN"] = ["A*9999999"],
        ["FR"] = ["99AA99999"],
        ["GB"] = ["999999999"],
        ["HK"] = ["A99999999", "AA9999999"],
        ["IN"] = ["A9999999"],
        ["JP"] = ["AA9999999"],
        ["RU"] = ["999999999"],
        ["TW"] = ["999999999"],
        ["US"] = ["999999999", "A99999999"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IdentityNumberVerdict Check(IdentityClaim claim, Country country, DateOnly today)
    {
        var number = TypedText.ToCompact(claim.Number);
        var known = KnownShapes.TryGetValue(country.Alpha2, out var shapes);
        var withMrz = !string.IsNullOrWhiteSpace(claim.Mrz);
        var problems = new List<IdentityProblem>();
        if (known)
        {
            problems.AddRange(Shape.Compare(number, shapes!));
        }
        else if (IdentityNumber.Unpatterned(number, shortest: 6, longest: 9) is { } problem)
        {
            problems.Add(problem);
        }

        if (problems.Count > 0 || !withMrz)
        {
            return Verdict(NumberFacts.None);
        }

        var facts = MachineReadableLine.Compare(claim, number, country, today, problems);
        return Verdict(facts);

        IdentityNumberVerdict Verdict(NumberFacts facts) => problems.Count == 0
            ? IdentityNumberVerdict.Accepted(number, known || withMrz, facts)
            : IdentityNumberVerdict.Refused(known || withMrz, problems);
    }
}
