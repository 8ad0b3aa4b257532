using System.CommandLine;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>Reads a year of statutory days into the store, as the page of administrators does.</summary>
internal static class CommandLineCalendar
{
    public static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("Calendar.File") };
        var calendar = new Option<string>("--calendar") { Description = CommandLine.Say("Calendar.Name"), HelpName = "NAME", DefaultValueFactory = _ => "CN" };
        var command = new Command("import", CommandLine.Say("Calendar.Import")) { file, calendar };
        command.SetAction(async (asked, stop) =>
        {
            var (output, error) = (asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error);
            var list = await File.ReadAllTextAsync(asked.GetRequiredValue(file).FullName, stop);
            using var host = CommandLineClock.Host();
            // asked before anything else: the root secret of a store that is not there would be made
            if (!await CommandLineClock.IsMigratedAsync(host.Services))
            {
                await error.WriteLineAsync(CommandLine.Say("Audit.NotMigrated"));
                return CommandLine.No;
            }

            await using var scope = host.Services.CreateAsyncScope();
            var (desk, act) = (scope.ServiceProvider.GetRequiredService<CalendarDesk>(), Act.OfSystem(TimeProvider.System) with { Roles = Role.Administrator });
            var preview = desk.Preview(asked.GetRequiredValue(calendar), list, act);
            foreach (var problem in preview.Problems)
            {
                await error.WriteLineAsync(CommandLineClock.Words().Problem(problem));
            }

            var outcome = await desk.ImportAsync(preview.Calendar, list, preview.ShownVersion, act);
            switch (outcome)
            {
                case ImportOutcome.Done:
                    await output.WriteLineAsync(CommandLine.Say("Calendar.Done", preview.Calendar, string.Join(", ", preview.Years.Select(year => year.Year))));
                    return CommandLine.Yes;
                case ImportOutcome.NothingNew:
                    await output.WriteLineAsync(CommandLine.Say("Calendar.NothingNew"));
                    return CommandLine.Yes;
                case ImportOutcome.Changed:
                    await error.WriteLineAsync(CommandLine.Say("Calendar.Changed"));
                    return CommandLine.No;
                case ImportOutcome.Unreadable when preview.IsTooLong:
                    await error.WriteLineAsync(CommandLine.Say("Calendar.TooLong", CalendarImport.LongestList));
                    return CommandLine.No;
                case ImportOutcome.Unreadable when preview.IsReadable:
                    return await CommandLine.RefuseAsync(asked, CommandLine.Say("Misuse.Value", calendar.Name));
                case ImportOutcome.Unreadable:
                    return CommandLine.No;
            }

            return CommandLine.No;
        });
        return command;
    }
}
