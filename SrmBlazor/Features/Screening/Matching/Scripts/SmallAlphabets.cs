using System.Text;

namespace SrmBlazor.Features.Screening.Matching.Scripts;

/// <summary>Alphabets that need one Latin spelling per letter: Greek (ELOT 743, letter by letter), Georgian (national system 2002), Armenian (BGN/PCGN 1981).</summary>
internal static class SmallAlphabets
{
    private const string Greek = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o";
    private const string Georgian =
        "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h";
    private const string Armenian =
        "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ rr ս s վ v տ t ր r ց " +
        "ts ւ v փ p ք k և ev օ o ֆ f";

    private static readonly Dictionary<char, string> Table = Read(Greek, Georgian, Armenian);

    public static string Romanise(string word)
    {
        var latin = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            latin.Append(Table.GetValueOrDefault(letter, ""));
        }

        return latin.ToString().Replace("oy", "ou", StringComparison.Ordinal);
    }

    private static Dictionary<char, string> Read(params string[] tables) =>
        tables.SelectMany(table => table.Split(' ').Chunk(2)).ToDictionary(pair => pair[0][0], pair => pair[1]);
}
