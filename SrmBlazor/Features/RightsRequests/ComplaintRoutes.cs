using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Where a person can complain about us, by region. The words are the texts <c>Route.*</c>.</summary>
public static class ComplaintRoutes
{
    /// <param name="region">ISO 3166-1 alpha-2, perhaps with a subdivision; empty where unknown.</param>
    public static string Of(string region)
    {
        var country = region.Split('-')[0];
        return region == "US-CA" ? region
            : country is "CN" or "GB" or "BR" or "SG" or "KR" or "JP" ? country
            : Countries.IsInEea(country) ? "EU"
            : "Elsewhere";
    }

    public static string In(string language, string route) => RightsRequestsTexts.Say(language, $"Route.{route}");
}
