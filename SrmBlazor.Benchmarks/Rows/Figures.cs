namespace SrmBlazor.Benchmarks.Rows;

/// <summary>Short sums over measured values.</summary>
internal static class Figures
{
    /// <summary>The smallest value that the given share of all values does not exceed.</summary>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    /// <summary>The slope of the line that fits best: what one more costs.</summary>
    public static double Slope(this IReadOnlyList<(double Count, double Cost)> points)
    {
        var (count, cost) = (points.Average(point => point.Count), points.Average(point => point.Cost));
        return points.Sum(point => (point.Count - count) * (point.Cost - cost)) / points.Sum(point => (point.Count - count) * (point.Count - count));
    }
}
