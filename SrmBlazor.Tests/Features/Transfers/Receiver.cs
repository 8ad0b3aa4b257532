using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace SrmBlazor.Features.Transfers;

/// <summary>Another controller's service on a real Kestrel of this machine. It answers what it is told to, and keeps what it received.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers;

    private Receiver(WebApplication app, X509Certificate2? certificate, IEnumerable<Func<HttpContext, Task>> answers)
    {
        this.app = app;
        this.certificate = certificate;
        this.answers = new ConcurrentQueue<Func<HttpContext, Task>>(answers);
    }

    public ConcurrentQueue<Received> All { get; } = [];

    public string Address => $"{app.Urls.Single()}/inbox";

    /// <summary>Answers these statuses one after the other, and then 200.</summary>
    public static Task<Receiver> OpenAsync(params int[] statuses) => OpenAsync(tls: false, [.. statuses.Select<int, Func<HttpContext, Task>>(status => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    })]);

    public static Task<Receiver> OpenWithOwnCertificateAsync() => OpenAsync(tls: true);

    public static Task<Receiver> RedirectingAsync(string to) => OpenAsync(tls: false, http =>
    {
        http.Response.Redirect(to, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate?.Dispose();
    }

    private static async Task<Receiver> OpenAsync(bool tls, params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = tls ? SelfSigned() : null;
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        var receiver = new Receiver(app, certificate, answers);
        app.MapPost("/inbox", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        All.Enqueue(new Received(http.Request.Headers["Idempotency-Key"].ToString(), http.Request.ContentType ?? "", http.Request.Headers["Content-Digest"].ToString(), body.ToArray()));
        if (answers.TryDequeue(out var answer))
        {
            await answer(http);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

internal sealed record Received(string Key, string Type, string Digest, byte[] Body);
