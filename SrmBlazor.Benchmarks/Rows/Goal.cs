using System.Globalization;

namespace SrmBlazor.Benchmarks.Rows;

/// <summary>What a figure of ours may be at most: a number, or a multiple of the plain app's.</summary>
internal sealed record Goal
{
    private readonly double most;
    private readonly bool ofPlain;

    private Goal(double most, bool ofPlain) => (this.most, this.ofPlain) = (most, ofPlain);

    public static Goal AtMost(double most) => new(most, false);

    public static Goal TimesPlain(double most) => new(most, true);

    public bool IsMet(double ours, double plain) => ours <= (ofPlain ? most * plain : most);

    public override string ToString() => $"≤ {most.ToString("0.##", CultureInfo.InvariantCulture)}{(ofPlain ? "× plain" : "")}";
}
