using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace SrmBlazor.Support;

/// <summary>
/// A line of this machine to a server, on which every byte is under way for a while: in order, and as many at once as there are. It only
/// delays; what passes, HTTP or web sockets, is not its business.
/// </summary>
public sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource cut = new();
    private readonly Uri server;
    private readonly TimeSpan eachWay;
    private readonly Task accepting;

    public SlowLine(string server, TimeSpan eachWay)
    {
        (this.server, this.eachWay) = (new Uri(server), eachWay);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The near end. Without a slash at the end.</summary>
    public string Url => $"http://{listener.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        await cut.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Dispose();
        cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> calls = [];
        try
        {
            while (true)
            {
                calls.Add(ConnectAsync(await listener.AcceptSocketAsync(cut.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task ConnectAsync(Socket near)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                await far.ConnectAsync(server.Host, server.Port, cut.Token);
                await Task.WhenAll(CarryAsync(near, far), CarryAsync(far, near));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // one side hung up: so does the other
            }
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var underWay = Channel.CreateUnbounded<(long Sent, byte[] Bytes)>(new() { SingleReader = true, SingleWriter = true });
        var arriving = ArriveAsync(underWay.Reader, to);
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, cut.Token) is > 0 and var count)
            {
                underWay.Writer.TryWrite((Stopwatch.GetTimestamp(), buffer[..count]));
            }
        }
        finally
        {
            underWay.Writer.Complete();
            await arriving;
        }
    }

    private async Task ArriveAsync(ChannelReader<(long Sent, byte[] Bytes)> underWay, Socket to)
    {
        await foreach (var (sent, bytes) in underWay.ReadAllAsync(cut.Token))
        {
            while (eachWay - Stopwatch.GetElapsedTime(sent) is { Ticks: > 0 } left)
            {
                await Task.Delay(left, cut.Token);
            }

            await to.SendAsync(bytes, cut.Token);
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
