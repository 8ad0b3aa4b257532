using System.Xml;
using System.Xml.Linq;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>One element of a list with its line, held to what the format knows: nothing it does not have, nothing twice that stands once.</summary>
internal sealed class ListElement(XElement element, int line)
{
    public string Name => element.Name.LocalName;

    public int Line => line;

    /// <summary>Text of an element that stands at most once; empty where it is missing.</summary>
    public string this[string name] => One(name)?.Value.Trim() ?? "";

    public string Need(string name) => this[name] is { Length: > 0 } text ? text : throw new RefusedException(line, RefusalReason.Value, $"{Name} without {name}.");

    /// <summary>Of an attribute; empty where it is missing.</summary>
    public string Attribute(string name) => element.Attribute(name)?.Value.Trim() ?? "";

    public string NeedAttribute(string name) => Attribute(name) is { Length: > 0 } text ? text : throw new RefusedException(line, RefusalReason.Value, $"{Name} without {name}.");

    public string Text => element.Value;

    public IEnumerable<ListElement> All(string name) => element.Elements().Where(child => child.Name.LocalName == name).Select(child => new ListElement(child, line));

    /// <summary>The texts of VALUE within an element.</summary>
    public IEnumerable<string> Values(string name) => All(name).SelectMany(one => one.All("VALUE")).Select(value => value.Text.Trim());

    private XElement? One(string name)
    {
        var found = element.Elements().Where(child => child.Name.LocalName == name).Take(2).ToList();
        return found.Count > 1 ? throw new RefusedException(line, RefusalReason.Twice, $"{name} stands twice in {Name}.") : found.FirstOrDefault();
    }

    /// <param name="known">The names that may stand in this element.</param>
    public ListElement Knowing(IReadOnlySet<string> known)
    {
        if (element.Elements().FirstOrDefault(child => !known.Contains(child.Name.LocalName)) is { } strange)
        {
            throw new RefusedException(line, RefusalReason.Structure, $"{Name} must not contain {strange.Name.LocalName}.");
        }

        if (element.DescendantsAndSelf().Any(one => one.HasElements && one.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value))))
        {
            throw new RefusedException(line, RefusalReason.Structure, $"There is text between the elements of {Name}.");
        }

        return this;
    }
}

internal static class ListXml
{
    public static XmlReader Open(StrictText text) => XmlReader.Create(text, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    /// <summary>Goes to the root element, which must have this name and, if any is given, this namespace.</summary>
    public static void Root(XmlReader reader, string name, string space = "")
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != name || reader.NamespaceURI != space)
        {
            throw new RefusedException(LineOf(reader), RefusalReason.Header, $"The root element is not {name}.");
        }
    }

    /// <summary>The elements within the one the reader stands on, one after another; the reader ends behind it.</summary>
    public static IEnumerable<ListElement> Children(XmlReader reader, IReadOnlyCollection<string> names)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            yield break;
        }

        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            var line = LineOf(reader);
            if (reader.NodeType != XmlNodeType.Element || !names.Contains(reader.LocalName))
            {
                throw new RefusedException(line, RefusalReason.Structure, $"There is something other than entries.");
            }

            yield return new((XElement)XNode.ReadFrom(reader), line);
        }

        reader.Read();
    }

    /// <summary>Behind the root there is nothing; whatever is there that is not XML throws.</summary>
    public static void End(XmlReader reader)
    {
        while (reader.Read())
        {
        }
    }

    public static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    public static DateOnly Date(XmlReader reader, string attribute) =>
        reader.GetAttribute(attribute) is { Length: >= 10 } date && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", out var day)
            ? day
            : throw new RefusedException(LineOf(reader), RefusalReason.Header, $"The root element has no date in {attribute}.");
}
