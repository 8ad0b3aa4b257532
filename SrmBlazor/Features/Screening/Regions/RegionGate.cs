using System.Globalization;

namespace SrmBlazor.Features.Screening.Regions;

/// <summary>
/// Whether an address in Russia or Ukraine lies in an embargoed region (SCR-5). Postcode and place decide together: OFAC lets people rely on postcodes and
/// maps (FAQ 1009), and warns against looking for the word "Crimea" alone (advisory of 30 July 2015). Crimea and Sevastopol escalate; Donetsk and Luhansk,
/// where the tables are wider than the embargo, and evidence that disagrees, are for a person to look at.
/// </summary>
public static class RegionGate
{
    private static readonly string[] Asked = ["RU", "UA"];

    /// <param name="country">ISO 3166-1 alpha-2; null where the address says none.</param>
    /// <param name="postcode">As written.</param>
    /// <param name="place">City and province, parted by commas where there are several.</param>
    /// <param name="address">Street and house, if any: a village is often written there.</param>
    public static RegionVerdict Judge(string? country, string postcode, string place, string address = "")
    {
        if (country is not null && !Asked.Contains(country, StringComparer.OrdinalIgnoreCase))
        {
            return new(RegionOutcome.NotAsked, []);
        }

        var code = PostcodeReason(country, postcode);
        var places = PlaceNames.Find(place).Concat(PlaceNames.Find(address)).ToList();
        var within = places.Where(found => found.Place.Region is not null).ToList();
        var reasons = new List<RegionReason>();
        if (code is not null)
        {
            reasons.Add(code);
        }

        var namesakes = code is { Evidence: RegionEvidence.PostcodeElsewhere } ? within.Where(found => IsNamesake(found.Place, code.Told)).ToList() : [];
        within = [.. within.Except(namesakes)];
        reasons.AddRange(namesakes.Select(found => new RegionReason(RegionEvidence.Namesake, found.Place.Region, found.Told, "embargo-places.csv")));
        reasons.AddRange(within.Select(found => new RegionReason(RegionEvidence.Place, found.Place.Region, found.Told, "embargo-places.csv")).Distinct());

        // A known town elsewhere only counts against something; beside "Crimea, Ukraine" it may be the head office in the same line.
        var elsewhere = places.Where(found => found.Place.Region is null).Select(found => new RegionReason(RegionEvidence.PlaceElsewhere, null, found.Told, "embargo-places.csv")).Distinct().ToList();
        reasons.AddRange(elsewhere);
        return Decided(code, within, elsewhere.Count > 0, namesakes.Count > 0, reasons);
    }

    private static RegionVerdict Decided(RegionReason? code, List<(EmbargoPlace Place, string Told)> within, bool elsewhere, bool namesake, List<RegionReason> reasons)
    {
        var regions = within.Select(found => found.Place.Region!.Value).ToList();
        var disagree = code switch
        {
            { Region: { } region } => regions.Count > 0 ? !regions.Exists(one => SameSide(one, region)) : elsewhere,
            { Evidence: RegionEvidence.Disagreement } => true,
            { } => regions.Count > 0,
            null => regions.Count > 0 && elsewhere,
        };
        if (disagree)
        {
            return new(RegionOutcome.Review, [.. reasons, .. code is { Evidence: RegionEvidence.Disagreement } ? [] : new[] { new RegionReason(RegionEvidence.Disagreement, null, "") }]);
        }

        if (code?.Region is { } told)
        {
            return new(OutcomeOf(told), reasons);
        }

        if (regions.Count > 0)
        {
            // Without a postcode a name that a town elsewhere bears too is no more than a reason to ask.
            var worst = within.Max(found => found.Place.Namesake.Length > 0 ? RegionOutcome.Review : OutcomeOf(found.Place.Region!.Value));
            return new(worst, reasons);
        }

        return code is not null || elsewhere || namesake
            ? new(RegionOutcome.Clear, reasons)
            : new(RegionOutcome.Review, [new(RegionEvidence.NothingToGoBy, null, "")]);
    }

    private static RegionReason? PostcodeReason(string? country, string postcode)
    {
        var digits = string.Concat(postcode.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        if (EmbargoTables.Postcodes.FirstOrDefault(row => row.Digits == digits.Length && digits.StartsWith(row.Prefix, StringComparison.Ordinal)) is { } known)
        {
            return new(RegionEvidence.Postcode, known.Region, digits, known.Source);
        }

        return (digits.Length, country?.ToUpper(CultureInfo.InvariantCulture)) switch
        {
            (6, "UA") => new(RegionEvidence.Disagreement, null, digits, "Ukrainian postcodes have five digits"),
            (6, _) or (5, "UA" or null) => new(RegionEvidence.PostcodeElsewhere, null, digits, "embargo-postcodes.csv"),
            _ => null,
        };
    }

    private static bool IsNamesake(EmbargoPlace place, string postcode) =>
        place.Namesake.Length > 0 && postcode.Length == 6 && postcode.StartsWith(place.Namesake, StringComparison.Ordinal);

    // Sevastopol lies on Crimea, and addresses say either.
    private static bool SameSide(EmbargoedRegion one, EmbargoedRegion other) => one == other || OutcomeOf(one) == RegionOutcome.Escalate && OutcomeOf(other) == RegionOutcome.Escalate;

    private static RegionOutcome OutcomeOf(EmbargoedRegion region) => region switch
    {
        EmbargoedRegion.Crimea or EmbargoedRegion.Sevastopol => RegionOutcome.Escalate,
        EmbargoedRegion.Donetsk or EmbargoedRegion.Luhansk => RegionOutcome.Review,
    };
}
