using System.Globalization;
using System.Text;

namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>The published figures as files: the same numbers, by their codes.</summary>
public static class TransparencyDownloads
{
    public const string Page = "/transparency";

    public static void MapTransparency(this IEndpointRouteBuilder app)
    {
        app.MapGet(Page + "/figures.json", async (TransparencyReports reports, HttpResponse response) =>
        {
            Keep(response);
            return Results.Json((await reports.ListAsync()).Select(report => new { report.Half.From, report.Half.To, report.PublishedOn, FewerThan = report.Least, Figures = report.Figures }), Json);
        }).AllowAnonymous();
        app.MapGet(Page + "/figures.csv", async (TransparencyReports reports, HttpResponse response) =>
        {
            Keep(response);
            var csv = Csv(await reports.ListAsync());
            return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", "transparency.csv");
        }).AllowAnonymous();
    }

    private static System.Text.Json.JsonSerializerOptions Json { get; } = new(System.Text.Json.JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>Half a year changes twice a year, and names nobody: anybody may keep it for an hour.</summary>
    private static void Keep(HttpResponse response) => response.Headers.CacheControl = "public, max-age=3600";

    internal static string Csv(IEnumerable<TransparencyReport> reports)
    {
        var text = new StringBuilder("from,to,part,of,value\r\n");
        foreach (var report in reports)
        {
            var figures = report.Figures;
            foreach (var (part, of, value) in Lines("received", figures.Received).Concat(Lines("ended", figures.Ended)).Concat(Lines("denied", figures.Denied)).Concat(Lines("grounds", figures.Grounds))
                .Concat(Lines("all", figures.Pace)).Concat(figures.Kinds.SelectMany(kind => Lines(kind.Kind, kind.Pace))))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Period.Write(report.Half.From)},{Period.Write(report.Half.To)},{part},{of},{value}\r\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Part, string Of, string Value)> Lines(string part, Shares? shares)
    {
        if (shares?.Total is not { } total)
        {
            return [(part, "total", "too few")];
        }

        return
        [
            (part, "total", Text(total)),
            .. shares.Shown.Select(share => (part, share.Of, Text(share.Count))),
            .. shares.Rest is { } rest ? [(part, "others together", Text(rest))] : Array.Empty<(string, string, string)>(),
        ];
    }

    private static IEnumerable<(string Part, string Of, string Value)> Lines(string of, PublishedPace pace)
    {
        yield return ("on time", of, pace.Percent is { } percent ? $"{Text(percent)}%" : pace.OnTime.ToString());
        if (pace.Median is { } median)
        {
            yield return ("median days", of, median.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
