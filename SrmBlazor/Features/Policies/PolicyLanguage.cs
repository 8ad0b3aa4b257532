using System.Globalization;

namespace SrmBlazor.Features.Policies;

/// <summary>The languages in which the policy is published, always all of them together.</summary>
public static class PolicyLanguage
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    public static IReadOnlyList<string> All { get; } = [English, Chinese];

    /// <summary>The language of the policy for a reader of <paramref name="culture"/>; English where we do not speak theirs.</summary>
    public static string For(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "zh", StringComparison.Ordinal) ? Chinese : English;
}
