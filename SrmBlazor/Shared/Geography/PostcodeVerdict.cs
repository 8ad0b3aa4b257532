namespace SrmBlazor.Shared.Geography;

public enum PostcodeProblem
{
    Missing,
    TooLong,
    ForeignCharacters,
    WrongShape,
}

/// <summary>What the check of a postcode found.</summary>
/// <param name="Normalised">Upper case, plain characters, single spaces; as the person grouped it. Null when there is a problem or nothing was entered.</param>
/// <param name="Compact">The same without spaces and hyphens, for comparing.</param>
/// <param name="Example">A postcode of that country as it should look, where we know one.</param>
/// <param name="CheckedByRule">False for a country whose postcodes we know no pattern for: then anything short is taken.</param>
public sealed record PostcodeVerdict(PostcodeProblem? Problem, string? Normalised, string? Compact, string? Example, bool CheckedByRule)
{
    public bool IsAccepted => Problem is null;

    /// <summary>Key in <see cref="GeographyTexts"/>; argument {0} is the country's name, {1} the example.</summary>
    public string? MessageKey => Problem is null ? null : $"Postcode.{Problem}";

    // a postcode can point at a person: keep it out of logs
    public override string ToString() => $"PostcodeVerdict {(Problem is null ? "accepted" : Problem.ToString())}";
}
