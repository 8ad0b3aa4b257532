using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

public enum MutationKind
{
    CutAtByte,
    DeleteRange,
    RepeatRange,
    InvalidUtf8,
    ControlCharacter,
    FlipByte,
    RemoveQuote,
    DropTenthOfLines,
    DropTail,
    SwapColumns,

    /// <summary>CSV: a line end in the middle of a row. XML: an end tag, or an end and a start tag, where none belongs.</summary>
    CloseEarly,
}

/// <summary>One damage done to the bytes of a list, the same for the same seed.</summary>
internal static class Mutation
{
    public static readonly MutationKind[] Kinds = Enum.GetValues<MutationKind>();

    public static byte[] Of(byte[] original, MutationKind kind, bool xml, int seed)
    {
        var random = new Random(seed);
        var at = random.Next(original.Length);
        var length = Math.Min(original.Length - at, 1 + random.Next(random.Next(2) == 0 ? 40 : Math.Min(2000, original.Length / 12)));
        return kind switch
        {
            MutationKind.CutAtByte => original[..at],
            MutationKind.DeleteRange => [.. original[..at], .. original[(at + length)..]],
            MutationKind.RepeatRange => [.. original[..(at + length)], .. original[at..]],
            MutationKind.InvalidUtf8 => With(original, at, random.Next(2) == 0 ? (byte)0xFF : (byte)0xC0),
            MutationKind.ControlCharacter => With(original, Math.Min(at, original.Length - 4), (byte)random.Next(1, 8)),
            MutationKind.FlipByte => With(original, at, (byte)random.Next(32, 127)),
            MutationKind.RemoveQuote => WithoutOne(original, (byte)(xml ? "<>\""[random.Next(3)] : '"'), random),
            MutationKind.DropTenthOfLines => WithoutLines(original, random, tail: false),
            MutationKind.DropTail => WithoutLines(original, random, tail: true),
            MutationKind.SwapColumns => xml ? Renamed(original, random) : Swapped(original, random),
            MutationKind.CloseEarly => [.. original[..at], .. Encoding.UTF8.GetBytes(xml ? Tags[random.Next(Tags.Length)] : "\r\n"), .. original[at..]],
        };
    }

    private static readonly string[] Tags =
    [
        "</INDIVIDUAL>", "</INDIVIDUAL><INDIVIDUAL>", "</INDIVIDUALS><INDIVIDUALS>", "</INDIVIDUALS>", "</CONSOLIDATED_LIST>", "<INDIVIDUAL/>",
        "</sanctionEntity>", "</sanctionEntity><sanctionEntity>", "</export>", "<sanctionEntity/>",
    ];

    private static readonly (string, string)[] Elements =
    [
        ("FIRST_NAME", "SECOND_NAME"), ("STREET", "CITY"), ("CITY", "COUNTRY"), ("ALIAS_NAME", "QUALITY"), ("DATAID", "REFERENCE_NUMBER"), ("INDIVIDUAL", "ENTITY"), ("FIRST_NAME", "UN_LIST_TYPE"),
        (" wholeName=", " function="), (" city=", " street="), (" strong=", " gender="), (" year=", " region="), ("citizenship", "birthdate"), (" zipCode=", " city="),
    ];

    private static byte[] With(byte[] original, int at, byte value)
    {
        byte[] changed = [.. original];
        changed[at] = value;
        return changed;
    }

    private static byte[] WithoutOne(byte[] original, byte sign, Random random)
    {
        var places = Enumerable.Range(0, original.Length).Where(i => original[i] == sign).ToArray();
        var at = places[random.Next(places.Length)];
        return [.. original[..at], .. original[(at + 1)..]];
    }

    private static byte[] WithoutLines(byte[] original, Random random, bool tail)
    {
        var lines = Encoding.UTF8.GetString(original).Split('\n');
        var dropped = tail
            ? Enumerable.Range(lines.Length - 1 - lines.Length / 10, lines.Length / 10).ToHashSet()
            : Enumerable.Range(2, lines.Length - 4).OrderBy(_ => random.Next()).Take(lines.Length / 10).ToHashSet();
        return Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, i) => !dropped.Contains(i))));
    }

    private static byte[] Swapped(byte[] original, Random random)
    {
        var text = Encoding.UTF8.GetString(original);
        var lines = text.Split('\n').Select(Cells).ToList();
        var width = lines[^2].Count;
        var (one, other) = (random.Next(width), random.Next(width - 1));
        other += other >= one ? 1 : 0;
        foreach (var cells in lines.Skip(char.IsAsciiDigit(text[0]) ? 0 : 2).Where(cells => cells.Count == width))
        {
            (cells[one], cells[other]) = (cells[other].TrimEnd('\r'), cells[one].TrimEnd('\r'));
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(cells => string.Join(',', cells))));
    }

    private static byte[] Renamed(byte[] original, Random random)
    {
        var text = Encoding.UTF8.GetString(original);
        var fitting = Elements.Where(pair => text.Contains(pair.Item1, StringComparison.Ordinal) && text.Contains(pair.Item2, StringComparison.Ordinal)).ToArray();
        var (one, other) = fitting[random.Next(fitting.Length)];
        return Encoding.UTF8.GetBytes(Tagged(Tagged(Tagged(text, one, "\u0001"), other, one), "\u0001", other));
    }

    private static string Tagged(string text, string from, string to) => from[0] == ' ' || to[0] == ' '
        ? text.Replace(from, to, StringComparison.Ordinal)
        : text.Replace($"<{from}>", $"<{to}>", StringComparison.Ordinal).Replace($"</{from}>", $"</{to}>", StringComparison.Ordinal).Replace($"<{from} ", $"<{to} ", StringComparison.Ordinal);

    // Splits a line at its commas outside quotes and keeps the quotes.
    private static List<string> Cells(string line)
    {
        var (cells, quoted, begin) = (new List<string>(), false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || line[i] == ',' && !quoted)
            {
                cells.Add(line[begin..i]);
                begin = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return cells;
    }
}
