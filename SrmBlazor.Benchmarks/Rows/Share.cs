using System.Globalization;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>How many of how many, with the interval of Wilson that holds the true share in 95 of 100 samples (E. B. Wilson, JASA 22, 1927).</summary>
internal sealed record Share(int Hits, int Of)
{
    private const double Z = 1.959964;

    public static Share Count<T>(IEnumerable<T> items, Func<T, bool> isHit)
    {
        var (hits, of) = (0, 0);
        foreach (var item in items)
            (hits, of) = (hits + (isHit(item) ? 1 : 0), of + 1);
        return new(hits, of);
    }

    public double Value => Of == 0 ? double.NaN : (double)Hits / Of;

    public (double Low, double High) Interval
    {
        get
        {
            if (Of == 0)
                return (0, 1);
            var middle = Value + Z * Z / (2 * Of);
            var half = Z * Math.Sqrt(Value * (1 - Value) / Of + Z * Z / (4.0 * Of * Of));
            return ((middle - half) / (1 + Z * Z / Of), (middle + half) / (1 + Z * Z / Of));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value * 100:0.0} % ({Interval.Low * 100:0.0}–{Interval.High * 100:0.0}) n {Of}");
}
