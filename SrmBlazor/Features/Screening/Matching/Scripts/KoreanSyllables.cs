using System.Collections.Frozen;
using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>
/// Korean syllables as classes that the romanisations share: Revised Romanization (2000), McCune–Reischauer (1939), the DPRK's system
/// and passport habit write 김동운 as Gim Dong-un, Kim Tong-un or Kim Dong Woon. Voiced and voiceless are one class, so are eo, ŏ and o,
/// eu, ŭ and u. A class is one capital letter; vowels are digits, so that initial and final consonants stay apart.
/// </summary>
internal static class KoreanSyllables
{
    private const string InitialClasses = "KKNTTRMPPSS-CCCKTPH";
    private const string FinalClasses = "-KKKNNNTRKMRRRPRMPPTTGTTKTPT";
    private static readonly string[] VowelClasses = ["1", "2", "Y1", "Y2", "3", "2", "Y3", "Y2", "3", "W1", "W2", "W2", "Y3", "4", "W3", "W2", "W5", "Y4", "4", "5", "5"];

    private static readonly (string Written, string Class)[] Vowels =
    [
        ("yeo", "Y3"), ("yae", "Y2"), ("you", "Y3"), ("yoo", "Y4"), ("woo", "4"), ("wae", "W2"), ("weo", "W3"), ("eui", "5"),
        ("ya", "Y1"), ("ye", "Y2"), ("yo", "Y3"), ("yu", "Y4"), ("yi", "5"), ("wa", "W1"), ("we", "W2"), ("wo", "W3"), ("wi", "W5"), ("wu", "4"),
        ("eo", "3"), ("eu", "4"), ("ae", "2"), ("ai", "2"), ("oe", "W2"), ("oi", "W2"), ("oo", "4"), ("ou", "3"), ("ui", "5"), ("ee", "5"), ("ah", "1"), ("uh", "3"),
        ("a", "1"), ("e", "2"), ("i", "5"), ("o", "3"), ("u", "4"),
    ];

    private static readonly (string Written, string Class)[] Initials =
    [
        ("tch", "C"), ("kk", "K"), ("gg", "K"), ("tt", "T"), ("dd", "T"), ("pp", "P"), ("bb", "P"), ("ss", "S"), ("jj", "C"), ("ch", "C"), ("sh", "S"), ("rh", "R"), ("th", "T"), ("ph", "P"), ("kh", "K"),
        ("k", "K"), ("g", "K"), ("t", "T"), ("d", "T"), ("p", "P"), ("b", "P"), ("s", "S"), ("j", "C"), ("c", "C"), ("h", "H"), ("m", "M"), ("n", "N"), ("r", "R"), ("l", "R"), ("", "-"),
    ];

    private static readonly (string Written, string Class)[] Finals =
        [("ng", "G"), ("ck", "K"), ("k", "K"), ("g", "K"), ("n", "N"), ("t", "T"), ("d", "T"), ("s", "T"), ("l", "R"), ("r", "R"), ("m", "M"), ("p", "P"), ("b", "P"), ("", "-")];

    /// <summary>Surnames that have spellings of their own, by class; ㄹ and ㄴ fall in front of y and i in the South.</summary>
    private const string SurnameSpellings =
        "kim gim:K5M ri li lee yi rhee i:R5- pak park bak bahk:P1K choe choi chwe:CW2- jong jung chong chung jeong:C3G kang gang:K1G jo cho:C3- yun " +
        "yoon youn:-Y4N jang chang:C1G rim lim im:R5M han:H1N o oh:-3- so seo suh:S3- sin shin:S5N kwon gwon:KW3N hwang:HW1G an ahn:-1N song:S3G ryu " +
        "yu yoo ryoo:RY4- hong:H3G jon jeon chon chun:C3N ko go koh:K3- mun moon:M4N yang ryang:RY1G paek baek paik back:P2K ho hur heo huh:H3- " +
        "nam:N1M sim shim:S5M no ro roh noh:R3- ha:H1- kwak gwak:KW1K song sung seong:S3G cha:C1- ju chu joo:C4- u woo wu:-4- ku gu koo:K4- min:M5N " +
        "na ra:R1- chin jin:C5N ji chi:C5- om eom uhm:-3M chae:C2- won:-W3N chon cheon:C3N pang bang:P1G kong gong:K3G hyon hyun hyeon:HY3N ham:H1M " +
        "pyon byun byeon:PY3N yom ryom yeom:RY3M yo ryo yeo:RY3- chu choo:C4- to do:T3- so:S3- sok seok suk:S3K son sohn:S3N thae tae:T2- ki gi:K5- " +
        "maeng:M2G myong myung myeong:MY3G ong:-3G phyo pyo:PY3- kye gye:KY2- kil gil:K5R pae bae:P2- tak:T1K hyon:HY3N";

