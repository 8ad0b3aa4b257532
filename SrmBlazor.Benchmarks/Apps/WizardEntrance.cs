using System.Net;
using System.Text.RegularExpressions;
using SrmBlazor.Benchmarks.Circuits;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>The way into the wizard: accepts the policy and answers age and country, in plain forms. Afterwards the visitor has a draft.</summary>
internal static partial class WizardEntrance
{
    public static async Task EnterAsync(Visitor visitor, Uri root)
    {
        var page = new Uri(root, "/register");
        var policy = (await visitor.GetAsync(page)).Expect(HttpStatusCode.OK, page).Body;
        var begin = (await visitor.PostAsync(page, [.. Hidden(policy), new("Decide.Answer", "accept")])).Expect(HttpStatusCode.OK, page).Body;
        var adult = Input().Matches(begin).Select(match => Attribute(match.Value, "value", "Begin.Age")).Last(value => value is not null)!;
        (await visitor.PostAsync(page, [.. Hidden(begin), new("Begin.Age", adult), new("Begin.Country", "DE")])).Expect(HttpStatusCode.Redirect, page);
    }

    /// <summary>The hidden fields of the form that posts to this page: its name, its token, the text that was shown.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Hidden(string html) => Input().Matches(html[html.IndexOf("<h1", StringComparison.Ordinal)..])
        .Where(match => match.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
        .Select(match => new KeyValuePair<string, string>(Attribute(match.Value, "name")!, Attribute(match.Value, "value") ?? ""));

    private static string? Attribute(string input, string attribute, string? ofName = null) =>
        ofName is not null && Attribute(input, "name") != ofName ? null
        : Regex.Match(input, $" {attribute}=\"(.*?)\"", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value)
        : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
