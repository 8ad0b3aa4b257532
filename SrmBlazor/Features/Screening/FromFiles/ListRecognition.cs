using System.Xml;
using CsvHelper;
using SrmBlazor.Features.Screening.Lists;

namespace SrmBlazor.Features.Screening.FromFiles;

/// <summary>
/// Whose list a file is, by what it begins with; its name is whatever somebody called it. It asks for little, so that a damaged file of a publisher
/// is still known as that publisher's, and refused when it is read.
/// </summary>
internal static class ListRecognition
{
    /// <summary>Characters; the header of the Consolidated Screening List has 500.</summary>
    private const int Head = 16 * 1024;

    /// <summary>Null for what is no list that can be read here.</summary>
    public static ListSource? Of(Stream stream)
    {
        using var text = new StreamReader(stream, leaveOpen: true);
        var read = new char[Head];
        var head = new string(read, 0, text.ReadBlock(read, 0, Head));
        return head.AsSpan().TrimStart() is ['<', ..] ? OfRoot(head.TrimStart())
            : head.StartsWith("Report Date:", StringComparison.Ordinal) || head.StartsWith("Last Updated", StringComparison.Ordinal) ? ListSource.Uk
            : OfRow(FirstRow(head));
    }

    private static ListSource? OfRoot(string head)
    {
        using var reader = XmlReader.Create(new StringReader(head), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        try
        {
            reader.MoveToContent();
            return reader.LocalName switch
            {
                "CONSOLIDATED_LIST" => ListSource.Un,
                "export" => ListSource.Eu,
                _ => null,
            };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ListSource? OfRow(string[] cells) => cells switch
    {
        ["_id", "source", ..] => ListSource.UsCsl,
        ["name", "aliases", ..] => ListSource.Own,
        ["ent_num", "alt_num", ..] => ListSource.OfacAlt,
        ["ent_num", "add_num", ..] => ListSource.OfacAdd,
        [var number, var second, ..] when IsNumber(number) => cells.Length switch
        {
            12 => ListSource.OfacSdn,
            5 when IsNumber(second) => ListSource.OfacAlt,
            6 when IsNumber(second) => ListSource.OfacAdd,
            _ => null,
        },
        _ => null,
    };

    private static string[] FirstRow(string head)
    {
        var line = head.IndexOfAny(['\r', '\n']) is >= 0 and var end ? head[..end] : head;
        using var reader = CsvReader.Create(new StringReader(line), new CsvReaderOptions { Separator = ',', HasHeader = false, OnMalformedRecord = _ => { } });
        return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetString(at).Trim())] : [];
    }

    private static bool IsNumber(string cell) => cell.Length is > 0 and < 10 && cell.All(char.IsAsciiDigit);
}