    private static readonly FrozenDictionary<string, string> Surnames = ReadSurnames();

    public static string? SurnameClass(string written) => Surnames.GetValueOrDefault(written);

    /// <summary>The class of a Latin word of one to three Korean syllables; null where it is none.</summary>
    public static string? ClassOf(string written)
    {
        var rest = written.AsSpan();
        var (classes, syllables) = (new StringBuilder(), 0);
        while (rest.Length > 0)
        {
            if (++syllables > 3 || Take(Initials, ref rest) is not { } initial || Take(Vowels, ref rest) is not { } vowel)
            {
                return null;
            }

            classes.Append(initial).Append(vowel).Append(TakeFinal(ref rest));
        }

        return classes.ToString();
    }

    public static string ClassOf(char hangul)
    {
        var number = hangul - 0xAC00;
        return $"{InitialClasses[number / 588]}{VowelClasses[number % 588 / 28]}{FinalClasses[number % 28]}";
    }

    /// <summary>A surname's ㄹ and ㄴ are written in the North and dropped or exchanged in the South.</summary>
    public static string SurnameClassOf(char hangul) => hangul switch
    {
        '이' or '리' => "R5-",
        '임' or '림' => "R5M",
        '유' or '류' => "RY4-",
        '양' or '량' => "RY1G",
        '노' or '로' => "R3-",
        '나' or '라' => "R1-",
        '염' or '렴' => "RY3M",
        '여' or '려' => "RY3-",
        _ => ClassOf(hangul),
    };

    /// <summary>Revised Romanization, syllable by syllable.</summary>
    public static string Romanise(char hangul)
    {
        var number = hangul - 0xAC00;
        return RevisedInitials[number / 588] + RevisedVowels[number % 588 / 28] + RevisedFinals[number % 28];
    }

    private static readonly string[] RevisedInitials = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".Split(',');
    private static readonly string[] RevisedVowels = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".Split(',');
    private static readonly string[] RevisedFinals = ",k,k,k,n,n,n,t,l,k,m,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,t".Split(',');

    private static string? Take((string Written, string Class)[] table, ref ReadOnlySpan<char> rest)
    {
        foreach (var (written, sound) in table)
        {
            if (rest.StartsWith(written, StringComparison.Ordinal))
            {
                rest = rest[written.Length..];
                return sound;
            }
        }

        return null;
    }

    /// <summary>A consonant before a vowel begins the next syllable.</summary>
    private static string TakeFinal(ref ReadOnlySpan<char> rest)
    {
        foreach (var (written, sound) in Finals)
        {
            if (rest.StartsWith(written, StringComparison.Ordinal) && (rest.Length == written.Length || written.Length == 0 || !"aeiouwy".Contains(rest[written.Length], StringComparison.Ordinal)))
            {
                rest = rest[written.Length..];
                return sound;
            }
        }

        return "-";
    }

    private static FrozenDictionary<string, string> ReadSurnames()
    {
        var (table, waiting) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var entry in SurnameSpellings.Split(' '))
        {
            var at = entry.IndexOf(':', StringComparison.Ordinal);
            waiting.Add(at < 0 ? entry : entry[..at]);
            if (at >= 0)
            {
                waiting.ForEach(written => table.TryAdd(written, entry[(at + 1)..]));
                waiting.Clear();
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
