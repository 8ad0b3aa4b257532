using SrmBlazor.Shared.Deadlines;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Where a person can complain about us: one row of the table <c>routes.csv</c>.</summary>
/// <param name="Contact">Addresses and numbers that are read alike in every language; may be empty.</param>
/// <param name="Court">Whether a court is named beside the authority.</param>
public sealed record ComplaintRoute(string Route, string English, string Chinese, string Contact, bool Court, string Source, Confidence Confidence, DateOnly ReviewBy)
{
    /// <summary>What nobody has seen in a text of law is told to nobody.</summary>
    public bool IsUsed => Confidence != Confidence.Unverified;

    /// <summary>Somebody should look whether it is still the same.</summary>
    public bool IsToBeReviewed(DateOnly today) => today >= ReviewBy;
}

/// <summary>Where a person can complain about us, by region.</summary>
public static class ComplaintRoutes
{
    private const string Elsewhere = "Elsewhere";

    private static readonly string[] Columns = ["route", "english", "chinese", "contact", "court", "source", "confidence", "reviewBy"];

    /// <summary>Every row, also those that are not used because nobody verified them.</summary>
    public static IReadOnlyList<ComplaintRoute> All { get; } = Read("routes.csv", FactFile.Embedded("routes.csv"));

    /// <param name="region">ISO 3166-1 alpha-2, perhaps with a subdivision; empty where unknown.</param>
    /// <returns>The key that is kept with a decision.</returns>
    public static string Of(string region)
    {
        var country = region.Split('-')[0];
        var routes = new[] { region, country, Countries.IsInEea(country) ? "EU" : "" };
        return routes.FirstOrDefault(route => All.Any(one => one.Route == route && one.IsUsed)) ?? Elsewhere;
    }

    /// <param name="route">Also one that is not used any more: what was told once can be read again.</param>
    public static string In(string language, string route)
    {
        var row = All.First(one => one.Route == route);
        var name = language == "zh-CN" ? row.Chinese : row.English;
        var authority = row.Contact.Length > 0 ? RightsRequestsTexts.Say(language, "Route.Contact", name, row.Contact) : name;
        return row.Court ? RightsRequestsTexts.Say(language, "Route.Court", authority) : authority;
    }

    /// <exception cref="InvalidDataException">The table cannot be used; the message names file and line.</exception>
    internal static IReadOnlyList<ComplaintRoute> Read(string file, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = FactFile.Read(file, text, Columns, line =>
        {
            var route = new ComplaintRoute(line.Text("route"), line.Text("english"), line.Text("chinese"), line["contact"], line["court"] == "yes", line.Text("source"),
                line.Choice<Confidence>("confidence"), line.Date("reviewBy"));
            if (route.Route != Elsewhere && !DeadlineRules.IsRegion(route.Route) || route.Route.Length > RequestDecision.RouteLength)
            {
                line.Complain(FactFault.Value, "route");
            }

            if (line["court"] is not ("yes" or "no"))
            {
                line.Complain(FactFault.Value, "court");
            }

            if (!seen.Add(route.Route))
            {
                line.Complain(FactFault.Twice, "route");
            }

            return route;
        }).Sound();
        return rows.Any(row => row is { Route: Elsewhere, IsUsed: true }) ? rows : throw new InvalidDataException(new FactProblem(file, 1, FactFault.Missing, "", Elsewhere).ToString());
    }
}
