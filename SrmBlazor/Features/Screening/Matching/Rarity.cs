using System.Collections.Frozen;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// How much a word tells about its bearer: the rarer among the parties of a list, the more (inverse document frequency, Spärck Jones 1972,
/// held between <see cref="Least"/> and 1). Spellings of one sound are counted together. Scores depend on it: who compares two runs (a delta with a full one, a replay with the
/// original) gives both the same.
/// </summary>
public sealed class Rarity
{
    private const double Least = 0.55;

    private const string UsualWords =
        "muhammad ali ahmad hassan hussein ibrahim abdullah mustafa yusuf omar khalid mahmud hamid karim salim abu khan said rahman ismail jamal " +
        "abbas reza amir haji saleh hamza bakr " +
        "vladimir sergey alexander aleksandr andrey mikhail igor oleg nikolay dmitry viktor ivan yuriy aleksey pavel anatoly boris vladimirovich " +
        "aleksandrovich viktorovich ivanovich nikolayevich sergeyevich " +
        "jose luis carlos juan antonio maria jesus manuel jorge miguel francisco gonzalez lopez rodriguez garcia sanchez hernandez perez martinez " +
        "kim ri pak jong chol song yong wang li zhang chen liu yang wei lee john david michael robert james william thomas peter paul daniel george mary anna elena " +
        "bank group international trading industries holdings global general national shipping services company trust investment solutions capital partners foundation";

    private readonly FrozenDictionary<string, double> weights;

    private Rarity(IEnumerable<KeyValuePair<string, double>> weights) => this.weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Without a list: a small table of usual words.</summary>
    public static Rarity Usual { get; } = new(UsualWords.Split(' ').Select(SoundKey.Of).Distinct(StringComparer.Ordinal).Select(sound => KeyValuePair.Create(sound, 0.75)));

    /// <summary>From the parties of a list, each counted once for a word however often it stands in its names.</summary>
    public static Rarity Of(IReadOnlyCollection<ListedParty> parties) =>
        Of(parties.Select(party => party.Names.Select(name => PreparedName.Of(name.Text))), parties.Count);

    internal static Rarity Of(IEnumerable<IEnumerable<PreparedName>> parties, int count)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in parties)
        {
            seen.Clear();
            foreach (var word in party.SelectMany(name => name.Readings).SelectMany(reading => reading.Words))
            {
                if (seen.Add(KeyOf(word.Word)))
                {
                    frequencies[KeyOf(word.Word)] = frequencies.GetValueOrDefault(KeyOf(word.Word)) + 1;
                }
            }
        }

        return new Rarity(frequencies.Where(pair => pair.Value > 1).Select(pair => KeyValuePair.Create(pair.Key, Weight(pair.Value, count))));
    }

    internal double Of(PlacedWord word) => Share(word.Role) * (word.Role == WordRole.Name ? weights.GetValueOrDefault(KeyOf(word.Word), 1) : 1);

    /// <summary>1 for one party in ten thousand or fewer, then less by each tenfold.</summary>
    private static double Weight(int frequency, int count) =>
        Math.Clamp(1 - (0.2 * Math.Log10(frequency * 10_000.0 / Math.Max(count, 10_000))), Least, 1);

    private static string KeyOf(Word word) => word.Kind == ReadingKind.Plain ? word.FromArabic ? word.Key : word.Spellings[0].Sound : word.Key;

    /// <summary>What a word of its role weighs beside a name.</summary>
    private static double Share(WordRole role) => role switch
    {
        WordRole.Name => 1,
        WordRole.Initial => 0.5,
        WordRole.Particle => 0.1,
        WordRole.Title => 0.12,
        WordRole.LegalForm => 0.2,
        WordRole.Number => 0.5,
    };
}
