using System.CommandLine;
using System.Diagnostics;
using SrmBlazor.Data;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shell.Demo;

namespace SrmBlazor.Shell;

/// <summary>Fills a developer's store with invented requests.</summary>
internal static class CommandLineGenerate
{
    public static Command Generate()
    {
        var requests = Number("--requests", "Generate.Requests", 10_000);
        var persons = Number("--persons", "Generate.Persons", 200);
        var days = Number("--days", "Generate.Days", DemoVolume.Usual);
        var seed = Number("--seed", "Generate.Seed", 1);
        var command = new Command("generate", CommandLine.Say("Generate")) { requests, persons, days, seed };
        command.SetAction(async (asked, stop) =>
        {
            var builder = CommandLineStores.Builder();
            if (!builder.Environment.IsDevelopment())
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Generate.OnlyDevelopment"));
                return CommandLine.No;
            }

            builder.AddCalendars();
            builder.Services.AddScoped<RequestClock>().AddScoped<DemoVolume>();
            using var host = builder.Build();
            await host.Services.PrepareDataAsync();
            await host.Services.PreparePersonalDataAsync();
            using var scope = host.Services.CreateScope();
            var output = asked.InvocationConfiguration.Output;
            var since = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<DemoVolume>().MakeAsync(asked.GetValue(requests), asked.GetValue(persons), asked.GetValue(seed), made =>
            {
                if (made % 100_000 == 0)
                {
                    output.WriteLine(CommandLine.Say("Generate.Made", made));
                }
            }, asked.GetValue(days), stop);
            await output.WriteLineAsync(CommandLine.Say("Generate.Done", asked.GetValue(requests), asked.GetValue(persons), (int)Stopwatch.GetElapsedTime(since).TotalSeconds));
            return CommandLine.Yes;
        });
        return command;
    }

    private static Option<int> Number(string name, string words, int usual)
    {
        var option = new Option<int>(name) { Description = CommandLine.Say(words), DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError(name);
            }
        });
        return option;
    }
}
