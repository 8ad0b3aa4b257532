namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>
/// Arabic compounds, which lists write as one word, two or three: servant names (Abd al-Rahman, Abdul Rahman, Abdurrahman, Abderrahmane),
/// …Allah and … al-Din. Each is brought to one word; the article between them is assimilated before letters of the sun.
/// </summary>
internal static class Compounds
{
    private static readonly string[] GodEndings = ["oullah", "ullah", "allah", "ollah", "oulah", "ulah", "alah", "olah"];

    /// <summary>The article's l, assimilated or not, between a vowel and din; the longest first.</summary>
    private static readonly string[] FaithEndings =
    [
        .. from vowel in new[] { "ou", "u", "a", "e", "i", "o" }
           from article in new[] { "l", "d", "r", "" }
           from faith in new[] { "ddine", "ddeen", "ddin", "ddyn", "dine", "deen", "din", "dyn" }
           let ending = vowel + article + faith
           orderby ending.Length descending, ending
           select ending,
    ];

    /// <summary>Joins what belongs together; words are lower case a–z.</summary>
    public static List<Part> Join(List<Part> words)
    {
        var joined = new List<Part>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (IsServant(word.Text) && Next(words, at) is { } name && name < words.Count)
            {
                joined.Add(new Part(Servant(IsGod(words[name].Text) ? "lah" : words[name].Text), string.Join(' ', words[at..(name + 1)].Select(part => part.Written)), words[name].IsTied));
                at = name;
            }
            else if (joined.Count > 0 && joined[^1].Text.Length > 2 && at + 1 < words.Count && IsArticle(word.Text) && IsFaith(words[at + 1].Text))
            {
                joined[^1] = new Part(joined[^1].Text + "uddin", $"{joined[^1].Written} {word.Written} {words[at + 1].Written}", words[at + 1].IsTied);
                at++;
            }
            else if (joined.Count > 0 && joined[^1].Text.Length > 2 && !IsArticle(joined[^1].Text) && (IsGod(word.Text) || IsOfTheFaith(word.Text)))
            {
                joined[^1] = new Part(joined[^1].Text + (IsGod(word.Text) ? "ullah" : "uddin"), $"{joined[^1].Written} {word.Written}", word.IsTied);
            }
            else
            {
                joined.Add(word with { Text = OneForm(word.Text) });
            }
        }

        return joined;
    }

    /// <summary>One spelling of compounds that are written as one word.</summary>
    private static string OneForm(string word) =>
        ServantIn(word) is { } servant ? Servant(Bare(servant))
        : StemBefore(GodEndings, word) is { } god ? $"{god}ullah"
        : StemBefore(FaithEndings, word) is { } faith ? $"{faith}uddin"
        : word;

    /// <summary>What follows abdul, abdel, abdou, abdi …</summary>
    private static string? ServantIn(string word)
    {
        if (word.Length < 7 || !word.StartsWith("abd", StringComparison.Ordinal) || !IsVowel(word[3]))
        {
            return null;
        }

        var name = word[3] == 'o' && word[4] == 'u' ? word[5..] : word[4..];
        return name.Length > 2 ? name : null;
    }

    private static string? StemBefore(string[] endings, string word) =>
        Array.Find(endings, ending => word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)) is { } found ? word[..^found.Length] : null;

    private static int? Next(List<Part> words, int at) =>
        at + 1 >= words.Count ? null
        : IsArticle(words[at + 1].Text) && at + 2 < words.Count ? at + 2
        : words[at + 1].Text.Length > 2 ? at + 1 : null;

    private static string Servant(string name) => name is "lah" or "la" or "alah" or "ulah" or "olah" ? "abdullah" : $"abd{name}";

    /// <summary>Without the article that is grown together with it: lrahman, rrahman, laziz.</summary>
    private static string Bare(string name) =>
        (name[0] == 'l' && (!IsVowel(name[1]) || name[1..] is "aziz" or "azeez" or "ahad" or "alim" or "aleem" or "ali" or "azim" or "azeem" or "ilah" or "elah" or "adil"))
        || (name[0] == name[1] && name[0] is 'r' or 's' or 'd' or 't' or 'z' or 'n') ? name[1..] : name;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsServant(string word) => word is "abd" or "abdul" or "abdel" or "abdal" or "abdol" or "abdu" or "abdoul" or "abdur" or "abdus" or "abder" or "abdou" || IsServantMistyped(word);

    private static bool IsServantMistyped(string word) => word.Length == 5 && word[0] == 'a' && Edits.Count(word, "abdul") == 1 && word.Contains("ul", StringComparison.Ordinal) | word.Contains("dl", StringComparison.Ordinal);

    private static bool IsArticle(string word) => word is "al" or "el" or "ul" or "ar" or "as" or "ash" or "at" or "ad" or "az" or "an" or "ur" or "ud" or "ed" or "ol";

    private static bool IsGod(string word) => word is "allah" or "ullah" or "ulla" or "ollah" or "alla" or "olah" or "ulah";

    private static bool IsFaith(string word) => word is "din" or "dine" or "deen" or "dean" or "dyn";

    private static bool IsOfTheFaith(string word) => word is "uddin" or "eddin" or "eddine" or "aldin" or "uddeen" or "addin" or "oddin" or "eldin" or "udin";
}

/// <summary>A written word on its way to being read: its letters, how it was written, and whether a hyphen ties it to the next.</summary>
internal sealed record Part(string Text, string Written, bool IsTied);
