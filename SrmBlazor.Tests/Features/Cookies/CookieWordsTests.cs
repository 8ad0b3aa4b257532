using System.Collections;
using System.Globalization;
using System.Resources;

namespace SrmBlazor.Features.Cookies;

public sealed class CookieWordsTests
{
    [Fact]
    public void Everything_is_said_in_both_languages()
    {
        var english = Read(CultureInfo.InvariantCulture);
        var chinese = Read(CultureInfo.GetCultureInfo("zh-CN"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(text.Value.Contains("{0}", StringComparison.Ordinal), chinese[text.Key].Contains("{0}", StringComparison.Ordinal)));
        Assert.All(english.Concat(chinese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager(typeof(CookiesTexts)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
