using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SrmBlazor.Features.Screening;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Shared;

namespace SrmBlazor.Shell;

/// <summary>Takes over the lists of screening and tells how they stand, as the page of screeners does.</summary>
internal static class CommandLineLists
{
    public static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("Lists.File") };
        var kind = new Option<string>("--kind") { Description = CommandLine.Say("Lists.Kind"), Required = true, HelpName = string.Join('|', ListSources.Names) };
        kind.Validators.Add(result => Refuse(result, ListSources.Find(result.GetValueOrDefault<string>() ?? "") is null));
        var date = new Option<string>("--date") { Description = CommandLine.Say("Lists.Date"), HelpName = "YYYY-MM-DD" };
        date.Validators.Add(result => Refuse(result, ReadDay(result.GetValueOrDefault<string>()) is null));
        var deliberate = new Option<bool>("--deliberate") { Description = CommandLine.Say("Lists.Deliberate") };
        var command = new Command("import", CommandLine.Say("Lists.Import")) { file, kind, date, deliberate };
        command.SetAction((asked, stop) => OnListsAsync(asked, async (services, act) =>
        {
            var (output, error) = (asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error);
            var source = ListSources.Find(asked.GetRequiredValue(kind))!.Value;
            var (desk, words) = (services.GetRequiredService<ListDesk>(), Words());
            await using var read = asked.GetRequiredValue(file).OpenRead();
            switch (await desk.CheckAsync(source, read, ReadDay(asked.GetValue(date)), asked.GetValue(deliberate), act, stop))
            {
                case CheckResult.Refused { Refusal: var refusal }:
                    await RefuseAsync(error, source, words.Refusal(refusal), services, act);
                    if (ListSentences.MayBeMeant(refusal))
                    {
                        await error.WriteLineAsync(CommandLine.Say("Lists.Meant", deliberate.Name));
                    }

                    return CommandLine.No;
                case CheckResult.Ready { Check: var check }:
                    if (await desk.TakeAsync(check, act) == TakeOutcome.Overtaken)
                    {
                        await error.WriteLineAsync(CommandLine.Say("Lists.Overtaken"));
                        return CommandLine.No;
                    }

                    await output.WriteLineAsync(Taken(check));
                    return CommandLine.Yes;
                case var other:
                    throw new InvalidOperationException(other.GetType().Name);
            }
        }));
        return command;
    }

    public static Command Fetch()
    {
        var kind = new Option<string>("--kind") { Description = CommandLine.Say("Lists.Fetch.Kind"), HelpName = string.Join('|', ListSources.Names) };
        kind.Validators.Add(result => Refuse(result, ListSources.Find(result.GetValueOrDefault<string>() ?? "") is null));
        var command = new Command("fetch", CommandLine.Say("Lists.Fetch")) { kind };
        command.SetAction((asked, stop) => OnListsAsync(asked, async (services, act) =>
        {
            var (output, error) = (asked.InvocationConfiguration.Output, asked.InvocationConfiguration.Error);
            var known = services.GetRequiredService<IOptions<ScreeningOptions>>().Value.Fetched;
            IReadOnlyList<ListSource> wanted = asked.GetValue(kind) is { } name ? [ListSources.Find(name)!.Value] : known;
            if (wanted.Count == 0 || wanted.Except(known).Any())
            {
                await error.WriteLineAsync(CommandLine.Say("Lists.Fetch.None", wanted.Count == 0 ? "un" : ListSources.NameOf(wanted[0])));
                return CommandLine.No;
            }

            var failed = false;
            foreach (var source in wanted)
            {
                var result = await services.GetRequiredService<ListFetching>().FetchAsync(source, stop);
                if (result.Check is { } check)
                {
                    await output.WriteLineAsync(Taken(check));
                }
                else
                {
                    failed = true;
                    await RefuseAsync(error, source, result.Refusal is { } refusal ? Words().Refusal(refusal) : Words().Trouble(result.Trouble!), services, act);
                }
            }

            return failed ? CommandLine.No : CommandLine.Yes;
        }));
        return command;
    }

    public static Command Show()
    {
        var command = new Command("show", CommandLine.Say("Lists.Show"));
        command.SetAction((asked, _) => OnListsAsync(asked, async (services, act) =>
        {
            var (lists, words) = (await services.GetRequiredService<ListLibrary>().ShowAsync(act), Words());
            foreach (var list in lists)
            {
                await asked.InvocationConfiguration.Output.WriteLineAsync(list.Version is not { } version
                    ? CommandLine.Say("Lists.Row.None", ListSources.NameOf(list.Source))
                    : CommandLine.Say(list.IsOld ? "Lists.Row.Old" : "Lists.Row", ListSources.NameOf(list.Source), version.AsOf.ToString("O", CultureInfo.InvariantCulture), words.Age(list.Days),
                        words.Counts(version.Counts), version.Sha256));
            }

            return lists.Any(list => list.IsOld) ? CommandLine.No : CommandLine.Yes;
        }));
        return command;
    }

    private static string Taken(ListCheck check) => check.IsSame
        ? CommandLine.Say("Lists.Same", Words().Source(check.Source))
        : CommandLine.Say("Lists.Done", Words().Source(check.Source), Words().Counts(check.Counts), Words().Differences(check.Diff), check.Sha256);

    /// <summary>Says why a list stays as it is, and as it is.</summary>
    private static async Task RefuseAsync(TextWriter error, ListSource source, string why, IServiceProvider services, Act act)
    {
        await error.WriteLineAsync($"{ListSources.NameOf(source)}: {why}");
        await error.WriteLineAsync(Words().Stays((await services.GetRequiredService<ListLibrary>().ShowAsync(act)).Single(list => list.Source == source)));
    }

    private static async Task<int> OnListsAsync(ParseResult asked, Func<IServiceProvider, Act, Task<int>> ask)
    {
        var builder = CommandLineStores.Builder();
        builder.AddScreeningLists();
        using var host = builder.Build();
        // asked before anything else: the root secret of a store that is not there would be made
        if (!await CommandLineClock.IsMigratedAsync(host.Services))
        {
            await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Audit.NotMigrated"));
            return CommandLine.No;
        }

        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider, Act.OfSystem(TimeProvider.System) with { Roles = Role.Screener });
    }

    private static ListSentences Words() =>
        new(new StringLocalizer<ListTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    private static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static void Refuse(System.CommandLine.Parsing.OptionResult result, bool wrong)
    {
        if (wrong)
        {
            result.AddError(CommandLine.Say("Misuse.Value", result.Option.Name));
        }
    }
}
