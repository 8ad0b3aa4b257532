using System.Globalization;
using Serilog;
using Serilog.Extensions.Logging;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>
/// Console and a daily file, kept for the six months that the policy names for sign-ins and lockouts and no day longer. Serilog is one provider among others, not the factory: levels are those of
/// <c>Logging:LogLevel</c>, and Microsoft's own redaction keeps working.
/// </summary>
public static class Logs
{
    /// <summary>The shortest that six months can be.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(181);

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Logging:Folder"] is { Length: > 0 } set ? set : "logs";
        var file = Path.Combine(DataFolder.Of(builder.Configuration, builder.Environment), folder, "srm-.log");
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(file, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: null, retainedFileTimeLimit: Kept, shared: true)
            .CreateLogger();
        // not AddSerilog: it adds a filter of its own that lets every level pass, whatever Logging:LogLevel says
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger, dispose: true));
    }
}
