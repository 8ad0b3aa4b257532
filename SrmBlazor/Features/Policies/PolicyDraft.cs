namespace SrmBlazor.Features.Policies;

/// <summary>The draft as it is looked at: what it says, what it would change, and what is wrong with it.</summary>
/// <param name="Stamp">To be named when publishing.</param>
/// <param name="Detected">Major kinds that it has whatever is said.</param>
/// <param name="Consents">Keys of the purposes resting on consent.</param>
/// <param name="ConsentsChanged">Those of them whose row says something else than before.</param>
public sealed record PolicyDraft(
    int Number, Guid Stamp, IReadOnlyList<DraftSection> Sections, IReadOnlyList<DraftProblem> Problems,
    MajorKinds Detected, IReadOnlyList<string> Consents, IReadOnlyList<string> ConsentsChanged);

/// <summary>One section of the draft in both languages.</summary>
/// <param name="Titles">Its heading, or the slug where there is none.</param>
/// <param name="Written">As written, placeholders open.</param>
/// <param name="Html">As it would be shown.</param>
/// <param name="Differences">From the published text, by language; empty where there are none.</param>
public sealed record DraftSection(string Slug, BothLanguages Titles, BothLanguages Written, BothLanguages Html, IReadOnlyDictionary<string, IReadOnlyList<ComparedLine>> Differences)
{
    public bool IsChanged => Differences.Values.Any(lines => lines.Count > 0);

    /// <summary>Staff saved another text: it is lost when the draft is discarded. What changes by itself, as the version's number, comes again.</summary>
    public bool IsRewritten { get; init; }
}

/// <summary>What became of a save.</summary>
public abstract record SectionSave
{
    private SectionSave()
    {
    }

    /// <param name="Stored">As it is stored now.</param>
    public sealed record Saved(BothLanguages Stored) : SectionSave;

    /// <summary>Somebody else saved this section since; nothing was overwritten.</summary>
    /// <param name="Theirs">What they saved.</param>
    public sealed record Disagrees(BothLanguages Theirs) : SectionSave;

    public sealed record TooLong : SectionSave;

    /// <summary>There is no draft any more.</summary>
    public sealed record Gone : SectionSave;
}

/// <summary>A version without its text.</summary>
public sealed record PolicyRow(int Number, PolicyState State, DateTime OpenedOn, DateOnly? Day, MajorKinds Kinds, BothLanguages Changes)
{
    internal static PolicyRow Of(PolicyVersion version) =>
        new(version.Number, version.State, version.OpenedOn, version.Day, version.Kinds, new BothLanguages { English = version.ChangesEnglish, Chinese = version.ChangesChinese });
}
