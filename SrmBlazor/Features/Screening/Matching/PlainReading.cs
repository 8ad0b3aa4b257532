using SrmBlazor.Features.Screening.Matching.Scripts;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>The name as words in Latin letters, romanised word by word.</summary>
internal static class PlainReading
{
    public static Reading Of(List<Part> parts, ref NameFlags flags)
    {
        var latin = new List<(Part Part, Word? Word)>();
        var fromCharacters = false;
        foreach (var part in parts)
        {
            var script = Alphabets.Of(part.Text[0]);
            fromCharacters |= script is Script.Han or Script.Hangul;
            switch (script)
            {
                case Script.Latin:
                    latin.Add((part with { Text = Latin.Fold(part.Text) }, null));
                    break;
                case Script.Cyrillic:
                    var spellings = Cyrillic.Spellings(part.Text).ToArray();
                    latin.Add((part with { Text = spellings[0] }, spellings.Length > 1 ? Word.Plain(spellings) : null));
                    break;
                case Script.Arabic:
                    ArabicWords.Add(latin, part);
                    break;
                case Script.Han:
                    latin.AddRange(Han.Syllables(Han.Simplify(part.Text)).Select(syllable => (new Part(syllable, part.Written, IsTied: false), (Word?)Word.Syllable(Han.Spellings(syllable)))));
                    break;
                case Script.Hangul:
                    latin.AddRange(part.Text.Where(letter => Alphabets.Of(letter) == Script.Hangul).Select(letter => (new Part(KoreanSyllables.Romanise(letter), letter.ToString(), IsTied: false), (Word?)Word.Syllable(KoreanSyllables.Romanise(letter)))));
                    break;
                case Script.Kana:
                    latin.Add((part with { Text = Kana.Romanise(part.Text) }, null));
                    break;
                case Script.Greek or Script.Georgian or Script.Armenian:
                    latin.Add((part with { Text = SmallAlphabets.Romanise(part.Text) }, null));
                    break;
                case Script.Other:
                    flags |= NameFlags.UnreadScript;
                    latin.Add((part with { Text = part.Text.ToLowerInvariant() }, Word.Plain(part.Text.ToLowerInvariant())));
                    break;
            }
        }

        latin.RemoveAll(entry => entry.Part.Text.Length == 0);
        if (latin.TrueForAll(entry => entry.Word is null))
        {
            latin = [.. Compounds.Join([.. latin.Select(entry => entry.Part)]).Select(part => (part, (Word?)null))];
        }

        return new Reading(ReadingKind.Plain, fromCharacters, [.. Place(LegalForms.Join(latin))]);
    }

    private static IEnumerable<PlacedWord> Place(List<(Part Part, Word? Word)> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (part, word) = words[at];
            var (isFirst, isLast) = (at == 0, at == words.Count - 1);
            var text = word is null ? WordRoles.Canonical(part.Text, isFirst, isLast) : part.Text;
            var role = WordRoles.Of(text, isFirst, isLast, part.IsTied);
            // article before a letter of the sun
            var spoken = role == WordRole.Particle && part.IsTied && text.Length == 2 && text[0] is 'a' or 'e' or 'u' ? "al" : text;
            yield return new PlacedWord(word is null || role != WordRole.Name ? Word.Plain(spoken) : word, part.Written, role);
        }
    }
}
