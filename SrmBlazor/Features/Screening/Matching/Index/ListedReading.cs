using System.Runtime.InteropServices;

namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>A reading of a listed name with its words' numbers and weights.</summary>
internal sealed class ListedReading(int name, Reading reading, double[] weights, int[] words)
{
    /// <summary>Which of the index's names.</summary>
    public int Name { get; } = name;

    public Reading Reading { get; } = reading;

    public double[] Weights { get; } = weights;

    public int[] Words { get; } = words;

    public double Weight { get; } = weights.Sum();
}

/// <summary>Where a word stands: in which reading, and what it weighs there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Posting(int Reading, float Weight);
