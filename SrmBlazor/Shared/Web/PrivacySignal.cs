using Microsoft.Extensions.Primitives;

namespace SrmBlazor.Shared.Web;

public enum SignalKind
{
    DoNotTrack,
    GlobalPrivacyControl,
}

/// <summary>Do Not Track and Global Privacy Control, as the browser sent them with this request.</summary>
public static class PrivacySignal
{
    private const string DoNotTrack = "DNT";
    private const string GlobalPrivacyControl = "Sec-GPC";

    public static bool IsSet(HttpRequest request) => Of(request).Count > 0;

    public static IReadOnlyList<SignalKind> Of(HttpRequest request) =>
    [
        .. Says(request.Headers[DoNotTrack]) ? [SignalKind.DoNotTrack] : Array.Empty<SignalKind>(),
        .. Says(request.Headers[GlobalPrivacyControl]) ? [SignalKind.GlobalPrivacyControl] : Array.Empty<SignalKind>(),
    ];

    /// <summary>Tells whoever keeps copies that this answer is another with another signal.</summary>
    public static void Vary(HttpResponse response) => response.Headers.Append("Vary", $"{DoNotTrack}, {GlobalPrivacyControl}");

    /// <summary>A header sent in several lines is a signal when one of them is: in doubt for the person.</summary>
    private static bool Says(StringValues lines) => lines.Contains("1");
}
