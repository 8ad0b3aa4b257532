using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Shell;

/// <summary>
/// The same program as a command: <c>SrmBlazor check-id …</c>. It answers 0 for yes, 1 for no and 2 when it was not asked properly, and
/// repeats nothing of what was typed, which may be an ID number.
/// </summary>
public static class CommandLine
{
    internal const int Yes = 0;
    internal const int No = 1;
    internal const int Misuse = 2;

    private static readonly ResourceManager Texts = new(typeof(CommandLineTexts));

    /// <summary>Whether the arguments are a command's. Settings (<c>--Urls …</c>, <c>Key=value</c>) are the web server's.</summary>
    public static bool Asks(string[] args) => args is [var first, ..]
        && (first is "--help" or "-h" or "-?" or "--version" or "--lang" || (first.Length > 0 && char.IsAsciiLetter(first[0]) && !first.Contains('=', StringComparison.Ordinal)));

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(LanguageIn(args));
        // no response files: a number that begins with @ is not a file to read
        var asked = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (asked.Action is ParseErrorAction)
        {
            asked.InvocationConfiguration.Error = error;
            return await RefuseAsync(asked, Explain(asked));
        }

        try
        {
            return await asked.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (refusal is InvalidDataException or OptionsValidationException or DbException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(refusal.Message);
            return No;
        }
    }

    internal static string Say(string key, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture)!, values);

    /// <summary>The question was not a proper one: says why, and where the proper ones are described.</summary>
    internal static async Task<int> RefuseAsync(ParseResult asked, string why)
    {
        await asked.InvocationConfiguration.Error.WriteLineAsync(why);
        await asked.InvocationConfiguration.Error.WriteLineAsync(Say("Misuse.Help", string.Join(' ', Path(asked.CommandResult))));
        return Misuse;
    }

    internal static RootCommand Root()
    {
        var language = new Option<string>("--lang") { Description = Say("Lang"), Recursive = true, DefaultValueFactory = _ => Languages.English };
        language.AcceptOnlyFromAmong([.. Languages.All.Select(one => one.Culture)]);
        return new RootCommand(Say("Program"))
        {
            language,
            CommandLineStores.Migrate(),
            CommandLineMap.Map(),
            CommandLineBackup.Backup(),
            CommandLineBackup.Restore(),
            CommandLineCessation.Cessation(),
            new Command("audit", Say("Audit")) { CommandLineStores.VerifyAudit() },
            CommandLineIdentity.CheckId(),
            CommandLineClock.Clock(),
            new Command("calendar", Say("Calendar")) { CommandLineCalendar.Import() },
            CommandLineReceipts.Verify(),
            CommandLineCertificates.Verify(),
            CommandLinePackages.Verify(),
            new Command("signing-key", Say("SigningKey")) { CommandLineReceipts.Rotate() },
            new Command("mail", Say("Mail")) { CommandLineMail.List() },
            CommandLineGenerate.Generate(),
            CommandLineScreen.Screen(),
            CommandLinePairs.ScreenPairs(),
            new Command("lists", Say("Lists")) { CommandLineLists.Import(), CommandLineLists.Fetch(), CommandLineLists.Show() },
            new Command("policy", Say("Policy")) { CommandLinePolicy.Lint() },
        };
    }

    /// <summary>Read ahead of the rest, because the help is already written in it.</summary>
    private static string LanguageIn(string[] args)
    {
        var asked = args.SkipWhile(arg => arg != "--lang").Skip(1).FirstOrDefault()
            ?? args.FirstOrDefault(arg => arg.StartsWith("--lang=", StringComparison.Ordinal))?["--lang=".Length..];
        return asked == Languages.Chinese ? Languages.Chinese : Languages.English;
    }

    private static string Explain(ParseResult asked)
    {
        var missing = asked.CommandResult.Command.Options.Where(option => option.Required && asked.GetResult(option) is null).Select(option => option.Name).ToList();
        var wrong = asked.Errors.Select(error => error.SymbolResult).OfType<OptionResult>().Select(result => result.Option.Name).Except(missing).Distinct().ToList();
        return missing.Count > 0 ? Say("Misuse.Missing", string.Join(", ", missing))
            : wrong.Count > 0 ? Say("Misuse.Value", string.Join(", ", wrong))
            : Say("Misuse.Unknown");
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        (command.Parent is CommandResult parent ? Path(parent) : []).Append(command.Command is RootCommand ? nameof(SrmBlazor) : command.Command.Name);
}
