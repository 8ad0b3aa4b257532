using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Calendars;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Shell;

/// <summary>Answers by when a request has to be answered, and why on that day.</summary>
internal static class CommandLineClock
{
    private static readonly Dictionary<string, PauseReason> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["identity"] = PauseReason.IdentityCheck,
        ["authority"] = PauseReason.AuthorityCheck,
        ["clarification"] = PauseReason.Clarification,
    };

    public static Command Clock()
    {
        var region = new Option<string>("--region") { Description = CommandLine.Say("Clock.Region"), Required = true, HelpName = "R" };
        region.Validators.Add(result => Refuse(result, !DeadlineRules.IsRegion(Tidy(result.GetValueOrDefault<string>()))));
        var from = new Option<string>("--from") { Description = CommandLine.Say("Clock.From"), Required = true, HelpName = "DATE" };
        from.Validators.Add(result => Refuse(result, ReadDay(result.GetValueOrDefault<string>()) is null));
        var extension = new Option<bool>("--extension") { Description = CommandLine.Say("Clock.Extension") };
        var pauses = new Option<string[]>("--pause") { Description = CommandLine.Say("Clock.Pause"), HelpName = "FROM..TO:REASON" };
        pauses.Validators.Add(result => Refuse(result, result.Tokens.Any(token => ReadPause(token.Value) is null)));
        var json = new Option<bool>("--json") { Description = CommandLine.Say("CheckId.Json") };

        var command = new Command("clock", CommandLine.Say("Clock")) { region, from, extension, pauses, json };
        command.SetAction(async asked =>
        {
            using var host = Host();
            var law = await LawAsync(host.Services);
            var plain = CaseOf(Tidy(asked.GetRequiredValue(region)), ReadDay(asked.GetRequiredValue(from))!.Value) with
            {
                Pauses = [.. (asked.GetValue(pauses) ?? []).Select(text => ReadPause(text)!)],
            };
            var report = ClockReport.Of(law, plain, asked.GetValue(extension), TimeProvider.System.Now(), Words());
            await asked.InvocationConfiguration.Output.WriteLineAsync(asked.GetValue(json) ? report.ToJson() : report.ToText());
            return report.Refused.Count == 0 ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    /// <summary>With the stores of this installation, and the calendars.</summary>
    internal static IHost Host()
    {
        var builder = CommandLineStores.Builder();
        builder.AddCalendars();
        return builder.Build();
    }

    internal static async Task<bool> IsMigratedAsync(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<Func<SrmDbContext>>()();
        return await db.Database.CanConnectAsync() && !(await db.Database.GetPendingMigrationsAsync()).Any();
    }

    /// <summary>With what was imported; where no store is, with what the program brings.</summary>
    private static async Task<DeadlineLaw> LawAsync(IServiceProvider services)
    {
        var book = services.GetRequiredService<DeadlineBook>();
        return await IsMigratedAsync(services) ? book.Current : book.Shipped;
    }

    private static DeadlineCase CaseOf(string region, DateOnly day) => DeadlineCase.PlainFrom(region.Split('-')[0], Noon(day)) with { Subdivision = region.Split('-').ElementAtOrDefault(1) };

    private static string Tidy(string? region) =>
        region?.Trim() is not { } typed ? "" : typed.Equals(DeadlineRule.Default, StringComparison.OrdinalIgnoreCase) ? DeadlineRule.Default : typed.ToUpperInvariant();

    /// <summary>An instant on the day, wherever in the day: the clocks count days.</summary>
    private static DateTime Noon(DateOnly day) => LegalZone.EndOf(day, DeadlineCase.DefaultZone).AddHours(-12);

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and < 2200 ? day : null;

    private static Pause? ReadPause(string text)
    {
        var (days, reason) = text.Split(':') is [var span, var name] ? (span.Split(".."), name) : ([], "");
        return days.Length == 2 && Reasons.TryGetValue(reason, out var known) && ReadDay(days[0]) is { } begun && (days[1].Length == 0 || ReadDay(days[1]) >= begun)
            ? new(known, Noon(begun), ReadDay(days[1]) is { } ended ? Noon(ended) : null)
            : null;
    }

    private static void Refuse(OptionResult result, bool wrong)
    {
        if (wrong)
        {
            result.AddError(result.Option.Name);
        }
    }

    internal static DeadlineSentences Words() =>
        new(new StringLocalizer<DeadlineTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
}
