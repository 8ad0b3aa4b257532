using System.Net.Mime;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PolicyNews;

/// <summary>Tells a page without a circuit which version is the newest: at once, and whenever one is published. Server-sent events (HTML Living Standard, 9.2) that carry a number alone.</summary>
internal static class PublishedStream
{
    public const string Path = "/policy/published";

    public static void Map(WebApplication app) =>
        app.MapGet(Path, IResult (HttpContext http, PolicyHistory history, ChangeFeed changes, IHostApplicationLifetime life) =>
            {
                if (http.Request.Headers.Accept.ToString() != MediaTypeNames.Text.EventStream)
                {
                    return Results.BadRequest();
                }

                // nginx would keep the numbers until there are kilobytes of them
                http.Response.Headers["X-Accel-Buffering"] = "no";
                return TypedResults.ServerSentEvents(NumbersAsync(history, changes, life.ApplicationStopping), "published");
            })
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Supplier), nameof(Role.Representative), nameof(Role.Guardian)));

    /// <summary>Ends without an error when the browser leaves or the program stops.</summary>
    private static async IAsyncEnumerable<int> NumbersAsync(PolicyHistory history, ChangeFeed changes, CancellationToken stopping, [EnumeratorCancellation] CancellationToken left = default)
    {
        var heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = changes.Subscribe(Topics.Policy, () => heard.Writer.TryWrite(true));
        await using var stop = stopping.Register(() => heard.Writer.TryComplete());
        await using var leave = left.Register(() => heard.Writer.TryComplete());
        do
        {
            yield return await history.NewestAsync();
        }
        while (await heard.Reader.WaitToReadAsync(CancellationToken.None) && heard.Reader.TryRead(out _));
    }
}
