using System.Collections.Frozen;
using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// Chinese characters: their simplified form, and their reading in a name. The tables beside this file hold one reading for each of
/// 20,898 characters and 2,839 simplifications (facts of Unicode's Unihan database); together 80 KB, where ICU's data would be 25 MB.
/// Surnames have readings of their own (单 shan, 解 xie, 仇 qiu), and some have two characters.
/// </summary>
internal static class Han
{
    private const string SurnameReadings =
        "曾 zeng 单 shan 仇 qiu 解 xie 查 zha 盖 ge 区 ou 朴 piao 任 ren 华 hua 覃 qin 翟 zhai 乐 yue 缪 miao 应 ying 宁 ning 尹 yin 葛 ge 纪 ji 谌 chen 召 shao 员 yun 逄 " +
        "pang 郇 xun 种 chong 秘 bi 冼 xian 黑 he 折 she 卜 bu 重 chong 晁 chao 幺 yao 车 che 那 na 沈 shen 冯 feng";

    private const string DoubleSurnames =
        "欧阳 ou-yang 司马 si-ma 诸葛 zhu-ge 上官 shang-guan 司徒 si-tu 夏侯 xia-hou 皇甫 huang-fu 尉迟 yu-chi 长孙 zhang-sun 万俟 mo-qi 慕容 mu-rong 令狐 ling-hu 公孙 " +
        "gong-sun 宇文 yu-wen 东方 dong-fang 端木 duan-mu 独孤 du-gu 轩辕 xuan-yuan 南宫 nan-gong 西门 xi-men 申屠 shen-tu 澹台 tan-tai 闻人 wen-ren 呼延 hu-yan";

    private static readonly FrozenDictionary<char, char> Simplified = ReadSimplified();
    private static readonly FrozenDictionary<char, string> Readings = ReadReadings();
    private static readonly FrozenDictionary<string, string> Surnames = $"{SurnameReadings} {DoubleSurnames}".Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static string Simplify(string word) => string.Create(word.Length, word, (into, from) =>
    {
        for (var at = 0; at < from.Length; at++)
        {
            into[at] = Simplified.GetValueOrDefault(from[at], from[at]);
        }
    });

    /// <summary>The syllables of simplified characters in pinyin without tones; the surname in front where there is one.</summary>
    public static IReadOnlyList<string> Syllables(string simplified)
    {
        var syllables = new List<string>(simplified.Length);
        var at = 0;
        if (simplified.Length > 2 && Surnames.TryGetValue(simplified[..2], out var twofold))
        {
            syllables.AddRange(twofold.Split('-'));
            at = 2;
        }
        else if (simplified.Length > 0 && Surnames.TryGetValue(simplified[..1], out var single))
        {
            syllables.Add(single);
            at = 1;
        }

        for (; at < simplified.Length; at++)
        {
            if (Readings.TryGetValue(simplified[at], out var reading))
            {
                syllables.Add(reading);
            }
        }

        return syllables;
    }

    /// <summary>ü (v in the tables) as people and passports write it: lu, lyu, lv.</summary>
    public static string[] Spellings(string syllable) =>
        syllable.Contains('v', StringComparison.Ordinal) ? [syllable.Replace('v', 'u'), syllable.Replace("v", "yu", StringComparison.Ordinal), syllable] : [syllable];

    public static string Reading(char character) => Readings.GetValueOrDefault(character, "");

    internal static IEnumerable<string> AllSyllables() => Readings.Values.Distinct(StringComparer.Ordinal);

    private static FrozenDictionary<char, string> ReadReadings() =>
        Table("readings.txt").SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Select(character => (character, Reading: line[..line.IndexOf(' ', StringComparison.Ordinal)])))
            .ToFrozenDictionary(pair => pair.character, pair => pair.Reading);

    private static FrozenDictionary<char, char> ReadSimplified() =>
        Table("simplified.txt").SelectMany(line => line.Chunk(2)).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static IEnumerable<string> Table(string name)
    {
        using var reader = new StreamReader(typeof(Han).Assembly.GetManifestResourceStream($"Matching/{name}")!, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
