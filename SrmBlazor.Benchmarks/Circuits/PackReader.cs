using System.Buffers.Binary;
using System.Text;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>Reads the part of MessagePack that the hub protocol "blazorpack" uses.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public int Array()
    {
        var sign = Next();
        return sign switch
        {
            >= 0x90 and <= 0x9f => sign & 15,
            0xdc => (int)Unsigned(2),
            0xdd => (int)Unsigned(4),
            _ => throw Unexpected("an array", sign),
        };
    }

    public long Integer()
    {
        var sign = Next();
        return sign switch
        {
            <= 0x7f => sign,
            >= 0xe0 => (sbyte)sign,
            0xcc => (long)Unsigned(1),
            0xcd => (long)Unsigned(2),
            0xce => (long)Unsigned(4),
            0xcf or 0xd3 => (long)Unsigned(8),
            0xd0 => (sbyte)Unsigned(1),
            0xd1 => (short)Unsigned(2),
            0xd2 => (int)Unsigned(4),
            _ => throw Unexpected("a number", sign),
        };
    }

    public bool Boolean() => Next() == 0xc3;

    public string? Text()
    {
        var sign = Next();
        return sign switch
        {
            0xc0 => null,
            >= 0xa0 and <= 0xbf => Utf8(sign & 31),
            0xd9 => Utf8((int)Unsigned(1)),
            0xda => Utf8((int)Unsigned(2)),
            0xdb => Utf8((int)Unsigned(4)),
            _ => throw Unexpected("text", sign),
        };
    }

    public ReadOnlySpan<byte> Binary()
    {
        var sign = Next();
        return Take((int)(sign switch
        {
            0xc4 => Unsigned(1),
            0xc5 => Unsigned(2),
            0xc6 => Unsigned(4),
            _ => throw Unexpected("bytes", sign),
        }));
    }

    /// <summary>Passes over the header map, the call's number, or whatever else nobody asks for.</summary>
    public void Skip()
    {
        switch (rest[0])
        {
            case 0xc0 or 0xc2 or 0xc3:
                Next();
                break;
            case >= 0x80 and <= 0x8f:
                for (var left = (Next() & 15) * 2; left > 0; left--)
                    Skip();
                break;
            case >= 0x90 and <= 0x9f or 0xdc or 0xdd:
                for (var left = Array(); left > 0; left--)
                    Skip();
                break;
            case >= 0xa0 and <= 0xbf or 0xd9 or 0xda or 0xdb:
                Text();
                break;
            case 0xc4 or 0xc5 or 0xc6:
                Binary();
                break;
            default:
                Integer();
                break;
        }
    }

    private byte Next() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private ulong Unsigned(int size)
    {
        var taken = Take(size);
        return size switch
        {
            1 => taken[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(taken),
            4 => BinaryPrimitives.ReadUInt32BigEndian(taken),
            _ => BinaryPrimitives.ReadUInt64BigEndian(taken),
        };
    }

    private string Utf8(int count) => Encoding.UTF8.GetString(Take(count));

    private static FormatException Unexpected(string wanted, byte sign) => new($"Expected {wanted}, found 0x{sign:x2}.");
}
