namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Whose list, and in which of the publisher's formats.</summary>
public enum ListSource
{
    /// <summary>OFAC, Specially Designated Nationals: SDN.CSV, twelve columns without a header.</summary>
    OfacSdn,

    /// <summary>ALT.CSV: further names of the entries of SDN.CSV.</summary>
    OfacAlt,

    /// <summary>ADD.CSV: addresses of the entries of SDN.CSV.</summary>
    OfacAdd,

    /// <summary>The Consolidated Screening List of the US Departments of Commerce, State and the Treasury: CSV with a header.</summary>
    UsCsl,

    /// <summary>The United Nations Security Council's consolidated list: XML.</summary>
    Un,

    /// <summary>The European Union's consolidated list of financial sanctions: XML 1.1.</summary>
    Eu,

    /// <summary>The UK Sanctions List, or the consolidated list of OFSI that it replaced in January 2026: CSV.</summary>
    Uk,

    /// <summary>The operator's own: CSV with the header name,aliases,nationality,birth_year,note.</summary>
    Own,
}

/// <summary>The names by which the command line and the database know the sources.</summary>
public static class ListSources
{
    private static readonly Dictionary<string, ListSource> ByName = new(StringComparer.Ordinal)
    {
        ["ofac-sdn"] = ListSource.OfacSdn,
        ["ofac-alt"] = ListSource.OfacAlt,
        ["ofac-add"] = ListSource.OfacAdd,
        ["us-csl"] = ListSource.UsCsl,
        ["un"] = ListSource.Un,
        ["eu"] = ListSource.Eu,
        ["uk"] = ListSource.Uk,
        ["own"] = ListSource.Own,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static ListSource? Find(string name) => ByName.TryGetValue(name, out var source) ? source : null;

    public static string NameOf(ListSource source) => ByName.First(pair => pair.Value == source).Key;
}
