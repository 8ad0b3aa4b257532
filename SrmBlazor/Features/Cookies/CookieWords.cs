using System.Globalization;
using System.Resources;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Cookies;

/// <summary>
/// The register in words, for the policy's table and the cookies page alike. The policy is built at start-up in both languages: a cookie
/// without words stops the start.
/// </summary>
public static class CookieWords
{
    private static readonly ResourceManager Texts = new(typeof(CookiesTexts));

    public static IReadOnlyList<PolicyCookieRow> Rows(CookieRegister register) => [.. register.All.Select(cookie => Row(register, cookie))];

    public static PolicyCookieRow Row(CookieRegister register, SiteCookie cookie) =>
        new(register.NameOf(cookie), Say($"Cookie.{cookie.Name}"), LifeOf(cookie), cookie.Necessary);

    private static BothLanguages LifeOf(SiteCookie cookie) => cookie.Life is { } life ? Say("Life.Days", life.Days) : Say("Life.Visit");

    private static BothLanguages Say(string key, params object[] values) => new()
    {
        English = Say(PolicyLanguage.English, key, values),
        Chinese = Say(PolicyLanguage.Chinese, key, values),
    };

    private static string Say(string language, string key, object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = Texts.GetString(key, culture) ?? throw new InvalidOperationException($"The cookies page lacks the text {key} in {language}.");
        return string.Format(culture, text, values);
    }
}
