namespace SrmBlazor.Shared.Web;

/// <summary>Do Not Track and Global Privacy Control, as the browser sent them with this request.</summary>
public static class PrivacySignal
{
    public static bool IsSet(HttpRequest request) => request.Headers["DNT"] == "1" || request.Headers["Sec-GPC"] == "1";
}
