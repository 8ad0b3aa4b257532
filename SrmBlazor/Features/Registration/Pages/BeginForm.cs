using System.Globalization;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Registration.Pages;

/// <summary>The two questions that follow the policy, as posted. Nothing of it is kept before it is whole.</summary>
public sealed class BeginForm
{
    /// <summary>The text that was accepted, so that the decision names what was on the screen and not what was published meanwhile.</summary>
    public string? TextHash { get; set; }

    /// <summary>Code of an <see cref="AgeRange"/>.</summary>
    public string? Age { get; set; }

    public string? Country { get; set; }

    /// <summary>A minor says that a parent or guardian reads along.</summary>
    public bool WithGuardian { get; set; }

    public AgeRange? AgeIn(Ages ages) => ages.Ranges.FirstOrDefault(range => range.Code == Age);

    public bool HasCountry => Countries.Find(Country)?.Alpha2 == Country;

    public AgeBand? BandIn(Ages ages) => AgeIn(ages) is { } age && HasCountry ? ages.BandOf(age, Country) : null;

    /// <summary>"Under 14", "14", "16 or 17", "18 or over": the key of the words and their numbers.</summary>
    public static (string Key, object[] Numbers) Words(AgeRange range) => range switch
    {
        { From: 0, To: { } to } => ("Age.Under", [to + 1]),
        { To: null } => ("Age.Over", [range.From]),
        { To: { } to } when to == range.From => ("Age.One", [range.From]),
        { To: { } to } when to == range.From + 1 => ("Age.Two", [range.From, to]),
        _ => ("Age.Between", [range.From, range.To!.Value.ToString(CultureInfo.InvariantCulture)]),
    };
}
