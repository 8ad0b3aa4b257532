using Microsoft.AspNetCore.Diagnostics;
using SrmBlazor.Shared.Components;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell;

/// <summary>
/// How this visitor wants pages to look, read from the HTTP request and handed into the circuit, where there is no request to read.
/// </summary>
/// <param name="Theme">"light", "dark", or null: as the system says.</param>
/// <param name="FontSize">"large", "larger", or null: as the browser says.</param>
/// <param name="IsStaff">The document was sent with the ways between the pages of staff.</param>
/// <param name="UsesMud">The document was sent with MudBlazor's css and js.</param>
/// <param name="ShownInPlaceOf">On an error page: the address that was asked for and still stands in the browser.</param>
public sealed record Visitor(string? Theme, string? FontSize, bool IsStaff, bool UsesMud, string? ShownInPlaceOf)
{
    public static readonly string[] Themes = ["light", "dark"];
    public static readonly string[] FontSizes = ["large", "larger"];

    public static Visitor Of(HttpContext http, CookieNames names) => new(
        OneOf(Themes, http.Request.Cookies[names[CookieNames.Theme]]),
        OneOf(FontSizes, http.Request.Cookies[names[CookieNames.FontSize]]),
        http.GetEndpoint()?.Metadata.GetMetadata<StaffPageAttribute>() is not null,
        http.GetEndpoint()?.Metadata.GetMetadata<UsesMudBlazorAttribute>() is not null,
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } missing ? missing.OriginalPath + missing.OriginalQueryString
            : http.Features.Get<IExceptionHandlerPathFeature>()?.Path);

    private static string? OneOf(string[] known, string? value) => known.Contains(value) ? value : null;
}
