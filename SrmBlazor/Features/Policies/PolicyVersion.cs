namespace SrmBlazor.Features.Policies;

/// <summary>What a consent refers to: the number, the day, and the SHA-256 (lower-case hex) of the frozen text in each language.</summary>
public sealed record PolicyVersion(string Number, DateOnly PublishedOn, IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>The number of the text that this build carries.</summary>
    public const string CurrentNumber = "1.0";
}
