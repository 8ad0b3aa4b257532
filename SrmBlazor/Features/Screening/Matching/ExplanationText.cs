using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>An explanation in sentences, for where there is no page to lay it out on.</summary>
public static class ExplanationText
{
    private static readonly ResourceManager Texts = new(typeof(MatchingTexts));

    /// <summary>What was found and what is known beside the name, then word by word, then what is odd.</summary>
    /// <param name="listedName">The name that was found, which may be an alias of the party.</param>
    public static IEnumerable<string> Lines(string listedName, Explanation explanation, CultureInfo language)
    {
        string Say(string key, params object?[] values) => string.Format(language, Texts.GetString(key, language)!, values);

        yield return Say("Said.Name", listedName, Say($"Quality.{explanation.Quality}"), Number(explanation.NameScore));
        foreach (var word in explanation.Words)
        {
            yield return $"{Say(KeyOf(word), word.QueryWord ?? word.ListWord, word.ListWord, Say($"Relation.{word.Relation}"))} ({Signed(word.Contribution)})";
        }

        yield return Say("Said.Nationality", Say($"Agreement.{explanation.Nationality}"));
        yield return Say("Said.BirthYear", Say($"Agreement.{explanation.BirthYear}"));
        foreach (var flag in Enum.GetValues<NameFlags>().Where(flag => flag != NameFlags.None && explanation.Flags.HasFlag(flag)))
        {
            yield return Say($"Flag.{flag}");
        }
    }

    private static string KeyOf(WordEvidence word) => (word.QueryWord, word.ListWord) switch
    {
        (not null, not null) => "Said.Both",
        (not null, null) => "Said.Asked",
        _ => "Said.Listed",
    };

    private static string Number(double score) => score.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Signed(double share) => share.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}
