using System.CommandLine;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Shell;

/// <summary>Checks the number of an identity document by its public rule. It starts no host and keeps nothing.</summary>
internal static class CommandLineIdentity
{
    public static Command CheckId()
    {
        var type = new Option<string>("--type") { Description = CommandLine.Say("CheckId.Type"), Required = true, HelpName = "resident-id|passport|national-id" };
        type.Validators.Add(result => Refuse(result, IdentityNumberReport.ReadType(result.GetValueOrDefault<string>()) is null));
        var number = new Option<string>("--number") { Description = CommandLine.Say("CheckId.Number"), Required = true };
        var country = new Option<string?>("--country") { Description = CommandLine.Say("CheckId.Country") };
        country.Validators.Add(result => Refuse(result, !Countries.TryFind(result.GetValueOrDefault<string>(), out _)));
        var year = new Option<int?>("--birth-year") { Description = CommandLine.Say("CheckId.BirthYear") };
        var gender = new Option<string?>("--gender") { Description = CommandLine.Say("CheckId.Gender") };
        var json = new Option<bool>("--json") { Description = CommandLine.Say("CheckId.Json") };

        var command = new Command("check-id", CommandLine.Say("CheckId")) { type, number, country, year, gender, json };
        command.SetAction(async asked =>
        {
            var kind = IdentityNumberReport.ReadType(asked.GetRequiredValue(type))!.Value;
            if (kind != IdentityType.ResidentId && asked.GetValue(country) is null)
            {
                return await CommandLine.RefuseAsync(asked, CommandLine.Say("Misuse.Missing", country.Name));
            }

            // an argument stands in the list of processes and in the shell's history; a line of input does not
            var typed = asked.GetRequiredValue(number) is var given && given == "-" ? await Console.In.ReadLineAsync() : given;
            var claim = new IdentityClaim(kind, asked.GetValue(country), typed, BirthYear: asked.GetValue(year), Sex: IdentityNumberReport.ReadSex(asked.GetValue(gender)));
            var report = IdentityNumberReport.Of(IdentityNumber.Check(claim, Today()), Sentences());
            await asked.InvocationConfiguration.Output.WriteLineAsync(asked.GetValue(json) ? report.ToJson() : report.ToText());
            return report.ExitCode;
        });
        return command;
    }

    private static void Refuse(System.CommandLine.Parsing.OptionResult result, bool wrong)
    {
        if (wrong)
        {
            result.AddError(result.Option.Name);
        }
    }

    /// <summary>The day of the default clock.</summary>
    private static DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);

    private static StringLocalizer<IdentityNumberTexts> Sentences() =>
        new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
