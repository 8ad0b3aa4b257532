using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>What a page's HTML says about its circuit, in comments.</summary>
/// <param name="Operations">The root components to add, as the browser would ask for them.</param>
/// <param name="State">The state that was prerendered, sealed by the server.</param>
internal sealed partial record PrerenderedPage(string Operations, string State)
{
    public static PrerenderedPage Read(string html)
    {
        var operations = new JsonArray();
        foreach (Match match in Marker().Matches(html))
        {
            var marker = JsonNode.Parse(match.Groups[1].Value)!.AsObject();
            if (marker["descriptor"] is null) // a closing one
                continue;
            marker["uniqueId"] = operations.Count;
            operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
        }

        if (operations.Count == 0)
            throw new InvalidOperationException($"The page has no interactive component ({html.Length} characters of HTML).");
        return new(new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), SealedState().Match(html).Groups[1].Value);
    }

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex SealedState();
}
