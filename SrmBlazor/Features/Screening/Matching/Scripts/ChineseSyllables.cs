using System.Collections.Frozen;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// Chinese names in Latin letters: which pinyin syllables a written syllable can stand for. Wade–Giles is computed from pinyin by its rules
/// (apostrophes and umlauts are lost on the way to a list, so <c>chang</c> is zhang and chang); Hong Kong and overseas spellings are a
/// table of the common surnames and given-name syllables in <see cref="CantoneseSyllables"/>.
/// </summary>
internal static class ChineseSyllables
{
    private const string SurnameList =
        "zhao qian sun li zhou wu zheng wang feng chen chu wei jiang shen han yang zhu qin you xu he lv shi zhang kong cao yan hua jin tao qi xie " +
        "zou yu bai dou su pan ge fan peng lang lu chang ma miao fang ren yuan liu bao tang fei lian cen xue lei ni teng yin luo bi hao an yue fu pi " +
        "bian kang meng huang xiao yao shao mao mi bei ming dai tan song pang xiong ji shu qu xiang zhong qiu gao xia cai tian hu ling huo wan ke " +
        "guan mo fang ding deng du ruan lan min qiang jia lou guo mei lin diao xu luo hong gong cheng cui gan xin tong zeng shan zha ning ouyang " +
        "sima zhuge shangguan situ xiahou huangfu mu rao nie long ye bo jian ai dong hou liang ke shang tu lao leng gu xi ou sang sha zhuang chai qu " +
        "jing chi wen kuang pu mai sun xing zang ba che weng xun ning sheng tian chong bin gui nan";

    private static readonly string[] Initials = ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"];

    private static readonly FrozenSet<string> Pinyin = Han.AllSyllables().ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Surnames = SurnameList.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string[]> Readings = Collect();

    /// <summary>The pinyin syllables that a written syllable can stand for; none where it is no Chinese syllable.</summary>
    public static IReadOnlyList<string> ReadingsOf(string written) => Readings.GetValueOrDefault(written, []);

    public static bool CanBeSurname(string written) => Surnames.Contains(written) || ReadingsOf(written).Any(Surnames.Contains);

    /// <summary>A word as its syllables: whole, or cut into pinyin syllables, longest first; null where it cannot be.</summary>
    public static IReadOnlyList<string>? Cut(string word) =>
        Readings.ContainsKey(word) ? [word] : Cut(word, 3);

    private static string[]? Cut(string word, int atMost)
    {
        if (word.Length == 0 || atMost == 0)
        {
            return word.Length == 0 ? [] : null;
        }

        for (var length = Math.Min(6, word.Length); length > 0; length--)
        {
            if (Pinyin.Contains(word[..length]) && Cut(word[length..], atMost - 1) is { } rest)
            {
                return [word[..length], .. rest];
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string[]> Collect()
    {
        var pairs = Pinyin.SelectMany(syllable => new[] { (Written: syllable, Pinyin: syllable), (Written: WadeGiles(syllable), Pinyin: syllable) }
                .Concat(Umlaut(syllable).Select(written => (Written: written, Pinyin: syllable))))
            .Concat(CantoneseSyllables.Pairs());
        return pairs.GroupBy(pair => pair.Written, pair => pair.Pinyin, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>ü is v in the tables; people write lu, lyu (passports since 2012) and yu.</summary>
    private static IEnumerable<string> Umlaut(string syllable) =>
        syllable.Contains('v', StringComparison.Ordinal) ? [syllable.Replace('v', 'u'), syllable.Replace("v", "yu", StringComparison.Ordinal)] : [];

    /// <summary>Wade–Giles without its marks: after Wade 1867, Giles 1912.</summary>
    internal static string WadeGiles(string pinyin)
    {
        var initial = Array.Find(Initials, one => pinyin.StartsWith(one, StringComparison.Ordinal)) ?? "";
        var final = pinyin[initial.Length..];
        return (initial, final) switch
        {
            ("zh" or "ch", "i") => "chih",
            ("sh", "i") => "shih",
            ("r", "i") => "jih",
            ("z" or "c", "i") => "tzu",
            ("s", "i") => "ssu",
            ("", "er") => "erh",
            ("y", "an") => "yen",
            ("y", "e") => "yeh",
            ("y", "ou") => "yu",
            ("y", "ong") => "yung",
            ("y", "i") => "i",
            _ => Initial(initial) + Final(initial, final),
        };
    }

    private static string Initial(string initial) => initial switch
    {
        "b" => "p",
        "d" => "t",
        "g" => "k",
        "j" or "q" or "zh" => "ch",
        "x" => "hs",
        "z" or "c" => "ts",
        "r" => "j",
        _ => initial,
    };

    private static string Final(string initial, string final) => final switch
    {
        "e" when initial is "g" or "k" or "h" => "o",
        "ie" => "ieh",
        "ian" => "ien",
        "ong" => "ung",
        "iong" => "iung",
        "ue" or "ve" => "ueh",
        "uo" when initial is not ("g" or "k" or "h" or "sh") => "o",
        "ui" when initial is "g" or "k" => "uei",
        "v" => "u",
        _ => final,
    };
}
