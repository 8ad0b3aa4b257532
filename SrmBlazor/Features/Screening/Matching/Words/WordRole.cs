using System.Collections.Frozen;

namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>What a word does in its name. Only names tell people apart.</summary>
internal enum WordRole
{
    Name,
    Initial,
    Particle,
    Title,
    LegalForm,
    Number,
}

internal static class WordRoles
{
    private static readonly FrozenSet<string> Particles = Set("al el ul bin bint ould wald ag de di da do dos das du del della van von der den ter la le las los y e i and the of und et & zu zum af na");

    /// <summary>Articles before a letter of the sun, and words of other languages elsewhere: particles only where they are tied to the next word.</summary>
    private static readonly FrozenSet<string> TiedParticles = Set("ar as ash at ad az an ur us ud uz ed er es en");

    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss dr prof professor sir sheikh shaikh shaykh sheik cheikh haji hajji hajj haj hadji mullah mulla mawlawi maulavi " +
        "maulawi moulavi mawlavi maulana mufti qari hafiz imam ayatollah hojjatoleslam sayyid seyed sayed syed " +
        "general gen colonel col major maj captain capt brigadier admiral lieutenant lt commander sergeant marshal president prasident minister " +
        "doctor engineer eng ing lord prince princess rev father hon senor don dona herr frau monsieur mme alhaji malam ustad ustaz amir emir " +
        "comrade jr sr iii");

    private static readonly FrozenSet<string> Forms = Set(
        "ltd llc inc corp co plc ag gmbh sa sas sarl srl spa bv nv ab as oy kg kgaa se lp llp pte pty sdn bhd jsc ojsc pjsc cjsc zao oao ooo pao ao " +
        "fze fzco fzc est sro doo ad dd tov kft zrt ltda eireli sapi cv bvba sprl scs sca snc aps asa oyj spzoo gk kk na");

    /// <summary>Numbers in words and in digits are one.</summary>
    private static readonly FrozenDictionary<string, string> Numbers = (
        "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 twenty:20 thirty:30 forty:40 fifty:50 first:1 " +
        "second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 " +
        "1st:1 2nd:2 3rd:3 4th:4 5th:5 6th:6 7th:7 8th:8 9th:9 10th:10 ii:2 iv:4 vi:6 vii:7 viii:8 ix:9 xi:11 xii:12").Split(' ')
        .ToFrozenDictionary(pair => pair[..pair.IndexOf(':', StringComparison.Ordinal)], pair => pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> OneSpelling = (
        "ibn:bin ben:bin bn:bin ebn:bin binti:bint bent:bint oglu:ogly ogli:ogly limited:ltd incorporated:inc corporation:corp company:co aktiengesellschaft:ag gesellschaft:co compania:co companhia:co compagnie:co").Split(' ')
        .ToFrozenDictionary(pair => pair[..pair.IndexOf(':', StringComparison.Ordinal)], pair => pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    /// <summary>The one spelling under which a particle, a legal form or a number is compared.</summary>
    public static string Canonical(string word, bool isFirst, bool isLast) =>
        word is "ben" && (isFirst || isLast) ? word : OneSpelling.GetValueOrDefault(word) ?? Numbers.GetValueOrDefault(word, word);

    public static bool IsForm(string word) => Forms.Contains(word);

    /// <summary>The role by the word and its place. A particle at the end is a name (Wang Bin), and so is a title that stands alone.</summary>
    public static WordRole Of(string word, bool isFirst, bool isLast, bool isTied) =>
        word.All(char.IsAsciiDigit) ? WordRole.Number
        : word.Length == 1 && char.IsAsciiLetter(word[0]) && !(word is "y" or "e" && !isFirst && !isLast) ? WordRole.Initial
        : !isLast && (Particles.Contains(word) || (isTied && TiedParticles.Contains(word))) ? WordRole.Particle
        : Titles.Contains(word) ? WordRole.Title
        : !isFirst && isLast && Forms.Contains(word) || isFirst && word is "ooo" or "oao" or "zao" or "pao" or "jsc" or "ojsc" or "pjsc" or "llc" or "srl" or "pt" ? WordRole.LegalForm
        : Forms.Contains(word) && word.Length > 2 ? WordRole.LegalForm
        : WordRole.Name;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
