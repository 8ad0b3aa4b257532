using System.Buffers.Binary;
using System.Text;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>
/// Where things stand in a render batch. Its last 20 bytes say where its sections begin: updated components, frames of 20 bytes each,
/// disposed components, disposed event handlers, strings. An edit takes 16 bytes.
/// </summary>
internal readonly ref struct RenderBatch(ReadOnlySpan<byte> bytes)
{
    public const int EditSize = 16;
    private const int FrameSize = 20;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int UpdatedComponents => Number(Section(0));

    public int DisposedComponents => Number(Section(2));

    /// <summary>Where the component's number stands, followed by the count of its edits and the edits.</summary>
    public int UpdatedComponent(int index) => Number(Section(0) + 4 + (index * 4));

    public int DisposedComponent(int index) => Number(Section(2) + 4 + (index * 4));

    public int Frame(int index) => Section(1) + 4 + (index * FrameSize);

    public int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    public ulong LongNumber(int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    /// <summary>The string whose index stands there.</summary>
    public string? Text(int at)
    {
        var index = Number(at);
        if (index < 0)
            return null;
        var place = Number(Section(4) + (index * 4));
        int length = 0, shift = 0;
        byte part;
        do
        {
            part = bytes[place++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while (part > 0x7f);
        return Encoding.UTF8.GetString(bytes.Slice(place, length));
    }

    private int Section(int index) => Number(bytes.Length - 20 + (index * 4));
}
