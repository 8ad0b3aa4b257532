using SrmBlazor.Features.Screening.Matching.Scripts;

namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>How a name is read. Readings of different kinds are not compared with each other.</summary>
internal enum ReadingKind
{
    /// <summary>Words in Latin letters, as written or romanised.</summary>
    Plain,

    /// <summary>Chinese syllables, each with the pinyin readings that its spelling allows.</summary>
    Chinese,

    /// <summary>A Korean surname and the given name, in sound classes.</summary>
    Korean,

    /// <summary>Han characters or Hangul syllables themselves, for two names written in them.</summary>
    Characters,
}

/// <summary>The consonants of a word and which of them occur.</summary>
internal readonly record struct Skeleton(string Text, ulong Letters);

/// <summary>
/// A word of a name in the form in which it is compared. Words with one <see cref="Key"/> are one word: an index holds each once.
/// </summary>
internal sealed class Word
{
    private Word(ReadingKind kind, bool fromArabic, string[] spellings, bool isRead = false)
    {
        Kind = kind;
        FromArabic = fromArabic;
        IsRead = isRead;
        Key = $"{(int)kind}{(fromArabic ? 'a' : isRead ? 'r' : 'l')}{string.Join('|', spellings)}";
        Spellings = [.. spellings.Select(text => new Spelling(text))];
        Skeletons = kind != ReadingKind.Plain || isRead ? [] : [.. (fromArabic ? Arabic.SkeletonsOfRomanised(Text) : [Arabic.SkeletonOfLatin(Text)]).Where(text => text.Length > 0).Select(text => new Skeleton(text, Spelling.LettersOf(text)))];
        ShortForms = kind == ReadingKind.Plain && !fromArabic && !isRead ? Nicknames.ShortFormsOf(Text) : [];
    }

    public string Key { get; }

    public ReadingKind Kind { get; }

    /// <summary>Written without short vowels.</summary>
    public bool FromArabic { get; }

    public Spelling[] Spellings { get; }

    public string Text => Spellings[0].Text;

    /// <summary>The reading of a character, which has no typos: it is this syllable or another one.</summary>
    public bool IsRead { get; }

    /// <summary>Consonants in the classes of <see cref="Arabic"/>; two where Arabic and Persian speak a letter differently.</summary>
    public Skeleton[] Skeletons { get; }

    /// <summary>What stands for this name in short: two words that share one are one name.</summary>
    public string[] ShortForms { get; }

    public static Word Plain(params string[] spellings) => new(ReadingKind.Plain, fromArabic: false, spellings);

    public static Word Syllable(params string[] spellings) => new(ReadingKind.Plain, fromArabic: false, spellings, isRead: true);

    public static Word OfArabic(string romanised) => new(ReadingKind.Plain, fromArabic: true, [romanised]);

    /// <summary>A syllable; what it was written as comes first, its possible readings after it.</summary>
    public static Word Chinese(string written, IEnumerable<string> readings) => new(ReadingKind.Chinese, fromArabic: false, [written, .. readings]);

    /// <summary>What was written, then its sound class.</summary>
    public static Word Korean(string written, string sounds) => new(ReadingKind.Korean, fromArabic: false, [written, sounds]);

    /// <summary>One character, then its reading.</summary>
    public static Word Character(char character, string reading) => new(ReadingKind.Characters, fromArabic: false, [character.ToString(), reading]);
}
