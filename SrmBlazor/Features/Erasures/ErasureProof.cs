using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Erasures;

/// <summary>The values that must be found nowhere after an erasure: taken down before it, destroyed when the check is clean.</summary>
public sealed record ErasureProof(IReadOnlyList<string> Values) : SealedRecord, IDeclared
{
    /// <summary>In bytes: anything shorter is found by chance.</summary>
    public const int Shortest = 6;

    public static RecordKind Kind { get; } = RecordKind.Of("erasure-proof").HeldBy(For.ProveErasure).AsTransient()
        .Has(nameof(Values), Category.Security);

    /// <summary>What of these records the check can search for.</summary>
    internal static ErasureProof Of(IEnumerable<Holding> held) => new([.. held.Where(holding => holding.Record is not null)
        .SelectMany(holding => holding.Kind.Telling.Select(property => ItemValue.Of(holding.Record!, property) as string))
        .OfType<string>().Select(value => value.Trim()).Where(value => System.Text.Encoding.UTF8.GetByteCount(value) >= Shortest).Distinct(StringComparer.Ordinal)]);
}
