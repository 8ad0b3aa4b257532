using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace SrmBlazor.Benchmarks.Browsing;

/// <summary>What a page sends and receives, as the browser's own tools count it.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentDictionary<string, byte> sockets = [];
    private long http;
    private long down;
    private long up;
    private int changes;

    /// <summary>Bytes received over HTTP: headers, and bodies as they were compressed.</summary>
    public long Http => Interlocked.Read(ref http);

    /// <summary>Bytes of WebSocket messages received, inflated.</summary>
    public long Down => Interlocked.Read(ref down);

    /// <summary>Bytes of WebSocket messages sent, before compression.</summary>
    public long Up => Interlocked.Read(ref up);

    /// <summary>Differs whenever something has gone to and fro.</summary>
    public int Changes => Volatile.Read(ref changes);

    public static async Task<Traffic> WatchAsync(ICDPSession session)
    {
        var traffic = new Traffic();
        traffic.On(session, "Network.webSocketCreated", e => traffic.sockets.TryAdd(e.GetProperty("requestId").GetString()!, 0));
        traffic.On(session, "Network.loadingFinished", e =>
        {
            if (!traffic.sockets.ContainsKey(e.GetProperty("requestId").GetString()!))
                Interlocked.Add(ref traffic.http, (long)e.GetProperty("encodedDataLength").GetDouble());
        });
        traffic.On(session, "Network.webSocketFrameReceived", e => Interlocked.Add(ref traffic.down, Size(e)));
        traffic.On(session, "Network.webSocketFrameSent", e => Interlocked.Add(ref traffic.up, Size(e)));
        await session.SendAsync("Network.enable");
        return traffic;
    }

    private void On(ICDPSession session, string name, Action<JsonElement> count) => session.Event(name).OnEvent += (_, details) =>
    {
        count(details!.Value);
        Interlocked.Increment(ref changes);
    };

    /// <summary>The browser's tools show a binary message in base64.</summary>
    private static long Size(JsonElement details)
    {
        var message = details.GetProperty("response");
        var text = message.GetProperty("payloadData").GetString()!;
        return message.GetProperty("opcode").GetInt32() == 2 ? (text.Length / 4 * 3) - text.AsSpan(text.TrimEnd('=').Length).Length : text.Length;
    }
}
