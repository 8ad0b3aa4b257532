using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Support;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>The program as an installation runs it, behind a proxy that speaks TLS. Nothing happens in it by itself, so that what changed was changed by who asked.</summary>
public class AuthorisationHost : ProductionHost
{
    private readonly List<ServiceDescriptor> registered = [];

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    internal IReadOnlyList<Operation> Operations { get; private set; } = [];

    internal IReadOnlyList<Endpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>What can be asked for over HTTP, each method by itself. Files of the web root are looked at as a whole.</summary>
    internal IEnumerable<string> Requests => Endpoints.Where(endpoint => !IsFile(endpoint)).SelectMany(NamesOf).Distinct(StringComparer.Ordinal);

    internal static bool IsFile(Endpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    internal static IReadOnlyList<string> MethodsOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"];

    internal AsyncServiceScope Scope { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Scope = Services.CreateAsyncScope();
        Operations = Operation.Of(registered, Scope.ServiceProvider);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Proxy:Known:0", "127.0.0.1");
        // somebody who may receive a profile
        foreach (var (setting, value) in new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json")).Build().AsEnumerable())
        {
            builder.UseSetting(setting, value);
        }

        builder.UseSetting("Accounts:TriesPerMinuteFromOneAddress", "10000");
    }

    protected override void Replace(IServiceCollection services)
    {
        registered.AddRange(services);
        services.AddSingleton<TimeProvider>(Clock);
        // who may what is neither slow hashing nor surviving a power cut
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        services.Configure<DatabaseOptions>(options => options.Synchronous = "OFF");
        foreach (var worker in services.Where(one => one.ServiceType == typeof(IHostedService) && (one.ImplementationType == typeof(MailWorker) || one.ImplementationType == typeof(Rounds))).ToList())
        {
            services.Remove(worker);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Scope.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<string> NamesOf(Endpoint endpoint) =>
        MethodsOf(endpoint).Select(method => $"{method} /{(endpoint as RouteEndpoint)?.RoutePattern.RawText?.Trim('/') ?? endpoint.DisplayName}");
}
