using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmBlazor.Support;

namespace SrmBlazor.Shell;

public sealed class LogsTests
{
    [Fact]
    [Promise("P-2-X1")]
    public async Task What_was_written_down_about_sign_ins_goes_after_six_months_and_not_before()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var today = DateOnly.FromDateTime(DateTime.Now);
        string Of(int daysAgo) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"srm-{today.AddDays(-daysAgo):yyyyMMdd}.log"));
        int[] days = [15, 100, 179, 183, 400];
        foreach (var day in days)
        {
            await File.WriteAllTextAsync(Of(day), "Signed in to account 0123");
        }

        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder, ["Logging:Folder"] = folder });
        builder.AddLogs();
        await using (var app = builder.Build())
        {
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").Log(LogLevel.Warning, default, "A new day", null, (state, _) => state);
        }

        Assert.Equal([15, 100, 179], days.Where(day => File.Exists(Of(day))));
        Directory.Delete(folder, recursive: true);
    }
}
