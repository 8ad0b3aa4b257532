using System.Globalization;
using Serilog;
using Serilog.Extensions.Logging;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>
/// Console and a daily file of which two weeks stay. Serilog is one provider among others, not the factory: levels are those of
/// <c>Logging:LogLevel</c>, and Microsoft's own redaction keeps working.
/// </summary>
public static class Logs
{
    private const int DaysKept = 14;

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Logging:Folder"] is { Length: > 0 } set ? set : "logs";
        var file = Path.Combine(DataFolder.Of(builder.Configuration, builder.Environment), folder, "srm-.log");
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(file, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, shared: true)
            .CreateLogger();
        // not AddSerilog: it adds a filter of its own that lets every level pass, whatever Logging:LogLevel says
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger, dispose: true));
    }
}
