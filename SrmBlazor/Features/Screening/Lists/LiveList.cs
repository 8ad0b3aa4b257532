namespace SrmBlazor.Features.Screening.Lists;

/// <summary>How a source stands today.</summary>
/// <param name="Version">Null where no file of it was ever taken over.</param>
/// <param name="Days">Since the day of which the list tells.</param>
/// <param name="IsOld">Longer ago than the settings allow; the own list does not age.</param>
public sealed record LiveList(ListSource Source, ScreeningListVersion? Version, int Days, bool IsOld)
{
    /// <summary>Null where the settings have no address of it.</summary>
    public ListOrigin? Origin { get; init; }

    internal static LiveList Of(ListSource source, ScreeningListVersion? version, int oldAfter, DateTime now)
    {
        var days = version is null ? 0 : DateOnly.FromDateTime(now).DayNumber - version.AsOf.DayNumber;
        return new(source, version, days, version is not null && source != ListSource.Own && days > oldAfter);
    }
}

/// <summary>Where a list is fetched, and what became of it.</summary>
/// <param name="Last">Null before the first time.</param>
public sealed record ListOrigin(string Host, ListFetch? Last);

/// <summary>A version with what is in it, and what it changed.</summary>
/// <param name="Before">The version that it followed; null for the first.</param>
public sealed record OpenedVersion(ScreeningListVersion Version, ScreeningListVersion? Before, ListDiff Diff, IReadOnlyList<ListEntry> Entries);

/// <param name="HasMore">Older ones follow.</param>
public sealed record VersionPage(IReadOnlyList<ScreeningListVersion> Versions, bool HasMore);
