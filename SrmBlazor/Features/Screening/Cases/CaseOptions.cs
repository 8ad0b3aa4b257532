namespace SrmBlazor.Features.Screening.Cases;

/// <summary>When one person is not enough.</summary>
public sealed class CaseOptions
{
    public const string Section = "ScreeningCases";

    /// <summary>Somebody with more open hits than this is escalated at once: none is dropped, and nobody clears a row of them alone.</summary>
    public int TooMany { get; set; } = 20;

    /// <summary>A hit at or above this score is cleared by two people.</summary>
    public double TwoPeopleFrom { get; set; } = 0.95;

    public bool IsSound => TooMany >= 1 && TwoPeopleFrom is >= 0 and <= 1;
}
