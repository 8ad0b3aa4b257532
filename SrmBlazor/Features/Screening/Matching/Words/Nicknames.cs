using System.Collections.Frozen;
using System.Globalization;

namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>
/// Short forms of given names, one group a name. Small: a short form that is not here is an omission or a typo like any other. A servant name
/// (Abdul Hamid) is also called by what follows (Hamid).
/// </summary>
internal static class Nicknames
{
    private static readonly string[] Groups =
    [
        "william bill billy will willy liam", "robert bob bobby rob robbie bert", "richard dick rick ricky rich", "james jim jimmy jamie", "john jack johnny jon",
        "jonathan jon jonny", "joseph joe joey jo", "thomas tom tommy", "charles charlie chuck", "edward ed eddie ted ned", "theodore theo ted teddy", "anthony tony antony",
        "michael mike mick micky misha mikhail", "nicholas nick nicky nikolay kolya", "alexander alex sandy sasha aleksandr oleksandr alexandra aleksandra xander", "benjamin ben benny bibi",
        "samuel sam sammy", "daniel dan danny", "david dave davy dudu", "matthew matt", "christopher chris kit", "stephen steve steven", "peter pete petya pyotr", "andrew andy drew andrey",
        "gregory greg grisha grigoriy", "timothy tim", "lawrence larry laurence", "patrick pat paddy", "ronald ron ronnie", "donald don donnie", "kenneth ken kenny", "frederick fred freddie frederic friedrich fritz",
        "francisco paco pancho", "jose pepe", "ignacio nacho", "jesus chucho chuy", "enrique quique", "guillermo memo", "eduardo lalo", "manuel manolo", "antonio tono toni", "rafael rafa",
        "elizabeth liz beth betty lisa eliza", "katherine kate kathy katie cathy catherine katya ekaterina", "margaret maggie meg peggy", "susan sue susie", "jennifer jen jenny", "deborah deb debbie",
        "patricia pat patty trish", "barbara barb", "rebecca becky", "victoria vicky vika viktoriya", "vladimir vova volodya", "dmitry dima dmitriy mitya", "sergey seryozha serge", "ivan vanya",
        "yuriy yura", "yevgeniy zhenya yevgeny evgeny", "konstantin kostya", "alexey alyosha lyosha aleksey", "anatoly tolya", "boris borya", "natalya natasha nataliya", "olga olya", "tatyana tanya",
        "maria masha mary mariya", "anna anya annie", "yelena lena elena", "svetlana sveta", "irina ira", "galina galya", "muhammad mo mohd muhd", "abdullah abdi", "barack barry",
        "joao jao", "giuseppe peppe beppe", "giovanni gianni", "luigi gigi", "hans johannes johann", "heinrich heinz", "wilhelm willi", "jean jeannot",
    ];

    private static readonly FrozenDictionary<string, int[]> Table = Groups
        .SelectMany((group, number) => group.Split(' ').Select(name => (name, number)))
        .GroupBy(pair => pair.name, pair => pair.number, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Marks that two short forms of one name share; a group's mark is its number.</summary>
    public static string[] ShortFormsOf(string word) =>
        [.. Table.GetValueOrDefault(word, []).Select(group => group.ToString(CultureInfo.InvariantCulture)), .. Called(word)];

    private static string[] Called(string word) =>
        word.Length < 4 ? []
        : word.StartsWith("abd", StringComparison.Ordinal) && word.Length > 6 ? [word, word[3..]]
        : [word];
}
