using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>Japanese syllables to Latin by modified Hepburn without long marks, as passports write them (ō as o).</summary>
internal static class Kana
{
    private const string Syllables =
        "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no " +
        "ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ヴ vu " +
        "ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po";

    private static readonly Dictionary<char, string> Table = Syllables.Split(' ').Chunk(2).ToDictionary(pair => pair[0][0], pair => pair[1]);

    public static string Romanise(string word)
    {
        var latin = new StringBuilder(word.Length * 2);
        var doubled = false;
        foreach (var letter in word)
        {
            var kana = letter is >= '\u3041' and <= '\u3096' ? (char)(letter + 0x60) : letter;
            if (Small(kana) is { } glide && latin.Length > 0)
            {
                latin.Length--;
                latin.Append(latin.Length > 0 && latin[^1] is 'h' or 'j' ? glide[^1..] : glide);
            }
            else if (Table.TryGetValue(kana, out var syllable))
            {
                latin.Append(doubled ? syllable[..1] : "").Append(syllable);
            }

            doubled = kana == 'ッ';
        }

        return latin.ToString();
    }

    private static string? Small(char kana) => kana switch
    {
        'ャ' => "ya",
        'ュ' => "yu",
        'ョ' => "yo",
        'ァ' => "a",
        'ィ' => "i",
        'ェ' => "e",
        'ォ' => "o",
        _ => null,
    };
}
