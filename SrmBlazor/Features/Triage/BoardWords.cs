using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Triage;

/// <summary>What a row is called, on the page as in the table, in the language of whoever asks.</summary>
public sealed class BoardWords(IStringLocalizer<TriageTexts> texts, IStringLocalizer<RightsRequestsTexts> requests, IStringLocalizer<VerificationTexts> checks, IStringLocalizer<ScreeningCasesTexts> screenings)
{
    internal string Kind(BoardRow row) => row.Matter == Matter.Request ? requests[$"Kind.{row.Kind}"] : texts[$"Matter.{row.Matter}"];

    internal string State(BoardRow row) => row.Matter switch
    {
        Matter.Request => requests[$"State.{row.State}"],
        Matter.IdentityCheck => checks[$"State.{row.State}"],
        Matter.Screening => screenings[$"State.{row.State}"],
    };

    /// <summary>A part of a country has clocks of its own. Empty where no region is known.</summary>
    internal static string Region(string region) => region.Length == 0 ? "" : region.Split('-') switch
    {
        [var country, var part] => $"{Countries.NameOf(country, CultureInfo.CurrentUICulture)} ({part})",
        _ => Countries.NameOf(region, CultureInfo.CurrentUICulture),
    };
}
