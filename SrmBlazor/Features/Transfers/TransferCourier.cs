using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Transfers;

/// <summary>
/// Brings a package to another controller's address. The name is looked up once, and the connection goes to the address that was judged: a name that
/// answers differently a moment later leads nowhere else. No redirect is followed, and nothing of the answer is read but its status.
/// </summary>
public sealed class TransferCourier : IDisposable
{
    private readonly TransferOptions options;
    private readonly HttpClient client;

    public TransferCourier(IOptions<TransferOptions> options)
    {
        this.options = options.Value;
#pragma warning disable CA2000 // the client owns its handler
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = TimeSpan.FromSeconds(this.options.PushSeconds),
        };
#pragma warning restore CA2000
    }

    /// <param name="key">The same at each try: a controller that took the package takes it no second time.</param>
    /// <returns>Null where the controller took it; otherwise a code that names nobody.</returns>
    internal async Task<string?> BringAsync(string address, byte[] package, Guid key, CancellationToken stop)
    {
        if (ControllerAddress.Parse(address, options.AllowLoopback) is not { } to)
        {
            return "AddressRefused";
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(package) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        message.Content.Headers.TryAddWithoutValidation("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(package))}:");
        message.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{key:D}\"");
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            var status = (int)answer.StatusCode;
            return status is >= 200 and < 300 ? null : status is >= 300 and < 400 ? "Redirected" : string.Create(CultureInfo.InvariantCulture, $"Status {status}");
        }
        catch (HttpRequestException trouble)
        {
            return trouble.InnerException is AddressRefusedException ? "AddressRefused" : trouble.HttpRequestError == HttpRequestError.SecureConnectionError ? "NotTrusted" : "NotReached";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "Timeout";
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        if (found.Length == 0 || !found.All(one => ControllerAddress.Allows(one, options.AllowLoopback)))
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException : IOException;
}
