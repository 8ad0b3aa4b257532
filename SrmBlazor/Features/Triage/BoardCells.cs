using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Features.Screening.Cases;

namespace SrmBlazor.Features.Triage;

/// <summary>
/// The cells of a row that say the same to all who read one language, as markup. They are written once and shared by all open boards: as pieces
/// of their own in each they would be a quarter of what an open board keeps (docs/board-benchmark.md). Nothing in them can have the focus.
/// </summary>
public sealed class BoardCells(BoardWords words, IStringLocalizer<TriageTexts> texts)
{
    private const int Most = 4096;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ConcurrentDictionary<Said, string> written = new();

    /// <param name="newest">In the order of arrival, which then stands where the limit would.</param>
    internal MarkupString Of(BoardRow row, bool newest)
    {
        var said = new Said(row.Matter, row.Kind, row.State, row.Due, newest ? row.ReceivedOn : row.Limit, row.Region, row.IsLate, row.IsProvisional, row.HasTwin, row.OfChild, newest, CultureInfo.CurrentUICulture);
        if (written.Count > Most)
        {
            written.Clear();
        }

        return new(written.GetOrAdd(said, static (_, one) => one.Cells.Write(one.Row, one.Newest), (Cells: this, Row: row, Newest: newest)));
    }

    private string Write(BoardRow row, bool newest)
    {
        var cells = new StringBuilder();
        Add(cells, "Kind", (null, words.Kind(row)), ("soft", row.HasTwin ? texts["Row.Twin"] : null), ("tag", row.OfChild ? texts["Row.Child"] : null));
        Add(cells, "State", (ToneOf(row), words.State(row)));
        Add(cells, "Due", row.Due, ("day", Day(row.Due)), ("tag danger", row.IsLate ? texts["Row.Late"] : null), ("soft", row.IsProvisional ? texts["Row.Provisional"] : null));
        Add(cells, newest ? "Received" : "Limit", ("day", newest ? Day(row.ReceivedOn) : row.Limit is { } limit ? Day(limit) : "–"));
        Add(cells, "Region", (null, BoardWords.Region(row.Region) is { Length: > 0 } region ? region : "–"));
        return cells.ToString();
    }

    private void Add(StringBuilder cells, string column, params ReadOnlySpan<(string? Class, string? Text)> parts) => Add(cells, column, null, parts);

    /// <param name="day">By which the keys find what is due next.</param>
    private void Add(StringBuilder cells, string column, DateOnly? day, params ReadOnlySpan<(string? Class, string? Text)> parts)
    {
        cells.Append("<td role=\"cell\" data-label=\"").Append(Encoder.Encode(texts[$"Column.{column}"]));
        if (day is { } due)
        {
            cells.Append(CultureInfo.InvariantCulture, $"\" data-due=\"{due:O}");
        }

        cells.Append("\">");
        foreach (var (style, text) in parts)
        {
            if (text is not null)
            {
                cells.Append(style is null ? "<span>" : $"<span class=\"{style}\">").Append(Encoder.Encode(text)).Append("</span>");
            }
        }

        cells.Append("</td>");
    }

    private static string ToneOf(BoardRow row) => row.Matter switch
    {
        Matter.Request => $"tag {Enum.Parse<RequestState>(row.State).Tone()}",
        Matter.IdentityCheck => Verification.Tones.Of(Enum.Parse<RegistrationState>(row.State)),
        Matter.Screening => Screening.Cases.Pages.Tones.Of(Enum.Parse<ScreeningState>(row.State)),
    };

    private string Day(DateOnly day) => day.ToString(texts["Day"], CultureInfo.CurrentCulture);

    /// <summary>All that the cells say: rows that say the same share them, whoever reads.</summary>
    private readonly record struct Said(
        Matter Matter, string Kind, string State, DateOnly Due, DateOnly? Other, string Region, bool IsLate, bool IsProvisional, bool HasTwin, bool OfChild, bool Newest, CultureInfo Language);
}
