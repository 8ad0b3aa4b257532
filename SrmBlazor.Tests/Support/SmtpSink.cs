using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace SrmBlazor.Support;

/// <summary>How the sink behaves in one conversation.</summary>
public enum SmtpScript
{
    Accept,
    CloseAtGreeting,
    RefuseSender,
    DeferRecipient,
    RefuseRecipient,
    RefuseLetter,
    DropBeforeAnswer,
    HangAtGreeting,
    HangAfterLetter,
    HangAtQuit,
}

/// <summary>A letter as the sink took it: envelope and content.</summary>
public sealed record SmtpDelivery(string From, string To, MimeMessage Message);

/// <summary>A real SMTP server on a free loopback port; conversation n follows script n, and all later ones the last script.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<SmtpDelivery> deliveries = new();
    private readonly TaskCompletionSource hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SmtpScript[] scripts;
    private readonly Task serving;

    public SmtpSink(params SmtpScript[] scripts)
    {
        this.scripts = scripts.Length > 0 ? scripts : [SmtpScript.Accept];
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every letter whose content arrived whole, answered or not.</summary>
    public IReadOnlyList<SmtpDelivery> Deliveries => [.. deliveries];

    /// <summary>Ends when a client has begun to wait for an answer that never comes.</summary>
    public Task Hanging => hanging.Task;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await ConverseAsync(client.GetStream(), scripts[Math.Min(number, scripts.Length - 1)]);
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
            {
                // the client left, or the test is over
            }
        }
    }

    private async Task ConverseAsync(NetworkStream stream, SmtpScript script)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        string from = "", to = "";
        if (script is SmtpScript.HangAtGreeting)
            await HangAsync();
        await SayAsync(stream, script is SmtpScript.CloseAtGreeting ? "421 closing" : "220 sink");
        if (script is SmtpScript.CloseAtGreeting)
            return;

        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO" or "RSET":
                    await SayAsync(stream, "250 sink");
                    break;
                case "MAIL":
                    from = line;
                    await SayAsync(stream, script is SmtpScript.RefuseSender ? "550 not you" : "250 ok");
                    break;
                case "RCPT":
                    to = line;
                    await SayAsync(stream, script switch { SmtpScript.DeferRecipient => $"450 later: {to}", SmtpScript.RefuseRecipient => $"550 unknown: {to}", _ => "250 ok" });
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    var message = await ReadLetterAsync(reader);
                    if (script is SmtpScript.RefuseLetter)
                    {
                        await SayAsync(stream, "554 refused");
                        break;
                    }

                    deliveries.Enqueue(new SmtpDelivery(Address(from), Address(to), message));
                    if (script is SmtpScript.DropBeforeAnswer)
                        return;
                    if (script is SmtpScript.HangAfterLetter)
                        await HangAsync();
                    await SayAsync(stream, "250 taken");
                    break;
                case "QUIT":
                    if (script is SmtpScript.HangAtQuit)
                        await HangAsync();
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "502 what?");
                    break;
            }
        }
    }

    private async Task<MimeMessage> ReadLetterAsync(StreamReader reader)
    {
        using var content = new MemoryStream();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            content.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        content.Position = 0;
        return await MimeMessage.LoadAsync(content, stop.Token);
    }

    private Task HangAsync()
    {
        hanging.TrySetResult();
        return Task.Delay(Timeout.Infinite, stop.Token);
    }

    private Task SayAsync(NetworkStream stream, string line) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();

    private static string Address(string command) => command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
}
