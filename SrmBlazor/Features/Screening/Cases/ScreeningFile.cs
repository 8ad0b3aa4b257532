using System.Text.Json;
using System.Text.Json.Serialization;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// All words of a screening: what was compared, both sides of each hit, and notes of who decided. One for everybody who was ever screened, hit or not, and
/// held back from its person, because a file that only some have would itself tell that there is something in it (PIPL 18).
/// </summary>
public sealed record ScreeningFile(string Content) : SealedRecord, IDeclared
{
    public static RecordKind Kind { get; } = RecordKind.Of("screening-file")
        .HeldBy(For.Screening)
        .Has(nameof(Content), Category.Security);
}

/// <summary>What the person and the company wrote to each other about a decision.</summary>
public sealed record ScreeningMessage(string Text) : SealedRecord, IDeclared
{
    public const int Longest = 2000;

    public static RecordKind Kind { get; } = RecordKind.Of("screening-message")
        .HeldBy(For.ExplainDecision)
        .Has(nameof(Text), Category.Correspondence);
}

/// <summary>The content of a <see cref="ScreeningFile"/>, open. Things are only ever added, and events name them by number.</summary>
internal sealed record FileContent(IReadOnlyList<ScreenedWords> Words, IReadOnlyList<FiledHit> Hits, IReadOnlyList<string> Notes)
{
    public const int LongestNote = 2000;

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 16,
    };

    public static FileContent Empty { get; } = new([], [], []);

    public static FileContent Of(ScreeningFile file) => JsonSerializer.Deserialize<FileContent>(file.Content, Json)!;

    public ScreeningFile Close() => new(JsonSerializer.Serialize(this, Json));

    /// <summary>The newest evidence of a hit.</summary>
    public HitEvidence? EvidenceOf(Guid hit) => Hits.LastOrDefault(one => one.Hit == hit)?.Evidence;

    /// <summary>Adds the words, if they are others than the last.</summary>
    public FileContent With(ScreenedWords words) => Words is [.., var last] && last == words ? this : this with { Words = [.. Words, words] };

    public FileContent With(IEnumerable<FiledHit> hits) => this with { Hits = [.. Hits, .. hits] };

    public FileContent With(string note) => this with { Notes = [.. Notes, note] };

    public override string ToString() => "***";
}

internal sealed record FiledHit(Guid Hit, HitEvidence Evidence)
{
    public override string ToString() => "***";
}
