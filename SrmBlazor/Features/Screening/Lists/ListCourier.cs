using System.Globalization;
using System.Net;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Asks a publisher's address for its file. Redirects are followed, as publishers use them, but never from HTTPS to something less.</summary>
public sealed class ListCourier : IDisposable
{
    /// <summary>For the whole file; what takes longer is tried again later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient client;

    public ListCourier()
    {
#pragma warning disable CA2000 // the client owns its handler
        client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = 5,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.UserAgent.ParseAdd("SrmBlazor");
    }

    /// <param name="read">Reads the file while it comes.</param>
    /// <returns>Null where it came; otherwise a code that tells why not.</returns>
    internal async Task<string?> BringAsync(Uri address, Func<Stream, CancellationToken, Task> read, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            }

            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            await read(body, limit.Token);
            return null;
        }
        catch (HttpRequestException trouble)
        {
            return trouble.HttpRequestError == HttpRequestError.SecureConnectionError ? "NotTrusted" : "NotReached";
        }
        catch (IOException)
        {
            return "Broken";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "Timeout";
        }
    }

    public void Dispose() => client.Dispose();
}
