using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class RegisteredCookiesTests(RegisteredCookiesTests.CarelessHost host) : IClassFixture<RegisteredCookiesTests.CarelessHost>
{
    [Fact]
    public async Task A_cookie_that_nobody_declared_is_dropped_and_named_in_the_log_once()
    {
        using var client = host.Client();

        using var first = await client.GetAsync(new Uri(CarelessHost.Path, UriKind.Relative));
        using var second = await client.GetAsync(new Uri(CarelessHost.Path, UriKind.Relative));

        Assert.StartsWith("theme=", Assert.Single(first.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.StartsWith("theme=", Assert.Single(second.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Single(host.Said, line => line.Contains("tracker", StringComparison.Ordinal));
        Assert.Single(host.Said, line => line.Contains("late", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Said, line => line.Contains("12345", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tracker=1", "")]
    [InlineData("tracker=1; theme=dark; _ga=GA1.2; font-size=large", "font-size,theme")]
    [InlineData("Theme=light; theme=dark;; =x; nonsense", "theme")]
    public async Task A_cookie_that_nobody_declared_is_read_by_nobody(string sent, string read)
    {
        using var client = host.Client(("Cookie", sent));

        Assert.Equal(read, await client.GetStringAsync(new Uri(CarelessHost.Path, UriKind.Relative)));
    }

    /// <summary>Has a page that sets cookies behind everybody's back, one of them as late as can be.</summary>
    public sealed class CarelessHost : WebHost, IStartupFilter, ILoggerProvider
    {
        public const string Path = "/careless";

        public ConcurrentQueue<string> Said { get; } = [];

        protected override void Replace(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this).AddSingleton<ILoggerProvider>(this);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext http, RequestDelegate rest) => http.Request.Path == Path ? AnswerAsync(http) : rest(http));
        };

        public ILogger CreateLogger(string categoryName) => new Listener(Said);

        private static Task AnswerAsync(HttpContext http)
        {
            http.Response.Cookies.Append("tracker", "12345", new() { MaxAge = TimeSpan.FromDays(700) });
            http.Response.Cookies.Append("theme", "dark");
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.Append("Set-Cookie", "late=12345");
                return Task.CompletedTask;
            });
            return http.Response.WriteAsync(string.Join(',', http.Request.Cookies.Keys.Order(StringComparer.Ordinal)));
        }
    }

    private sealed class Listener(ConcurrentQueue<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue(formatter(state, exception));
    }
}
