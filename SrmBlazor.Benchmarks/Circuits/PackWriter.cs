using System.Buffers.Binary;
using System.Text;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>Writes the part of MessagePack that the hub protocol "blazorpack" needs.</summary>
internal sealed class PackWriter
{
    private byte[] bytes = new byte[512];
    private int length;

    public PackWriter Clear()
    {
        length = 0;
        return this;
    }

    public PackWriter Array(int count)
    {
        Take(1)[0] = (byte)(0x90 | count);
        return this;
    }

    public PackWriter EmptyMap()
    {
        Take(1)[0] = 0x80;
        return this;
    }

    public PackWriter Nil()
    {
        Take(1)[0] = 0xc0;
        return this;
    }

    public PackWriter Boolean(bool value)
    {
        Take(1)[0] = value ? (byte)0xc3 : (byte)0xc2;
        return this;
    }

    public PackWriter Integer(long value)
    {
        if (value is >= 0 and < 128)
        {
            Take(1)[0] = (byte)value;
            return this;
        }

        Take(1)[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(Take(8), value);
        return this;
    }

    public PackWriter Text(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        Take(1)[0] = 0xdb;
        BinaryPrimitives.WriteUInt32BigEndian(Take(4), (uint)count);
        Encoding.UTF8.GetBytes(value, Take(count));
        return this;
    }

    /// <summary>The message after its length, which is written seven bits to a byte, the low ones first.</summary>
    public byte[] Framed()
    {
        Span<byte> head = stackalloc byte[5];
        var used = 0;
        for (var left = (uint)length; used == 0 || left > 0; left >>= 7)
            head[used++] = (byte)((left & 0x7f) | (left > 0x7f ? 0x80u : 0));
        return [.. head[..used], .. bytes.AsSpan(0, length)];
    }

    private Span<byte> Take(int count)
    {
        if (length + count > bytes.Length)
            System.Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + count));
        length += count;
        return bytes.AsSpan(length - count, count);
    }
}
