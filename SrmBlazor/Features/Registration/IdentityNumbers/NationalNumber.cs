namespace SrmBlazor.Features.Registration.IdentityNumbers;

/// <summary>The public rule of one national number.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Label">What the number is called, in English.</param>
/// <param name="ChineseLabel">What the number is called, in Chinese.</param>
/// <param name="Shapes">Permitted forms in the notation of <see cref="Shape"/>.</param>
/// <param name="Examine">What the check characters, dates and ranges must fulfil; runs only on a number of the right shape.</param>
internal sealed record NationalNumber(string Country, string Label, string ChineseLabel, string[] Shapes, Action<NumberReading> Examine)
{
    /// <summary>Separators that mean something in this number and are therefore kept.</summary>
    public string MeaningfulSeparators { get; init; } = "";

    /// <summary>Brings another permitted spelling to the usual one, such as leading zeros left out.</summary>
    public Func<string, string> Complete { get; init; } = number => number;

    /// <summary>The state's own law limits who may ask for this number; a passport is the better document.</summary>
    public bool UseRestrictedByLaw { get; init; }
}
