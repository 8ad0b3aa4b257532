using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed partial class EdgeTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    [InlineData("/culture/set?culture=en")]
    [InlineData("/js/frame.js")]
    [InlineData("/_blazor/negotiate")]
    [Promise("P-3.1-12")]
    public async Task Every_response_carries_the_security_headers(string path)
    {
        using var client = host.Client(("Accept", "text/html"));

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_nonce_is_new_with_every_response_and_is_the_one_in_the_page()
    {
        using var client = host.Client();

        var first = await PageAndNonceAsync(client);
        var second = await PageAndNonceAsync(client);

        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.Contains($"nonce=\"{first.Nonce}\"", WebUtility.HtmlDecode(first.Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dev/kit")]
    [InlineData("/no-such-page")]
    public async Task A_page_is_not_kept_by_any_cache(string path)
    {
        using var client = host.Client(("Accept", "text/html"));

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Another_origin_cannot_negotiate_a_circuit(string origin)
    {
        using var client = host.Client(("Origin", origin));

        using var response = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Our_own_origin_can_negotiate_a_circuit()
    {
        using var client = host.Client(("Origin", host.Url));

        using var response = await client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, true)]
    public async Task Only_our_own_origin_opens_the_web_socket(string? origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? host.Url);
        socket.Options.CollectHttpResponseDetails = true;

        var refused = await Record.ExceptionAsync(() => socket.ConnectAsync(new Uri(host.Url.Replace("http:", "ws:", StringComparison.Ordinal) + "/_blazor"), CancellationToken.None));

        Assert.Equal(opens ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
        Assert.Equal(opens, refused is null);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_probe_learns_that_we_are_well(string path)
    {
        using var client = host.Client();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/account/sign-in")]
    public async Task A_page_takes_forms_and_nothing_else(string path)
    {
        using var client = host.Client();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), json);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_script_that_finds_nothing_gets_the_bare_status_and_a_person_gets_a_page()
    {
        using var script = host.Client(("Accept", "application/json"));
        using var person = host.Client(("Accept", "text/html"), ("Accept-Language", "zh"));

        using var bare = await script.GetAsync(new Uri("/no-such-page", UriKind.Relative));
        using var page = await person.GetAsync(new Uri("/no-such-page", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, ""), (bare.StatusCode, await bare.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("找不到页面", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task<(string Page, string Nonce)> PageAndNonceAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/dev/kit", UriKind.Relative));
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        return (await response.Content.ReadAsStringAsync(), Nonce().Match(policy).Groups[1].Value);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
