using SrmBlazor.Features.Screening.Matching.Scripts;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>The readings of names from languages that are written in characters or syllables, also where they stand in Latin letters.</summary>
internal static class CharacterReadings
{
    /// <summary>Han characters (simplified) and Hangul syllables one by one.</summary>
    public static Reading? Characters(List<Part> parts)
    {
        if (!parts.TrueForAll(part => IsIn(part, Script.Han)) && !parts.TrueForAll(part => IsIn(part, Script.Hangul)))
        {
            return null;
        }

        var words = parts.SelectMany(part => Han.Simplify(part.Text)).Select(character => new PlacedWord(
            Word.Character(character, Alphabets.Of(character) == Script.Hangul ? KoreanSyllables.Romanise(character) : Han.Reading(character)), character.ToString(), WordRole.Name));
        return new Reading(ReadingKind.Characters, FromCharacters: true, [.. words.Take(Reading.LongestName)]);
    }

    /// <summary>Two to five Chinese syllables with a surname at one end.</summary>
    public static Reading? Chinese(List<Part> parts)
    {
        if (parts.Count > 0 && parts.TrueForAll(part => IsIn(part, Script.Han)))
        {
            var read = Han.Syllables(string.Concat(parts.Select(part => Han.Simplify(part.Text))));
            return new Reading(ReadingKind.Chinese, FromCharacters: true, [.. read.Take(Reading.LongestName).Select(syllable => new PlacedWord(Word.Chinese(syllable, [syllable]), syllable, WordRole.Name))]);
        }

        if (parts.Count is < 2 or > 5 || !parts.TrueForAll(part => IsIn(part, Script.Latin)))
        {
            return null;
        }

        var words = parts.ConvertAll(part => Latin.Fold(part.Text));
        if (!ChineseSyllables.CanBeSurname(words[0]) && !ChineseSyllables.CanBeSurname(words[^1]))
        {
            return null;
        }

        var cut = words.ConvertAll(ChineseSyllables.Cut);
        var syllables = cut.TrueForAll(word => word is not null) ? cut.SelectMany(word => word!).ToList() : [];
        return syllables.Count is < 2 or > 5 ? null
            : new Reading(ReadingKind.Chinese, FromCharacters: false, [.. syllables.Select(syllable => new PlacedWord(
                Word.Chinese(syllable, ChineseSyllables.ReadingsOf(syllable) is { Count: > 0 } readings ? readings : [syllable]), syllable, WordRole.Name))]);
    }

    /// <summary>A Korean surname of one syllable, first or last, and one to three given syllables as one word.</summary>
    public static IEnumerable<Reading> Korean(List<Part> parts)
    {
        if (parts.Count > 0 && parts.TrueForAll(part => IsIn(part, Script.Hangul)))
        {
            // surname last: 성훈 김
            var ordered = parts.Count > 1 && parts[^1].Text.Length == 1 && parts[0].Text.Length > 1 ? [parts[^1], .. parts[..^1]] : parts;
            var hangul = string.Concat(ordered.Select(part => part.Text));
            if (hangul.Length > 1)
            {
                yield return Korean(fromCharacters: true, hangul[..1], KoreanSyllables.SurnameClassOf(hangul[0]), hangul[1..], string.Concat(hangul.Skip(1).Select(KoreanSyllables.ClassOf)));
            }

            yield break;
        }

        if (parts.Count is < 2 or > 4 || !parts.TrueForAll(part => IsIn(part, Script.Latin)))
        {
            yield break;
        }

        var words = parts.ConvertAll(part => Latin.Fold(part.Text));
        foreach (var (surname, given) in new[] { (words[0], words[1..]), (words[^1], words[..^1]) })
        {
            var sounds = given.ConvertAll(KoreanSyllables.ClassOf);
            if (KoreanSyllables.SurnameClass(surname) is { } surnameSounds && sounds.TrueForAll(sound => sound is not null))
            {
                yield return Korean(fromCharacters: false, surname, surnameSounds, string.Concat(given), string.Concat(sounds));
            }
        }
    }

    private static Reading Korean(bool fromCharacters, string surname, string surnameSounds, string given, string givenSounds) =>
        new(ReadingKind.Korean, fromCharacters,
        [
            new PlacedWord(Word.Korean(surname, surnameSounds), surname, WordRole.Name),
            new PlacedWord(Word.Korean(given, givenSounds), given, WordRole.Name),
        ]);

    private static bool IsIn(Part part, Script script) => part.Text.All(letter => Alphabets.Of(letter) == script) && !part.Text.Any(char.IsAsciiDigit);
}
