using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Gives out a list, on a real Kestrel of this machine.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly WebApplication app;

    private Publisher(WebApplication app)
    {
        this.app = app;
        app.Run(http =>
        {
            Asked++;
            return Answer(http);
        });
    }

    public string Address => $"{app.Urls.Single()}/list";

    public int Asked { get; private set; }

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<Publisher> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var publisher = new Publisher(builder.Build());
        await publisher.app.StartAsync();
        return publisher;
    }

    public void Gives(byte[] file) => Answer = http => http.Response.Body.WriteAsync(file).AsTask();

    public void Says(int status) => Answer = http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>The line ends after the first half.</summary>
    public void Breaks(byte[] file) => Answer = http =>
    {
        http.Response.ContentLength = file.Length;
        return http.Response.Body.WriteAsync(file.AsMemory(0, file.Length / 2)).AsTask();
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
