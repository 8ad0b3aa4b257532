using System.CommandLine;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Identity;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Cessations;
using SrmBlazor.Features.Home;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>Ends the service or a part of it, in two steps; says beforehand what would happen.</summary>
internal static class CommandLineCessation
{
    public static Command Cessation()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = CommandLine.Say("Cessation.DryRun") };
        var execute = new Option<bool>("--execute") { Description = CommandLine.Say("Cessation.Execute") };
        var service = new Option<string>("--service") { Description = CommandLine.Say("Cessation.Service"), DefaultValueFactory = _ => EndingService.Whole };
        service.AcceptOnlyFromAmong([.. EndingService.Keys]);
        var on = new Option<DateOnly?>("--on") { Description = CommandLine.Say("Cessation.On") };
        var command = new Command("cessation", CommandLine.Say("Cessation")) { dryRun, execute, service, on };
        command.SetAction(async (asked, stop) =>
        {
            if (asked.GetValue(dryRun) == asked.GetValue(execute))
            {
                return await CommandLine.RefuseAsync(asked, CommandLine.Say("Cessation.One"));
            }

            var builder = CommandLineStores.Builder();
            builder.AddCessationRun();
            builder.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<AccountRegister>();
            using var host = builder.Build();
            await using var db = host.Services.GetRequiredService<Func<SrmDbContext>>()();
            if (await CommandLineStores.IsNotMigratedAsync(db, stop))
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Audit.NotMigrated"));
                return CommandLine.No;
            }

            var run = host.Services.GetRequiredService<CessationRun>();
            var output = asked.InvocationConfiguration.Output;
            if (asked.GetValue(dryRun))
            {
                await SayAsync(output, await run.PlanAsync(asked.GetValue(service)!, stop));
                return CommandLine.Yes;
            }

            var answer = await run.ExecuteAsync(asked.GetValue(service)!, asked.GetValue(on), Act.OfSystem(host.Services.GetRequiredService<TimeProvider>()), stop);
            await output.WriteLineAsync(Sentence(answer));
            return answer is CessationAnswer.TooSoon or CessationAnswer.LettersLeft ? CommandLine.No : CommandLine.Yes;
        });
        return command;
    }

    private static async Task SayAsync(TextWriter output, CessationPlan plan)
    {
        await output.WriteLineAsync(CommandLine.Say("Cessation.Plan", Word<CessationTexts>($"Service.{plan.Service}"), plan.Persons));
        foreach (var records in plan.Records)
        {
            var kind = Word<HomeTexts>($"Kind.{records.Kind}");
            await output.WriteLineAsync(records switch
            {
                { Keeper: null } => CommandLine.Say("Cessation.Goes", kind, records.Count),
                { Until: { } until } => CommandLine.Say("Cessation.Stays", kind, records.Count, Purpose(records.Keeper), Day(DateOnly.FromDateTime(until))),
                _ => CommandLine.Say("Cessation.StaysOpen", kind, records.Count, Purpose(records.Keeper)),
            });
        }

        await output.WriteLineAsync(CommandLine.Say("Cessation.Nothing"));
    }

    private static string Sentence(CessationAnswer answer) => answer switch
    {
        CessationAnswer.Announced announced => CommandLine.Say("Cessation.Announced", Day(announced.EraseOn)),
        CessationAnswer.Waiting waiting => CommandLine.Say("Cessation.Waiting", Day(waiting.EraseOn)),
        CessationAnswer.TooSoon soon => CommandLine.Say("Cessation.TooSoon", Day(soon.Earliest)),
        CessationAnswer.Ended ended => CommandLine.Say("Cessation.Ended", ended.Persons),
        _ => CommandLine.Say("Cessation.LettersLeft"),
    };

    private static string Purpose(string key) => Word<PurposeTexts>($"Purpose.{key}.Name");

    /// <summary>As the pages call it.</summary>
    private static string Word<T>(string key) => new ResourceManager(typeof(T)).GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"No text {key}.");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
