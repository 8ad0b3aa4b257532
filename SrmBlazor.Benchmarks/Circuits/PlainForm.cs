using System.Net;
using System.Text.RegularExpressions;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>A form that is posted without script.</summary>
internal static partial class PlainForm
{
    /// <summary>The hidden fields of the form that posts to this page: its name, its token, the text that was shown.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Hidden(string html) => Input().Matches(html[html.IndexOf("<h1", StringComparison.Ordinal)..])
        .Where(match => match.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
        .Select(match => new KeyValuePair<string, string>(Attribute(match.Value, "name")!, Attribute(match.Value, "value") ?? ""));

    /// <summary>The values that the inputs of this name offer.</summary>
    public static IEnumerable<string> Values(string html, string name) => Input().Matches(html)
        .Where(match => Attribute(match.Value, "name") == name)
        .Select(match => Attribute(match.Value, "value"))
        .OfType<string>();

    private static string? Attribute(string input, string attribute) =>
        Regex.Match(input, $" {attribute}=\"(.*?)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
