using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Shell.Edge;

/// <summary>
/// Lets only cookies of the register pass. One that a page or a package sets without saying so is dropped and named in the log, once;
/// one that comes with a request (another program on this host, a leftover) is read by nobody.
/// </summary>
public sealed partial class RegisteredCookies(RequestDelegate next, CookieRegister register, ILogger<RegisteredCookies> log)
{
    private readonly ConcurrentDictionary<string, bool> named = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.Cookie is { Count: > 0 } sent)
        {
            http.Request.Headers.Cookie = Known(sent);
        }

        // callbacks run in the reverse of the order in which they were added: this one sees what all others set
        http.Response.OnStarting(() =>
        {
            Drop(http.Response);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private StringValues Known(StringValues lines)
    {
        var pairs = lines.SelectMany(line => line!.Split(';', StringSplitOptions.TrimEntries)).Where(pair => register.Find(NameIn(pair)) is not null).ToList();
        return pairs.Count == 0 ? StringValues.Empty : string.Join("; ", pairs);
    }

    private void Drop(HttpResponse response)
    {
        var unknown = response.Headers.SetCookie.Where(cookie => register.Find(NameIn(cookie!)) is null).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        response.Headers.SetCookie = response.Headers.SetCookie.Except(unknown, StringComparer.Ordinal).ToArray();
        foreach (var name in unknown.Select(cookie => NameIn(cookie!)).Where(name => named.TryAdd(name, true)))
        {
            LogDropped(name);
        }
    }

    private static string NameIn(string cookie) => cookie.Split('=', 2)[0].Trim();

    [LoggerMessage(1, LogLevel.Warning, "The cookie {Name} is not in the register and was not sent. Declare it beside what sets it, or do not set it.")]
    private partial void LogDropped(string name);
}
