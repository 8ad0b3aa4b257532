using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SrmBlazor.Features.Registration.Scans;

public static class ScansFeature
{
    public static WebApplicationBuilder AddScans(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScanSettings>().BindConfiguration("Scans")
            .Validate(s => s is { AtOnce: > 0, UploadsPerHour: > 0, MegabytesInFlight: >= 32 }, "Scans: every number must be above 0, MegabytesInFlight at least 32.")
            .ValidateOnStart();
        builder.Services.AddOptions<MalwareScanSettings>().BindConfiguration("MalwareScan")
            .Validate(s => s.Seconds > 0, "MalwareScan:Seconds must be above 0.")
            .Validate(s => MalwareScanner.TryParse(s.Endpoint, out _), "MalwareScan:Endpoint must be empty, tcp://host:port or unix:///path.")
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MalwareScanner>();
        builder.Services.AddSingleton<ScanPipeline>();
        builder.Services.AddSingleton<ScanQuota>();
        return builder;
    }
}
