using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SrmBlazor.Support;

/// <summary>A clamd that speaks INSTREAM on a real socket and answers what the test says; a null answer means that it hangs.</summary>
public sealed class ClamdSink : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly Func<byte[], string?> answer;
    private readonly int limit;
    private readonly string? path;
    private readonly CancellationTokenSource closing = new();
    private readonly Task accepting;
    private readonly TaskCompletionSource<byte[]> received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClamdSink(Func<byte[], string?> answer, int limit, string? path)
    {
        (this.answer, this.limit, this.path) = (answer, limit, path);
        listener = path is null
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(path is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(path));
        listener.Listen();
        Endpoint = path is null ? $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}" : $"unix://{path}";
        accepting = AcceptAsync();
    }

    public string Endpoint { get; }

    /// <summary>The first file that arrived whole.</summary>
    public Task<byte[]> Received => received.Task;

    public static ClamdSink Answering(string? answer) => new(_ => answer, int.MaxValue, null);

    public static ClamdSink AnsweringOnASocketFile(string answer) =>
        new(_ => answer, int.MaxValue, Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():N}.sock"));

    /// <summary>Knows one signature, as clamd does.</summary>
    public static ClamdSink Looking(string signature) =>
        new(file => Encoding.Latin1.GetString(file).Contains(signature, StringComparison.Ordinal) ? "stream: Eicar-Signature FOUND" : "stream: OK", int.MaxValue, null);

    public static ClamdSink WithStreamMaxLength(int bytes) => new(_ => "stream: OK", bytes, null);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        closing.Dispose();
        if (path is not null)
        {
            File.Delete(path);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptAsync(closing.Token);
                await using var stream = new NetworkStream(socket);
                await ServeAsync(stream);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // closed by the test, or the other side hung up
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, closing.Token);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));

        var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, closing.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                break;
            }

            if (file.Length + chunk.Length > limit)
            {
                await stream.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray(), closing.Token);
                return;
            }

            await stream.ReadExactlyAsync(chunk, closing.Token);
            file.Write(chunk);
        }

        received.TrySetResult(file.ToArray());
        if (answer(file.ToArray()) is { } text)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text + '\0'), closing.Token);
            return;
        }

        await Task.Delay(Timeout.Infinite, closing.Token);
    }
}
