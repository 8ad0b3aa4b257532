using System.Numerics;
using System.Runtime.InteropServices;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>A word of a list that is near a word of a query.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Near(int Word, double Nearness);

/// <summary>
/// Every distinct word of a list, with the means to find all that are near a given word. Each way in which
/// <see cref="WordComparison"/> can find two words near has its way in here, and nothing else decides: a word that is left out compares as 0.
/// Within the allowed edits: a walk over the letters and lengths of all spellings. One sound, one short form, one first letter, one
/// skeleton: a table each.
/// </summary>
internal sealed class Vocabulary
{
    private readonly List<Word> words = [];
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> bySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byShortForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byReading = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<int>> byFirstLetter = [];
    private readonly Dictionary<char, List<int>> initials = [];
    private readonly Shelf spellings = new();
    private readonly Shelf skeletons = new();
    private readonly Shelf arabicSkeletons = new();

    public int Count => words.Count;

    public Word this[int number] => words[number];

    /// <summary>The number of the word, a new one if it was not there.</summary>
    public int Add(Word word)
    {
        if (byKey.TryGetValue(word.Key, out var known))
        {
            return known;
        }

        var number = words.Count;
        words.Add(word);
        byKey.Add(word.Key, number);
        if (word.Kind == ReadingKind.Plain)
        {
            AddPlain(word, number);
        }
        else
        {
            foreach (var reading in word.Spellings)
            {
                List(byReading, ReadingKey(word.Kind, reading.Text)).Add(number);
            }
        }

        return number;
    }

    public void Close()
    {
        spellings.Close();
        skeletons.Close();
        arabicSkeletons.Close();
    }

    /// <summary>All words near this one, the nearest first, then by number.</summary>
    public List<Near> FindNear(Word word, Gathering candidates)
    {
        candidates.Clear();
        if (byKey.TryGetValue(word.Key, out var same))
        {
            candidates.Add(same);
        }

        if (word.Kind == ReadingKind.Plain)
        {
            FindPlain(word, candidates);
        }
        else
        {
            foreach (var reading in word.Spellings)
            {
                Take(byReading, ReadingKey(word.Kind, reading.Text), candidates);
            }
        }

        var near = new List<Near>();
        foreach (var number in candidates.Numbers)
        {
            if (WordComparison.Compare(word, words[number]).Nearness is var nearness and > 0)
            {
                near.Add(new Near(number, nearness));
            }
        }

        near.Sort(static (a, b) => b.Nearness.CompareTo(a.Nearness) is var by and not 0 ? by : a.Word.CompareTo(b.Word));
        return near;
    }

    /// <summary>Words whose sound is that of a run of words written together.</summary>
    public IReadOnlyList<int> WithSound(string sound) => bySound.TryGetValue(sound, out var numbers) ? numbers : [];

    private void AddPlain(Word word, int number)
    {
        foreach (var spelling in word.Spellings)
        {
            spellings.Add(spelling.Text.Length, spelling.Letters, number);
            if (spelling.Text.Length > 0)
            {
                List(spelling.Text.Length == 1 ? initials : byFirstLetter, spelling.Text[0]).Add(number);
            }

            List(bySound, spelling.Sound).Add(number);
        }

        foreach (var form in word.ShortForms)
        {
            List(byShortForm, form).Add(number);
        }

        foreach (var skeleton in word.Skeletons)
        {
            (word.FromArabic ? arabicSkeletons : skeletons).Add(skeleton.Text.Length, skeleton.Letters, number);
        }
    }

    private void FindPlain(Word word, Gathering candidates)
    {
        foreach (var spelling in word.Spellings)
        {
            if (spelling.Text.Length == 1)
            {
                Take(byFirstLetter, spelling.Text[0], candidates);
            }
            else if (spelling.Text.Length > 0)
            {
                Take(initials, spelling.Text[0], candidates);
            }

            Take(bySound, spelling.Sound, candidates);
            spellings.Find(spelling.Text.Length, spelling.Letters, Edits.Allowed, candidates);
        }

        foreach (var form in word.ShortForms)
        {
            Take(byShortForm, form, candidates);
        }

        foreach (var skeleton in word.Skeletons)
        {
            (word.FromArabic ? skeletons : arabicSkeletons).Find(skeleton.Text.Length, skeleton.Letters, static _ => 1, candidates);
        }
    }

    private static string ReadingKey(ReadingKind kind, string reading) => $"{(int)kind}{reading}";

    private static void Take<TKey>(Dictionary<TKey, List<int>> table, TKey key, Gathering into) where TKey : notnull
    {
        if (table.TryGetValue(key, out var numbers))
        {
            foreach (var number in numbers)
            {
                into.Add(number);
            }
        }
    }

    private static List<int> List<TKey>(Dictionary<TKey, List<int>> table, TKey key) where TKey : notnull
    {
        if (!table.TryGetValue(key, out var numbers))
        {
            table.Add(key, numbers = []);
        }

        return numbers;
    }

    /// <summary>Spellings by length, their letters side by side: a walk over all of them costs about a nanosecond each.</summary>
    private sealed class Shelf
    {
        private readonly SortedDictionary<int, List<(ulong Letters, int Number)>> open = [];
        private ulong[][] lettersByLength = [];
        private int[][] numbersByLength = [];

        public void Add(int length, ulong letters, int number)
        {
            length = Math.Min(length, Edits.LongestWord);
            if (!open.TryGetValue(length, out var shelf))
            {
                open.Add(length, shelf = []);
            }

            shelf.Add((letters, number));
        }

        public void Close()
        {
            lettersByLength = [.. Enumerable.Range(0, Edits.LongestWord + 1).Select(length => open.GetValueOrDefault(length, []).Select(one => one.Letters).ToArray())];
            numbersByLength = [.. Enumerable.Range(0, Edits.LongestWord + 1).Select(length => open.GetValueOrDefault(length, []).Select(one => one.Number).ToArray())];
            open.Clear();
        }

        public void Find(int length, ulong letters, Func<int, int> allowed, Gathering into)
        {
            length = Math.Min(length, Edits.LongestWord);
            for (var other = Math.Max(0, length - 3); other <= Math.Min(Edits.LongestWord, length + 3); other++)
            {
                var edits = allowed(Math.Max(length, other));
                if (Math.Abs(length - other) > edits)
                {
                    continue;
                }

                var (shelf, most) = (lettersByLength[other], Edits.MostBits(length, other, edits));
                for (var at = 0; at < shelf.Length; at++)
                {
                    if (BitOperations.PopCount(shelf[at] ^ letters) <= most)
                    {
                        into.Add(numbersByLength[other][at]);
                    }
                }
            }
        }
    }
}
