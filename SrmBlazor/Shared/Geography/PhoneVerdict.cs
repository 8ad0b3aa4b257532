namespace SrmBlazor.Shared.Geography;

public enum PhoneProblem
{
    Missing,
    NotANumber,
    UnknownCallingCode,
    TooShort,
    TooLong,
    NotOfThatCountry,
}

/// <summary>What the check of a phone number found.</summary>
/// <param name="E164">The number as <c>+8613…</c>, the form that is stored; null when there is a problem.</param>
/// <param name="Country">Country that the number belongs to; it may differ from the one expected when it was typed with a leading +.</param>
public sealed record PhoneVerdict(PhoneProblem? Problem, string? E164, string? Country)
{
    public bool IsAccepted => Problem is null;

    /// <summary>Key in <see cref="GeographyTexts"/>; argument {0} is the name of the country that was expected.</summary>
    public string? MessageKey => Problem is null ? null : $"Phone.{Problem}";

    // the number is personal data: keep it out of logs
    public override string ToString() => $"PhoneVerdict {(Problem is null ? "accepted" : Problem.ToString())}";
}
