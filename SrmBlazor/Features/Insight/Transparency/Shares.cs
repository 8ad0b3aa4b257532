namespace SrmBlazor.Features.Insight.Transparency;

/// <param name="Of">A code.</param>
public sealed record Share(string Of, int Count);

/// <summary>
/// A count and its parts, so that no number tells of few: what is small is counted together, with the smallest of what is not small until they are
/// enough. So nothing is left blank that could be filled in from a total, and whoever knows the rule still does not know which part was how large.
/// </summary>
/// <param name="Total">Null where all together are too few.</param>
/// <param name="Shown">The largest first.</param>
/// <param name="Rest">Of all parts that are not shown; null where nothing is left.</param>
public sealed record Shares(int? Total, IReadOnlyList<Share> Shown, int? Rest)
{
    public static Shares Of(IEnumerable<Share> parts, int least)
    {
        var known = parts.Where(part => part.Count > 0).OrderByDescending(part => part.Count).ThenBy(part => part.Of, StringComparer.Ordinal).ToList();
        var total = known.Sum(part => part.Count);
        if (total < least)
        {
            return new Shares(null, [], null);
        }

        var shown = known.Count(part => part.Count >= least);
        while (RestOf(shown) > 0 && RestOf(shown) < least)
        {
            shown--;
        }

        return new Shares(total, known[..shown], RestOf(shown) is > 0 and var rest ? rest : null);

        int RestOf(int count) => known.Skip(count).Sum(part => part.Count);
    }

    public bool Shows(string part) => Shown.Any(share => share.Of == part);
}
