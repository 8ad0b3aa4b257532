using SrmBlazor.Features.Policies;

namespace SrmBlazor.Features.Disclosures;

public enum RecipientKind
{
    /// <summary>A company of the operator's group. Each legal entity but the operator itself counts.</summary>
    Affiliate,

    /// <summary>A company outside the group that works for the operator.</summary>
    Partner,
}

/// <summary>A legal entity other than the operator that may receive data, as the settings declare it.</summary>
public sealed record Recipient
{
    public const int KeyLength = 40;

    /// <summary>Fixed for ever: written beside every disclosure.</summary>
    public string Key { get; init; } = "";

    public BothLanguages Name { get; init; } = new();

    public RecipientKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    /// <summary>Where it receives letters, and where a person can write to it.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>Keys of the purposes for which it may receive anything.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Kind and property of what it may receive, such as <c>identity.FullName</c>; nothing else leaves.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>What protects the data there.</summary>
    public BothLanguages Safeguards { get; init; } = new();

    /// <summary>When the risk of giving it data was assessed.</summary>
    public DateOnly? AssessedOn { get; init; }

    /// <summary>The last day on which that assessment counts.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Why it is never asked to delete or correct: <see cref="NoticeReason.LawForbids"/> or <see cref="NoticeReason.AuthorisedSeparately"/>; null: it is asked.</summary>
    public NoticeReason? NotAsked { get; init; }

    public bool IsAssessed(DateOnly today) => AssessedOn <= today && today <= ReviewBy;

    /// <summary>The language it is written to in.</summary>
    public string Language => Country == "CN" ? PolicyLanguage.Chinese : PolicyLanguage.English;
}
