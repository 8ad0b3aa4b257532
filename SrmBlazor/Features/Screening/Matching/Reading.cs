using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>A word in its place: the word, how it was written, its role.</summary>
internal readonly record struct PlacedWord(Word Word, string Written, WordRole Role);

/// <summary>Two or three neighbouring words, or one, and the sound of them written together.</summary>
internal readonly record struct Run(int First, int Length, string Text, string Sound, bool IsRead);

/// <summary>
/// One way to read a name. <see cref="FromCharacters"/>: it stands for Han characters or Hangul, which are compared with other characters as
/// characters and only with Latin letters by their reading.
/// </summary>
internal sealed record Reading(ReadingKind Kind, bool FromCharacters, PlacedWord[] Words)
{
    /// <summary>More words than any name has; the rest is left out and flagged.</summary>
    public const int LongestName = 40;

    private const int LongestRun = 3;

    private Run[]? runs;

    /// <summary>Whether somebody is called the child of somebody.</summary>
    public bool HasPatronymic { get; } = Array.Exists(Words, Patronymics.IsSonOf);

    /// <summary>Runs of two and three words, for words that the other side writes as one.</summary>
    public Run[] Runs => runs ??= Kind == ReadingKind.Plain ? [.. FindRuns()] : [];

    public bool CanMeet(Reading other) => Kind == other.Kind && !(FromCharacters && other.FromCharacters && Kind != ReadingKind.Characters);

    private IEnumerable<Run> FindRuns()
    {
        for (var first = 0; first < Words.Length; first++)
        {
            var text = Words[first].Word.Text;
            for (var length = 2; length <= LongestRun && first + length <= Words.Length; length++)
            {
                text += Words[first + length - 1].Word.Text;
                if (text.Length is > 3 and <= Edits.LongestWord)
                {
                    yield return new Run(first, length, text, SoundKey.Of(text), Words[first].Word.IsRead);
                }
            }
        }
    }
}
