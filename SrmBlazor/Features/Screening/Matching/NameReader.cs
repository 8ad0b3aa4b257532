using SrmBlazor.Features.Screening.Matching.Scripts;
using SrmBlazor.Features.Screening.Matching.Words;

namespace SrmBlazor.Features.Screening.Matching;

/// <summary>From a name as written to its readings.</summary>
internal static class NameReader
{
    public static List<Reading> Read(string name, ref NameFlags flags)
    {
        var clean = SurnameLast(Letters.Clean(name, ref flags));
        var parts = WordCutter.Cut(clean, ref flags);
        if (parts.Count > Reading.LongestName)
        {
            flags |= NameFlags.TooLong;
            parts.RemoveRange(Reading.LongestName, parts.Count - Reading.LongestName);
        }

        var readings = new List<Reading>();
        Add(readings, PlainReading.Of(parts, ref flags));
        Add(readings, CharacterReadings.Characters(parts));
        Add(readings, CharacterReadings.Chinese(parts));
        foreach (var korean in CharacterReadings.Korean(parts))
        {
            Add(readings, korean);
        }

        return readings;
    }

    private static void Add(List<Reading> readings, Reading? reading)
    {
        if (reading is { Words.Length: > 0 })
        {
            readings.Add(reading);
        }
    }

    /// <summary>"AL RAHMAN, Umar Abd" is Umar Abd AL RAHMAN; a comma before a legal form is not one of these.</summary>
    private static string SurnameLast(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma != name.LastIndexOf(','))
        {
            return name;
        }

        var (surname, given) = (name[..comma], name[(comma + 1)..].Trim());
        return given.Length == 0 || WordRoles.IsForm(Latin.Fold(given.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))) ? name : $"{given} {surname}";
    }
}
