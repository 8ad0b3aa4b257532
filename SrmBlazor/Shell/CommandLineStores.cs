using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Shell;

/// <summary>The commands that open the stores, with the settings that the web server would have.</summary>
internal static class CommandLineStores
{
    public static Command Migrate()
    {
        var command = new Command("migrate", CommandLine.Say("Migrate"));
        command.SetAction(async (asked, _) =>
        {
            using var host = Builder().Build();
            await host.Services.PrepareDataAsync();
            await host.Services.PreparePersonalDataAsync();
            await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Migrate.Done"));
            return CommandLine.Yes;
        });
        return command;
    }

    public static Command VerifyAudit()
    {
        var command = new Command("verify", CommandLine.Say("Audit.Verify"));
        command.SetAction(async (asked, stop) =>
        {
            using var host = Builder().Build();
            await using var db = host.Services.GetRequiredService<Func<SrmDbContext>>()();
            // asked before anything else: the root secret of a store that is not there would be made
            if (await IsNotMigratedAsync(db, stop))
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Audit.NotMigrated"));
                return CommandLine.No;
            }

            var (entries, broken) = await AuditChain.VerifyAsync(db, host.Services.GetRequiredService<RootSecret>(), stop);
            // a broken chain remembers nothing that could be relied on
            var older = broken is null ? await AuditedVersions.OlderAsync(db, stop) : [];
            var forged = broken is null ? await ConsentBook.ForgedAsync(db, stop) : [];
            await asked.InvocationConfiguration.Output.WriteLineAsync(broken is { } number
                ? CommandLine.Say("Audit.Broken", number, entries)
                : CommandLine.Say("Audit.Whole", entries));
            foreach (var record in older)
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Audit.Older", record));
            }

            foreach (var decision in forged)
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Audit.Forged", decision));
            }

            return broken is null && older.Count == 0 && forged.Count == 0 ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    internal static async Task<bool> IsNotMigratedAsync(DbContext db, CancellationToken stop) => (await db.Database.GetPendingMigrationsAsync(stop)).Any();

    internal static HostApplicationBuilder Builder()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        });
        builder.Logging.ClearProviders();
        builder.AddData();
        builder.AddPersonalData();
        return builder;
    }
}
