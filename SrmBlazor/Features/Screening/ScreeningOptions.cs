using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening;

public sealed class ScreeningOptions
{
    public const string Section = "Screening";

    /// <summary>Days after which a publisher's list is marked as old.</summary>
    public int ListsOldAfterDays { get; set; } = 7;

    /// <summary>By the names of <see cref="ListSources"/>: where the publisher's file is fetched. Without an address a list is brought by people or by command.</summary>
    public IDictionary<string, string> Addresses { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Hours between two fetches that succeed.</summary>
    public int FetchEveryHours { get; set; } = 24;

    /// <summary>In the order of the sources: names and addresses of OFAC's entries come after the entries.</summary>
    internal IReadOnlyList<ListSource> Fetched => [.. Enum.GetValues<ListSource>().Where(source => AddressOf(source) is not null)];

    internal bool IsSound => ListsOldAfterDays is >= 1 and <= 365;

    internal bool CanBeFetched => FetchEveryHours is >= 1 and <= 720
        && Addresses.All(pair => pair.Value.Length == 0 || (ListSources.Find(pair.Key) is not null and not ListSource.Own && Parse(pair.Value) is not null));

    internal Uri? AddressOf(ListSource source) => Addresses.TryGetValue(ListSources.NameOf(source), out var text) ? Parse(text) : null;

    /// <summary>HTTPS; on this machine itself HTTP too. What says who may ask stands in no address, because addresses are shown.</summary>
    private static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;
}
