using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class ProductionTests(ProductionTests.FailingHost host) : IClassFixture<ProductionTests.FailingHost>
{
    [Fact]
    public async Task A_fault_shows_our_page_with_our_headers_and_nothing_of_the_fault()
    {
        using var client = host.Client(("Accept", "text/html"));

        using var response = await client.GetAsync(new Uri(FailingHost.Path, UriKind.Relative));

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Something went wrong on our side", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/culture/set?culture=zh-CN", "__Host-language=")]
    [InlineData("/theme/set?theme=dark", "__Host-theme=")]
    [InlineData("/font/set?size=large", "__Host-font-size=")]
    public async Task Cookies_are_bound_to_this_host_and_to_TLS(string path, string name)
    {
        using var client = host.Client();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Contains("path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/kit")]
    [InlineData("/dev/kit/staff")]
    public async Task Nothing_under_dev_exists(string path)
    {
        using var client = host.Client();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_anonymous_page_is_compressed_and_a_page_for_somebody_is_not()
    {
        using var anonymous = host.Client(("Accept-Encoding", "br"), ("Cookie", "__Host-theme=dark"));
        using var somebody = host.Client(("Accept-Encoding", "br"), ("Cookie", "__Host-srm=abc"));

        using var compressed = await anonymous.GetAsync(new Uri("/", UriKind.Relative));
        using var plain = await somebody.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("br", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Forwarded_headers_of_an_unknown_sender_are_not_believed()
    {
        using var client = host.Client(("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"));

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));

        // over TLS this would have been sent
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    public sealed class FailingHost : ProductionHost, IStartupFilter
    {
        public const string Path = "/fails";

        protected override void Replace(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

        /// <summary>After everything else: reached only by what nothing of ours answers, and inside our own error handling.</summary>
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext http, RequestDelegate rest) => http.Request.Path == Path ? throw new InvalidOperationException("secret detail") : rest(http));
        };
    }
}
