using System.Net.WebSockets;
using System.Text;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>A WebSocket that carries hub messages, each after its length.</summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const byte HandshakeEnd = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly PackWriter writer = new();
    private bool shaken;
    private byte[] received = new byte[4096];
    private int length;

    public delegate void MessageReader(PackReader message);

    public async Task ConnectAsync(Uri address, HttpMessageInvoker http, IEnumerable<(string Name, string Value)> headers, CancellationToken stop)
    {
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions(); // what a browser offers
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(address, http, stop);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, stop);
    }

    public async Task SendAsync(Action<PackWriter> write)
    {
        await sending.WaitAsync();
        try
        {
            write(writer.Clear());
            await socket.SendAsync(writer.Framed(), WebSocketMessageType.Binary, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Reads until the socket closes.</summary>
    public async Task ReceiveAsync(MessageReader read)
    {
        while (true)
        {
            if (length == received.Length)
                Array.Resize(ref received, received.Length * 2);
            var part = await socket.ReceiveAsync(received.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            length += part.Count;
            Hand(read);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // it was closed already
        }

        socket.Dispose();
        sending.Dispose();
    }

    /// <summary>Hands over every whole message and keeps what is left of the last.</summary>
    private void Hand(MessageReader read)
    {
        var at = 0;
        if (!shaken)
        {
            at = Array.IndexOf(received, HandshakeEnd, 0, length) + 1;
            if (at == 0)
                return;
            shaken = true;
        }

        while (TryMessage(ref at, out var message))
            read(new PackReader(message));
        received.AsSpan(at, length - at).CopyTo(received);
        length -= at;
        if (length == 0 && received.Length > 16384)
            received = new byte[4096];
    }

    private bool TryMessage(ref int at, out ReadOnlySpan<byte> message)
    {
        message = default;
        int size = 0, shift = 0, place = at;
        byte part;
        do
        {
            if (place == length)
                return false;
            part = received[place++];
            size |= (part & 0x7f) << shift;
            shift += 7;
        }
        while (part > 0x7f);
        if (place + size > length)
            return false;
        message = received.AsSpan(place, size);
        at = place + size;
        return true;
    }
}
