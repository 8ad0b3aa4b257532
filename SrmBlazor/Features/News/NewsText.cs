namespace SrmBlazor.Features.News;

/// <summary>A piece of news as it is written: subject and paragraphs of plain text, in both languages. It names nobody.</summary>
public sealed record NewsText(string EnglishSubject, string EnglishText, string ChineseSubject, string ChineseText)
{
    public const int LongestSubject = 120;
    public const int LongestText = 4000;

    public static NewsText Empty { get; } = new("", "", "", "");

    /// <summary>What keeps it from being saved, by the field's name.</summary>
    public IEnumerable<(string Field, NewsFlaw Flaw)> Flaws =>
    [
        .. Of(nameof(EnglishSubject), EnglishSubject, LongestSubject), .. Of(nameof(EnglishText), EnglishText, LongestText),
        .. Of(nameof(ChineseSubject), ChineseSubject, LongestSubject), .. Of(nameof(ChineseText), ChineseText, LongestText),
    ];

    public string Subject(string language) => language == "zh-CN" ? ChineseSubject : EnglishSubject;

    /// <summary>Blank lines part the paragraphs; a single line end stays inside one.</summary>
    public IReadOnlyList<string> Paragraphs(string language) =>
        [.. (language == "zh-CN" ? ChineseText : EnglishText).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    internal NewsText Trimmed() => new(EnglishSubject.Trim(), EnglishText.Trim(), ChineseSubject.Trim(), ChineseText.Trim());

    private static IEnumerable<(string, NewsFlaw)> Of(string field, string value, int longest) =>
        value.Trim() is { Length: 0 } ? [(field, NewsFlaw.Missing)] : value.Trim().Length > longest ? [(field, NewsFlaw.TooLong)] : [];
}

public enum NewsFlaw
{
    Missing,
    TooLong,
}
