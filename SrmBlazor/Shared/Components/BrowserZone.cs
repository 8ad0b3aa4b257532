using System.Text.Json;
using Microsoft.JSInterop;

namespace SrmBlazor.Shared.Components;

/// <summary>The time zone of the reader's browser; kept by the open page alone.</summary>
internal static class BrowserZone
{
    public static async Task<TimeZoneInfo> OfAsync(IJSRuntime js)
    {
        await using var format = await js.InvokeConstructorAsync("Intl.DateTimeFormat");
        var options = await format.InvokeAsync<JsonElement>("resolvedOptions");
        return options.ValueKind == JsonValueKind.Object && options.TryGetProperty("timeZone", out var name)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name.GetString() ?? "", out var zone) ? zone : TimeZoneInfo.Utc;
    }
}
