using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SrmBlazor.Support;

public sealed class SlowLineTests
{
    private static readonly TimeSpan EachWay = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Every_byte_comes_back_in_order_and_none_before_its_time_nor_one_after_the_other()
    {
        using var echo = new TcpListener(IPAddress.Loopback, 0);
        echo.Start();
        var echoing = EchoAsync(echo);
        await using var line = new SlowLine($"http://{echo.LocalEndpoint}", EachWay);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPEndPoint.Parse(new Uri(line.Url).Authority));
        var sent = Enumerable.Range(0, 500).Select(number => (byte)number).ToArray();
        var received = new byte[sent.Length];
        var since = Stopwatch.GetTimestamp();

        foreach (var octet in sent)
        {
            await client.GetStream().WriteAsync(new[] { octet });
        }

        await client.GetStream().ReadExactlyAsync(received.AsMemory(0, 1));
        var first = Stopwatch.GetElapsedTime(since);
        await client.GetStream().ReadExactlyAsync(received.AsMemory(1));

        Assert.Equal(sent, received);
        Assert.True(first >= 2 * EachWay, $"{first}");
        Assert.True(Stopwatch.GetElapsedTime(since) < sent.Length / 5 * EachWay);
        client.Close();
        await echoing;
    }

    [Fact]
    public async Task When_one_end_has_said_all_the_other_hears_it_after_the_last_byte()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var line = new SlowLine($"http://{server.LocalEndpoint}", EachWay);
        using var near = new TcpClient();
        await near.ConnectAsync(IPEndPoint.Parse(new Uri(line.Url).Authority));
        using var far = await server.AcceptTcpClientAsync();

        await near.GetStream().WriteAsync("all"u8.ToArray());
        near.Client.Shutdown(SocketShutdown.Send);

        using var reader = new StreamReader(far.GetStream());
        Assert.Equal("all", await reader.ReadToEndAsync());
    }

    private static async Task EchoAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().CopyToAsync(client.GetStream());
    }
}
