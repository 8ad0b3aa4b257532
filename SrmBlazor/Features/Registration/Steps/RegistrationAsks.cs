using SrmBlazor.Features.Policies.Lint;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>What registration needs from each sort of person, for the check that no answer is demanded without a purpose.</summary>
public static class RegistrationAsks
{
    public static AskedPersons OfThisProgram(DataMap map) => new([.. Countries.InEnglishOrder
        .SelectMany(country => Enum.GetValues<Cooperation>().Select(cooperation => Of(map, cooperation, country.Alpha2)))]);

    private static AskedPerson Of(DataMap map, Cooperation cooperation, string country)
    {
        var reasons = new Reasons(map);
        var answers = new Answers { Cooperation = cooperation.ToString(), Country = country };
        var needed = Enum.GetValues<Item>().Where(item => Asked.Is(item, answers) && !Asked.IsOptional(item))
            .Select(item => new AskedItem(item.ToString(), reasons.Of(item).Purposes))
            .Append(new AskedItem("Scan", reasons.Of(null).Purposes));
        return new AskedPerson($"{cooperation}, {country}", [.. needed], [.. Live(cooperation, country)]);
    }

    /// <summary>As the policy says it, not as the questions are asked: the two are compared.</summary>
    private static IEnumerable<Purpose> Live(Cooperation cooperation, string country) =>
    [
        For.Account, For.IdentityCheck, For.OrdersSettlement, For.Screening, For.Jurisdiction,
        .. cooperation == Cooperation.PersonnelLeasing ? [For.LeasingMatching, For.LeasingContact] : Array.Empty<Purpose>(),
        .. country is "RU" or "UA" ? [For.RegionalScreening] : Array.Empty<Purpose>(),
    ];
}
