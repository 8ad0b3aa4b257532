using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Shell.Demo;

namespace SrmBlazor.Support;

/// <summary>The whole application on a free port of this machine, with real sockets and a data folder of its own that goes with it.</summary>
public class WebHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("srm-").FullName;

    /// <summary>Without a slash at the end.</summary>
    public string Url => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    protected virtual string Environment => "Development";

    /// <summary>Services to replace: a clock, an endpoint that fails.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:Folder", Folder);
        builder.UseSetting(DemoStory.Setting, "false");
        builder.ConfigureServices(Replace);
    }

    public virtual Task InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        return Task.CompletedTask;
    }

    /// <summary>A client that shows redirects and cookies as they were sent.</summary>
    public HttpClient Client(params (string Name, string Value)[] headers)
    {
#pragma warning disable CA2000 // the client owns its handler
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Url) };
#pragma warning restore CA2000
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return client;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>The same with the settings of a real installation: prefixed cookies, error page instead of stack traces.</summary>
public class ProductionHost : WebHost
{
    protected override string Environment => "Production";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (setting, value) in Demanded)
            builder.UseSetting(setting, value);
    }

    /// <summary>What an installation must set before it starts; the port of the mail server answers nobody.</summary>
    private static readonly (string Setting, string Value)[] Demanded =
    [
        ("Site:Address", "https://suppliers.example"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:FromAddress", "portal@suppliers.example"),
        ("Operator:DataProtectionOfficer:Name:en", "Data Protection Officer"), ("Operator:DataProtectionOfficer:Name:zh-CN", "数据保护官"),
    ];
}
