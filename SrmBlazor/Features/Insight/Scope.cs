using SrmBlazor.Features.RightsRequests;

namespace SrmBlazor.Features.Insight;

/// <summary>Which requests figures are of: those of a period, of all kinds or one, of all countries or one.</summary>
/// <param name="Country">Two letters of ISO 3166-1, its parts with it; empty for requests of no stated country, null for all.</param>
public sealed record Scope(Period Period, RequestKind? Kind = null, string? Country = null)
{
    private const string Unstated = "none";

    /// <summary>The page of these figures.</summary>
    public string Address =>
        $"{InsightFeature.Path}?from={Period.Write(Period.From)}&to={Period.Write(Period.To)}{(Kind is { } kind ? $"&kind={kind}" : "")}{(Country is { } country ? $"&country={(country.Length == 0 ? Unstated : country)}" : "")}";

    /// <summary>As it stands in an address; what is no kind and no country narrows nothing.</summary>
    public static Scope Read(Period period, string? kind, string? country) => new(
        period,
        Enum.TryParse<RequestKind>(kind, out var one) && Enum.GetName(one) == kind ? one : null,
        country == Unstated ? "" : country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? country : null);
}
