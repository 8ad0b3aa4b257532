using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell;

/// <summary>
/// How this visitor wants pages to look, read from the HTTP request and handed into the circuit, where there is no request to read.
/// </summary>
/// <param name="Theme">"light", "dark", or null: as the system says.</param>
/// <param name="FontSize">"large", "larger", or null: as the browser says.</param>
/// <param name="IsOfStaff">Signed in as one of staff when the document was sent.</param>
/// <param name="HasWays">The document was sent with the ways between the pages of staff.</param>
/// <param name="UsesMud">The document was sent with MudBlazor's css and js.</param>
/// <param name="ShownInPlaceOf">On an error page: the address that was asked for and still stands in the browser.</param>
public sealed record Visitor(string? Theme, string? FontSize, bool IsOfStaff, bool HasWays, bool UsesMud, string? ShownInPlaceOf)
{
    public static readonly string[] Themes = ["light", "dark"];
    public static readonly string[] FontSizes = ["large", "larger"];

    public static Visitor Of(HttpContext http, CookieNames names) => new(
        OneOf(Themes, http.Request.Cookies[names[CookieNames.Theme]]),
        OneOf(FontSizes, http.Request.Cookies[names[CookieNames.FontSize]]),
        IsOne(http.User),
        http.GetEndpoint()?.Metadata.GetMetadata<StaffPageAttribute>()?.HasWays(IsOne(http.User)) == true,
        http.GetEndpoint()?.Metadata.GetMetadata<UsesMudBlazorAttribute>() is not null,
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } missing ? missing.OriginalPath + missing.OriginalQueryString
            : http.Features.Get<IExceptionHandlerPathFeature>()?.Path);

    private static bool IsOne(ClaimsPrincipal user) => Enum.GetValues<Role>().Any(role => (role & Role.Staff) != Role.None && user.IsInRole(role.ToString()));

    private static string? OneOf(string[] known, string? value) => known.Contains(value) ? value : null;
}
