using System.Net;

namespace SrmBlazor.Benchmarks.Circuits;

/// <summary>
/// Somebody with cookies and an address of their own, who asks through what looks like the proxy that ends TLS in a real installation:
/// <c>__Host-</c> cookies and antiforgery work over plain HTTP on this machine, and no encryption is measured with the app.
/// </summary>
internal sealed class Visitor(HttpMessageInvoker http, int number)
{
    private readonly Dictionary<string, string> cookies = [];

    public HttpMessageInvoker Http { get; } = http;

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>A cookie from an earlier visit.</summary>
    public void Bring(string cookie, string value) => cookies[cookie] = value;

    public IEnumerable<(string Name, string Value)> Headers
    {
        get
        {
            yield return ("X-Forwarded-Proto", "https");
            yield return ("X-Forwarded-For", $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
            if (cookies.Count > 0)
                yield return ("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }
    }

    public static HttpMessageInvoker NewHttp() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 20_000,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
    });

    public Task<Answer> GetAsync(Uri page, CancellationToken stop = default) => SendAsync(HttpMethod.Get, page, null, stop);

    public Task<Answer> PostAsync(Uri page, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken stop = default) =>
        SendAsync(HttpMethod.Post, page, new FormUrlEncodedContent(fields), stop);

    private async Task<Answer> SendAsync(HttpMethod method, Uri page, HttpContent? content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, page) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, stop);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
        }

        return new(response.StatusCode, await response.Content.ReadAsStringAsync(stop), response.Headers.Location);
    }
}

internal sealed record Answer(HttpStatusCode Status, string Body, Uri? Location)
{
    /// <exception cref="InvalidOperationException">It was another status.</exception>
    public Answer Expect(HttpStatusCode status, Uri page) =>
        Status == status ? this : throw new InvalidOperationException($"{page} answered {(int)Status} {Location}, not {(int)status}.");
}
