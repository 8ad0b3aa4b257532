using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace SrmBlazor.Shared.Geography;

/// <summary>
/// The options of a country list as one piece of markup, made once a language: as 250 elements they would cost each circuit a render tree and
/// 19 KB on the wire, as markup a reference and 7.
/// </summary>
internal static class CountryOptions
{
    private static readonly ConcurrentDictionary<(string Language, string Empty), string> Made = new();

    /// <param name="empty">The first option, which is no answer.</param>
    /// <param name="selected">Marked in the markup; where a circuit sets the value of the list it must be null.</param>
    public static MarkupString In(CultureInfo language, string empty, string? selected)
    {
        var options = Made.GetOrAdd((language.Name, empty), key => Make(language, key.Empty));
        return new(string.IsNullOrEmpty(selected) ? options : options.Replace($"<option value={HtmlEncoder.Default.Encode(selected)}>", $"<option value={HtmlEncoder.Default.Encode(selected)} selected>", StringComparison.Ordinal));
    }

    private static string Make(CultureInfo language, string empty)
    {
        var options = new StringBuilder("<option value=\"\">").Append(HtmlEncoder.Default.Encode(empty));
        var chinese = language.TwoLetterISOLanguageName == "zh";
        foreach (var country in Countries.InOrderOf(language))
        {
            options.Append("<option value=").Append(country.Alpha2).Append('>').Append(country.NameIn(chinese).Replace("&", "&amp;", StringComparison.Ordinal));
        }

        return options.ToString();
    }
}
