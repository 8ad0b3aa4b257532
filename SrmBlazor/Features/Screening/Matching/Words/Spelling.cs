namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>One spelling of a word, with what makes it quick to tell that two cannot be near each other.</summary>
internal sealed class Spelling(string text)
{
    public string Text { get; } = text;

    /// <summary>Two spellings of one sound have one key.</summary>
    public string Sound { get; } = SoundKey.Of(text);

    /// <summary>
    /// The letters that occur, and those that occur twice. A letter put in or left out changes at most one of the bits, a changed letter two,
    /// an exchange none.
    /// </summary>
    public ulong Letters { get; } = LettersOf(text);

    private const ulong Alphabet = (1UL << 26) - 1;

    public static ulong LettersOf(string text)
    {
        var letters = 0UL;
        foreach (var letter in text)
        {
            var bit = 1UL << (letter is >= 'a' and <= 'z' ? letter - 'a' : 52 + (letter % 12));
            letters |= (letters & bit & Alphabet) << 26;
            letters |= bit;
        }

        return letters;
    }
}
