using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Accounts;

/// <summary>The session's cookie: <c>__Host-srm</c>, for this host and https only, out of reach of scripts.</summary>
internal static class AccountCookie
{
    public static readonly SiteCookie Declared = new("srm", Necessary: true, Life: null);

    public const string SignInPath = "/account/sign-in";

    public static void AddAccountCookie(this IServiceCollection services)
    {
        services.AddSiteCookie(Declared);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<CookieNames>((options, names) =>
        {
            options.Cookie.Name = names[Declared.Name];
            // never in pieces under further names, which the register would not know
            options.CookieManager = new ChunkingCookieManager { ChunkSize = null };
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = Declared.SameSite;
            options.Cookie.SecurePolicy = names.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
            options.LoginPath = SignInPath;
            options.AccessDeniedPath = "/account/denied";
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = ValidateAsync;
        });
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user || !await context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsLiveAsync(user))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
