namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>How near two words are, in [0, 1], and by what. The same in both directions; 0 is no relation.</summary>
internal static class WordComparison
{
    private const double ByRomanisation = 0.98;
    private const double ByShortForm = 0.86;
    private const double ByInitial = 0.75;
    private const double LeastOfConsonants = 0.8;
    private const double UnansweredVowel = 0.05;
    private const double BySyllable = 0.95;
    private const double ByBothSyllables = 0.9;
    private const double BySameReading = 0.7;
    private const double BySoundClass = 0.96;

    public static (double Nearness, WordRelation Relation) Compare(Word one, Word other) =>
        one.Kind != other.Kind ? (0, WordRelation.Contradicted)
        : ReferenceEquals(one, other) || one.Key == other.Key ? (1, WordRelation.Same)
        : one.Kind switch
        {
            ReadingKind.Plain => one.FromArabic || other.FromArabic ? Arabic(one, other) : Plain(one, other),
            ReadingKind.Chinese => Chinese(one, other),
            ReadingKind.Korean => one.Text == other.Text ? (1, WordRelation.Same)
                : one.Spellings[1].Text == other.Spellings[1].Text ? (BySoundClass, WordRelation.Romanisation) : (0, WordRelation.Contradicted),
            ReadingKind.Characters => one.Spellings[1].Text == other.Spellings[1].Text && one.Spellings[1].Text.Length > 0 ? (BySameReading, WordRelation.Homophone) : (0, WordRelation.Contradicted),
        };

    private static (double Nearness, WordRelation Relation) Plain(Word one, Word other)
    {
        (double Nearness, WordRelation Relation) best = (0, WordRelation.Contradicted);
        foreach (var a in one.Spellings)
        {
            foreach (var b in other.Spellings)
            {
                var near = Spelled(a, b, first: ReferenceEquals(a, one.Spellings[0]) && ReferenceEquals(b, other.Spellings[0]), one.IsRead || other.IsRead);
                best = near.Nearness > best.Nearness ? near : best;
            }
        }

        return best.Nearness < ByShortForm && ShareShortForm(one, other) ? (ByShortForm, WordRelation.Nickname) : best;
    }

    private static (double Nearness, WordRelation Relation) Spelled(Spelling a, Spelling b, bool first, bool read)
    {
        if (a.Text == b.Text)
        {
            return first ? (1, WordRelation.Same) : (ByRomanisation, WordRelation.Romanisation);
        }

        if (a.Text.Length == 1 || b.Text.Length == 1)
        {
            return a.Text.Length != b.Text.Length && a.Text[0] == b.Text[0] && char.IsAsciiLetter(a.Text[0]) ? (ByInitial, WordRelation.Initial) : (0, WordRelation.Contradicted);
        }

        if (read)
        {
            return (0, WordRelation.Contradicted);
        }

        // another number is another thing, however near its digits
        if (char.IsAsciiDigit(a.Text[0]) || char.IsAsciiDigit(b.Text[0]))
        {
            return (0, WordRelation.Contradicted);
        }

        return (Edits.Nearness(a, b), a.Sound == b.Sound ? WordRelation.Sound : WordRelation.Typo);
    }

    private static bool ShareShortForm(Word one, Word other)
    {
        foreach (var form in one.ShortForms)
        {
            if (Array.IndexOf(other.ShortForms, form) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By consonants. Two words in Arabic script are compared as written, long vowels and all.</summary>
    private static (double Nearness, WordRelation Relation) Arabic(Word one, Word other)
    {
        if (one.FromArabic && other.FromArabic)
        {
            var near = Edits.Nearness(one.Spellings[0], other.Spellings[0]);
            return near >= LeastOfConsonants ? (near, WordRelation.Typo) : (0, WordRelation.Contradicted);
        }

        var (arabic, latin) = one.FromArabic ? (one, other) : (other, one);
        var best = 0.0;
        if (latin.Text.Length > 1 && latin.Skeletons is [var answer])
        {
            foreach (var skeleton in arabic.Skeletons)
            {
                best = Math.Max(best, Consonants(skeleton, answer) - (UnansweredVowel * Scripts.Arabic.LongVowelsUnanswered(arabic.Text, latin.Text)));
            }
        }

        return best >= 0.6 ? (best, WordRelation.Consonants) : (0, WordRelation.Contradicted);
    }

    /// <summary>The fewer consonants, the less their agreement says.</summary>
    private static double Consonants(Skeleton arabic, Skeleton latin) =>
        arabic.Text == latin.Text ? arabic.Text.Length switch { 1 => 0.78, 2 => 0.9, 3 => 0.96, _ => 0.98 }
        : arabic.Text.Length >= 3 && latin.Text.Length >= 3 && IsNearSkeleton(arabic, latin) && Edits.Count(arabic.Text, latin.Text) == 1
            ? (arabic.Text.Length + latin.Text.Length >= 8 ? 0.82 : 0.72)
            : 0;

    /// <summary>A necessary condition for skeletons one edit apart.</summary>
    private static bool IsNearSkeleton(Skeleton one, Skeleton other) => Edits.CanBeWithin(one.Text.Length, one.Letters, other.Text.Length, other.Letters, 1);

    private static (double Nearness, WordRelation Relation) Chinese(Word one, Word other)
    {
        if (one.Text == other.Text)
        {
            return (1, WordRelation.Same);
        }

        foreach (var reading in one.Spellings.AsSpan(1))
        {
            foreach (var answer in other.Spellings.AsSpan(1))
            {
                if (reading.Text == answer.Text)
                {
                    return (one.Text == reading.Text || other.Text == reading.Text ? BySyllable : ByBothSyllables, WordRelation.Romanisation);
                }
            }
        }

        return (0, WordRelation.Contradicted);
    }
}
