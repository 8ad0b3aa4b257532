using System.Globalization;
using System.Text.RegularExpressions;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>Of which day a list is.</summary>
internal static partial class FileDate
{
    /// <summary>The publisher's date; where the format has none, the one in the file's name; else the day on which the file was written.</summary>
    public static DateOnly Of(FileInfo file, ListVersion version) => version.ListDate ?? InName(file.Name) ?? DateOnly.FromDateTime(file.LastWriteTimeUtc);

    private static DateOnly? InName(string name) =>
        Date().Match(name) is { Success: true } found
        && DateOnly.TryParseExact($"{found.Groups["year"]}-{found.Groups["month"]}-{(found.Groups["day"].Success ? found.Groups["day"].Value : "01")}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)[-_.]?(?<month>\d\d)([-_.]?(?<day>\d\d))?(?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Date();
}
