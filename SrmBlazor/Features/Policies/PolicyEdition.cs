namespace SrmBlazor.Features.Policies;

/// <summary>A published version, to be read in either language.</summary>
/// <param name="Version">What a decision refers to.</param>
/// <param name="Changes">What changed and why; may be empty where it is minor.</param>
/// <param name="Purposes">Keys of the consent purposes that it asks again.</param>
public sealed record PolicyEdition(
    int Version, DateOnly PublishedOn, MajorKinds Kinds, BothLanguages Changes, IReadOnlyList<string> Purposes, IReadOnlyDictionary<string, PolicyDocument> Documents)
{
    public string Number => PolicyNumber.Of(Version);

    public IReadOnlyDictionary<string, string> Hashes { get; } = Documents.ToDictionary(document => document.Key, document => document.Value.Hash, StringComparer.Ordinal);

    /// <param name="language">One of <see cref="PolicyLanguage.All"/>.</param>
    public PolicyDocument In(string language) => Documents[language];

    /// <param name="page">The address that the links within the text stand on.</param>
    internal static PolicyEdition Of(PolicyVersion version, string page) => new(
        version.Number, version.Day!.Value, version.Kinds, new BothLanguages { English = version.ChangesEnglish, Chinese = version.ChangesChinese },
        version.Purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        version.Wordings.ToDictionary(wording => wording.Language, wording => PolicyDocument.Of(wording.Language, wording.Text, page), StringComparer.Ordinal));
}

public static class PolicyNumber
{
    public static string Of(int version) => $"{version}.0";
}
