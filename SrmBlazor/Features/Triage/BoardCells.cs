using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// The cells of a row that say the same to all who read one language, as markup. They are written once and shared by all open boards: as pieces
/// of their own in each they would be a quarter of what an open board keeps (docs/board-benchmark.md). Nothing in them can have the focus.
/// </summary>
public sealed class BoardCells(IStringLocalizer<TriageTexts> texts, IStringLocalizer<RightsRequestsTexts> requests, IStringLocalizer<VerificationTexts> checks, IStringLocalizer<ScreeningCasesTexts> screenings)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // they go with the row itself
    private readonly ConditionalWeakTable<BoardRow, ConcurrentDictionary<(CultureInfo, bool), string>> written = [];

    /// <param name="newest">In the order of arrival, which then stands where the limit would.</param>
    public MarkupString Of(BoardRow row, bool newest) =>
        new(written.GetOrCreateValue(row).GetOrAdd((CultureInfo.CurrentUICulture, newest), _ => Write(row, newest)));

    private string Write(BoardRow row, bool newest)
    {
        var cells = new StringBuilder();
        Add(cells, "Kind", (null, row.Matter == Matter.Request ? requests[$"Kind.{row.Kind}"] : texts[$"Matter.{row.Matter}"]),
            ("soft", row.HasTwin ? texts["Row.Twin"] : null), ("tag", row.OfChild ? texts["Row.Child"] : null));
        Add(cells, "State", StateOf(row));
        Add(cells, "Due", ("day", Day(row.Due)), ("tag danger", row.IsLate ? texts["Row.Late"] : null), ("soft", row.IsProvisional ? texts["Row.Provisional"] : null));
        Add(cells, newest ? "Received" : "Limit", ("day", newest ? Day(row.ReceivedOn) : row.Limit is { } limit ? Day(limit) : "–"));
        Add(cells, "Region", (null, RegionOf(row)));
        return cells.ToString();
    }

    private void Add(StringBuilder cells, string column, params ReadOnlySpan<(string? Class, string? Text)> parts)
    {
        cells.Append("<td role=\"cell\" data-label=\"").Append(Encoder.Encode(texts[$"Column.{column}"])).Append("\">");
        foreach (var (style, text) in parts)
        {
            if (text is not null)
            {
                cells.Append(style is null ? "<span>" : $"<span class=\"{style}\">").Append(Encoder.Encode(text)).Append("</span>");
            }
        }

        cells.Append("</td>");
    }

    private (string Tone, string Text) StateOf(BoardRow row) => row.Matter switch
    {
        Matter.Request => ($"tag {Enum.Parse<RequestState>(row.State).Tone()}", requests[$"State.{row.State}"]),
        Matter.IdentityCheck => (Verification.Tones.Of(Enum.Parse<Registration.RegistrationState>(row.State)), checks[$"State.{row.State}"]),
        Matter.Screening => (Screening.Cases.Pages.Tones.Of(Enum.Parse<ScreeningState>(row.State)), screenings[$"State.{row.State}"]),
    };

    /// <summary>A part of a country has clocks of its own.</summary>
    private static string RegionOf(BoardRow row) => row.Region.Split('-') switch
    {
        [""] => "–",
        [var country, var part] => $"{Countries.NameOf(country, CultureInfo.CurrentUICulture)} ({part})",
        [var country, ..] => Countries.NameOf(country, CultureInfo.CurrentUICulture),
        [] => "–",
    };

    private string Day(DateOnly day) => day.ToString(texts["Day"], CultureInfo.CurrentCulture);
}
