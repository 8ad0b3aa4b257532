namespace SrmBlazor.Features.Screening.Matching;

/// <summary>How a word of the query and a word of the list are related. The texts are in MatchingTexts under <c>Relation.</c>.</summary>
public enum WordRelation
{
    /// <summary>Letter for letter, after case and accents.</summary>
    Same,

    /// <summary>Two spellings that a romanisation allows for one original.</summary>
    Romanisation,

    /// <summary>Another spelling of the same sound.</summary>
    Sound,

    /// <summary>A few letters away.</summary>
    Typo,

    /// <summary>The same consonants where the vowels are not written (Arabic script).</summary>
    Consonants,

    /// <summary>A short form of the same given name.</summary>
    Nickname,

    /// <summary>One letter that stands for a word.</summary>
    Initial,

    /// <summary>Other characters of the same reading.</summary>
    Homophone,

    /// <summary>Written as one word here and as several there.</summary>
    Joined,

    /// <summary>Stands on one side, and the other side has no word in its place.</summary>
    Omitted,

    /// <summary>Stands on one side, and the other side has a different word in its place.</summary>
    Contradicted,
}

/// <summary>
/// One line of an explanation. <see cref="Contribution"/> is the share of the name's score that the words earned, or, below zero, the share
/// that they cost. A word without a counterpart has null on the other side.
/// </summary>
public sealed record WordEvidence(string? QueryWord, string? ListWord, WordRelation Relation, double Similarity, double Contribution);

/// <summary>What is odd in how a name was written. Signs of evasion are folded for the comparison and reported here.</summary>
[Flags]
public enum NameFlags
{
    None = 0,

    /// <summary>Letters of another script that look like the word's own (Cyrillic а in a Latin word).</summary>
    Homoglyphs = 1,

    /// <summary>Digits in the place of letters (0 for o).</summary>
    DigitsForLetters = 2,

    /// <summary>Invisible or direction-changing characters.</summary>
    HiddenCharacters = 4,

    /// <summary>A script without a romanisation here: compared with names in the same script only.</summary>
    UnreadScript = 8,

    /// <summary>More words than are compared; the first ones were.</summary>
    TooLong = 16,

    /// <summary>The same two names stand the other way round around bin, ibn or ben: son and father are exchanged.</summary>
    FatherAndSonExchanged = 32,
}

/// <summary>What a nationality or a birth year says. Unknown is not a mismatch.</summary>
public enum Agreement
{
    Unknown,
    Agrees,
    Close,
    Contradicts,
}

/// <summary>Why a score is what it is, as data that can be kept, replayed and said in any language.</summary>
public sealed record Explanation(
    double NameScore, IReadOnlyList<WordEvidence> Words, NameFlags Flags, NameQuality Quality, Agreement Nationality, Agreement BirthYear);

/// <summary>A listed name at or above the floor.</summary>
public sealed record Match(ListedParty Party, ListedName Name, double Score, Explanation Explanation);
