using System.Buffers;

namespace SrmBlazor.Features.Registration.Scans;

/// <summary>Memory that all unfinished uploads together may hold.</summary>
internal sealed class UploadRoom(long bytes)
{
    private long taken;

    public bool TryTake(int more)
    {
        if (Interlocked.Add(ref taken, more) <= bytes)
        {
            return true;
        }

        GiveBack(more);
        return false;
    }

    public void GiveBack(int less) => Interlocked.Add(ref taken, -less);
}

/// <summary>One upload in pooled memory. Grows with what really arrives, never with what a Content-Length promises; every array is cleared before it goes back.</summary>
internal sealed class UploadBuffer(UploadRoom room) : IDisposable
{
    private const int FirstBytes = 64 * 1024;

    private byte[] bytes = [];
    private int length;

    public ArraySegment<byte> Written => new(bytes, 0, length);

    /// <summary>False when there is no room left.</summary>
    public bool TryWrite(in ReadOnlySequence<byte> more)
    {
        var wanted = length + (int)more.Length;
        if (wanted > bytes.Length && !TryGrow(wanted))
        {
            return false;
        }

        more.CopyTo(bytes.AsSpan(length));
        length = wanted;
        return true;
    }

    public void Dispose()
    {
        Return(bytes);
        (bytes, length) = ([], 0);
    }

    private bool TryGrow(int wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, Math.Max(FirstBytes, Math.Min(bytes.Length * 4, ScanLimits.Bytes))));
        if (!room.TryTake(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }

        Written.AsSpan().CopyTo(larger);
        Return(bytes);
        bytes = larger;
        return true;
    }

    private void Return(byte[] old)
    {
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old, clearArray: true);
            room.GiveBack(old.Length);
        }
    }
}
