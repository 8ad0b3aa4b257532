using SrmBlazor.Features.Screening.Matching.Scripts;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>Words in Arabic letters: the article parted from its word, servant names and … al-Din joined as their Latin spellings are.</summary>
internal static class ArabicWords
{
    private const string Article = "ال";

    public static void Add(List<(Part Part, Word? Word)> words, Part part)
    {
        var text = Unify(part.Text);
        var before = words.Count > 0 ? words[^1].Part : null;
        if (text is "بن" or "ابن" or "بنت" or "آل" or "ال" or "ابو" or "ابي" or "ابا" or "ام" or "و")
        {
            words.Add((part with { Text = text is "بن" or "ابن" ? "bin" : text is "بنت" ? "bint" : text is "آل" or "ال" ? "al" : text is "ام" ? "umm" : text is "و" ? "and" : "abu" }, null));
        }
        else if (before?.Text == "\uE000" && words.Count > 0)
        {
            // what عبد is the servant of
            words[^1] = Servant(text.StartsWith(Article, StringComparison.Ordinal) ? text[2..] : text, $"{before.Written} {part.Written}");
        }
        else if (text == "عبد")
        {
            words.Add((part with { Text = "\uE000" }, Word.OfArabic("bd")));
        }
        else if (text.StartsWith("عبدال", StringComparison.Ordinal) && text.Length > 6)
        {
            words.Add(Servant(text[5..], part.Written));
        }
        else if (text.StartsWith("عبد", StringComparison.Ordinal) && text.Length > 5)
        {
            words.Add(Servant(text[3..], part.Written));
        }
        else if (text is "الله" or "اللہ" or "لله" && before is not null && words[^1].Word is { FromArabic: true } servant)
        {
            words[^1] = (before with { Written = $"{before.Written} {part.Written}" }, Word.OfArabic(servant.Text + "wlh"));
        }
        else if (text is "الدین" or "الدين" or "دین" or "دين" && before is not null && words[^1].Word is { FromArabic: true } faithful)
        {
            words[^1] = (before with { Written = $"{before.Written} {part.Written}" }, Word.OfArabic(faithful.Text + "wdyn"));
        }
        else if (text is "زاده" or "زي" or "خيل" or "پور" && before is not null && words[^1].Word is { FromArabic: true } family)
        {
            // endings of family names that Latin letters write in one word
            words[^1] = (before with { Written = $"{before.Written} {part.Written}" }, Word.OfArabic(family.Text + Arabic.Romanise(text)));
        }
        else if (text.StartsWith(Article, StringComparison.Ordinal) && text.Length > 4)
        {
            words.Add((new Part("al", Article, IsTied: true), null));
            words.Add((part, Word.OfArabic(Arabic.Romanise(text[2..]))));
        }
        else
        {
            var romanised = Arabic.Romanise(text);
            words.Add((part with { Text = romanised }, Word.OfArabic(romanised)));
        }
    }

    private static (Part Part, Word? Word) Servant(string name, string written) =>
        (new Part("abd", written, IsTied: false), Word.OfArabic("bd" + (name is "الله" or "لله" or "له" ? "wlh" : Arabic.Romanise(name))));

    /// <summary>One letter for the forms of alif, of ya and of kaf, as they are typed for each other.</summary>
    private static string Unify(string word) => word
        .Replace('أ', 'ا').Replace('إ', 'ا').Replace('ٱ', 'ا').Replace('ى', 'ي').Replace('ی', 'ي').Replace('ک', 'ك').Replace('ہ', 'ه').Replace('ھ', 'ه');
}
