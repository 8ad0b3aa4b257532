using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell;

/// <summary>The two languages and how one is found: the visitor's cookie, else what the browser asks for, else English.</summary>
public static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    public static readonly IReadOnlyList<(string Culture, string OwnName)> All = [(English, "English"), (Chinese, "简体中文")];

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, RememberedTexts>();
        services.AddOptions<RequestLocalizationOptions>().Configure<CookieNames>((options, names) =>
        {
            var cultures = All.Select(language => language.Culture).ToArray();
            options.SetDefaultCulture(English).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { Options = options, CookieName = names[CookieNames.Language] },
                new CustomRequestCultureProvider(http => Task.FromResult(AskedFor(http.Request.Headers.AcceptLanguage))),
            ];
        });
    }

    /// <summary>Every kind of Chinese (zh, zh-Hans-CN, zh-TW) is better served by zh-CN than by English, so only the first part of a tag counts.</summary>
    private static ProviderCultureResult? AskedFor(StringValues acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var wishes))
            return null;
        var wanted = wishes.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => All.FirstOrDefault(language => SameLanguage(language.Culture, wish.Value)).Culture)
            .FirstOrDefault(culture => culture is not null);
        return wanted is null ? null : new ProviderCultureResult(wanted);
    }

    private static bool SameLanguage(string culture, StringSegment tag) =>
        tag.Value!.Split('-')[0].Equals(culture.Split('-')[0], StringComparison.OrdinalIgnoreCase);
}
