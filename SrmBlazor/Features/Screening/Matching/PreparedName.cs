namespace SrmBlazor.Features.Screening.Matching;

/// <summary>
/// A name made ready for comparison: every way to read it, and what is odd in how it is written. Prepare once, compare often.
/// </summary>
public sealed class PreparedName
{
    private PreparedName(string text, IReadOnlyList<Reading> readings, NameFlags flags) => (Text, Readings, Flags) = (text, readings, flags);

    /// <summary>As given.</summary>
    public string Text { get; }

    public NameFlags Flags { get; }

    internal IReadOnlyList<Reading> Readings { get; }

    /// <summary>Any text is a name; one without letters or digits has no reading and matches nothing.</summary>
    public static PreparedName Of(string name)
    {
        var flags = NameFlags.None;
        var readings = NameReader.Read(name, ref flags);
        return new PreparedName(name, readings, flags);
    }
}
