using System.Globalization;

namespace SrmBlazor.Features.Insight.Pages;

/// <summary>Figures as they are read.</summary>
internal static class Shown
{
    public const string None = "–";

    public static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Rounded down: what is not wholly in time is never shown as 100 %.</summary>
    public static string Rate(double? rate) => rate is not { } share ? None : (Math.Floor(share * 1000 + 1e-9) / 10).ToString("0.#", CultureInfo.CurrentCulture) + "%";

    public static string Days(double? days) => days?.ToString("0.#", CultureInfo.CurrentCulture) ?? None;
}
