using System.Xml;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// Reads a list from its publisher's file: whole or not at all. Every row becomes an entry, a part of one, or the reason of the refusal.
/// Nothing is kept of the file but its entries; the memory needed is that of the entries.
/// </summary>
public static class ListFile
{
    /// <param name="source">Whose format.</param>
    /// <param name="stream">Read once, to its end; need not be seekable.</param>
    /// <param name="before">The version that is live: the new one must not have shrunk or turned over against it. Null for a first import.</param>
    /// <param name="deliberate">Somebody states that the file is meant so: shrinkage, upheaval and a missing end mark are let pass, and that nobody is left on the own list; nothing else.</param>
    public static ListOutcome Read(ListSource source, Stream stream, ListVersion? before = null, bool deliberate = false)
    {
        using var text = new StrictText(stream, marked: source is ListSource.OfacSdn or ListSource.OfacAlt or ListSource.OfacAdd);
        try
        {
            var content = text.Peek() < 0 ? new(null, []) : ContentOf(source, text);
            text.Finish(deliberate || content.Entries.Count == 0);
            var version = new ListVersion(source, text.Sha256, content.Date, Sound(content.Entries, mayBeEmpty: deliberate && source == ListSource.Own));
            return !deliberate && ListGuard.Judge(before, version) is { } refusal ? new ListOutcome.Refused(refusal) : new ListOutcome.Accepted(version);
        }
        catch (RefusedException refused)
        {
            return new ListOutcome.Refused(refused.Refusal);
        }
        catch (XmlException broken)
        {
            return new ListOutcome.Refused(text.AtEnd && broken.LineNumber >= text.Line
                ? new(text.Line, RefusalReason.Truncated, $"The file ends within an element.")
                : new(broken.LineNumber, RefusalReason.Structure, $"The XML is not well formed."));
        }
    }

    private static ListContent ContentOf(ListSource source, StrictText text) => source switch
    {
        ListSource.OfacSdn => new(null, OfacSdn.Read(text)),
        ListSource.OfacAlt => new(null, OfacParts.ReadNames(text)),
        ListSource.OfacAdd => new(null, OfacParts.ReadAddresses(text)),
        ListSource.UsCsl => new(null, UsCsl.Read(text)),
        ListSource.Un => UnList.Read(text),
        ListSource.Eu => EuList.Read(text),
        ListSource.Uk => UkList.Read(text),
        ListSource.Own => new(null, OwnList.Read(text)),
    };

    private static IReadOnlyList<ListEntry> Sound(IReadOnlyList<ListEntry> entries, bool mayBeEmpty)
    {
        if (entries.Count == 0 && !mayBeEmpty)
        {
            throw new RefusedException(0, RefusalReason.Empty, $"The file has no entry.");
        }

        // on the own list the id is a name, which goes to no page and no log
        var lines = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        return entries.FirstOrDefault(entry => !lines.TryAdd(entry.Id, entry.Line)) is { } second
            ? throw new RefusedException(second.Line, RefusalReason.Twice, $"The id of line {lines[second.Id]} stands here again.")
            : entries;
    }
}

internal sealed record ListContent(DateOnly? Date, IReadOnlyList<ListEntry> Entries);
