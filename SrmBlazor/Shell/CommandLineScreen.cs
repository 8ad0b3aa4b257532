using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SrmBlazor.Features.Screening.FromFiles;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Shell;

/// <summary>Screens one name or a table of names against lists in a folder. It starts no host and keeps nothing but the table that was asked for.</summary>
internal static class CommandLineScreen
{
    /// <summary>As many as somebody reads on a terminal; the rest is counted.</summary>
    private const int MostShown = 10;

    public static Command Screen()
    {
        var lists = new Option<DirectoryInfo>("--lists") { Description = CommandLine.Say("Screen.Lists"), Required = true, HelpName = "DIR" };
        var name = new Option<string?>("--name") { Description = CommandLine.Say("Screen.Name") };
        var nationality = new Option<string?>("--nationality") { Description = CommandLine.Say("Screen.Nationality") };
        nationality.Validators.Add(result => Refuse(result, Known.Country(result.GetValueOrDefault<string>()) is null));
        var year = new Option<string?>("--birth-year") { Description = CommandLine.Say("Screen.BirthYear") };
        year.Validators.Add(result => Refuse(result, Known.Year(result.GetValueOrDefault<string>()) is null));
        var json = new Option<bool>("--json") { Description = CommandLine.Say("Screen.Json") };
        var batch = new Option<FileInfo?>("--batch") { Description = CommandLine.Say("Screen.Batch"), HelpName = "FILE" };
        var answers = new Option<FileInfo?>("--out") { Description = CommandLine.Say("Screen.Out"), HelpName = "FILE" };
        var command = new Command("screen", CommandLine.Say("Screen")) { lists, name, nationality, year, json, batch, answers };
        command.SetAction(async (asked, stop) =>
        {
            var (typed, from, to) = (asked.GetValue(name), asked.GetValue(batch), asked.GetValue(answers));
            var ofOne = asked.GetValue(json) || asked.GetValue(nationality) is not null || asked.GetValue(year) is not null;
            if ((typed, from, to) is not ((not null, null, null) or (null, not null, not null)) || (from is not null && ofOne))
            {
                return await CommandLine.RefuseAsync(asked, CommandLine.Say("Screen.One"));
            }

            if (from is { Exists: false } || asked.GetRequiredValue(lists) is { Exists: false })
            {
                return await CommandLine.RefuseAsync(asked, CommandLine.Say(from is { Exists: false } ? "Screen.NoFile" : "Screen.NoFolder"));
            }

            var folder = ListFolder.Read(asked.GetRequiredValue(lists).FullName);
            await TellAsync(folder, asked.InvocationConfiguration.Error);
            return folder.Entries.Count == 0 ? await CommandLine.RefuseAsync(asked, CommandLine.Say("Screen.NoLists"))
                : from is not null ? await ScreenAllAsync(asked, folder, from, to!, stop)
                : await ScreenOneAsync(asked, folder, new(await NameAsync(typed!), Known.Country(asked.GetValue(nationality)), Known.Year(asked.GetValue(year))), asked.GetValue(json));
        });
        return command;
    }

    private static async Task<int> ScreenOneAsync(ParseResult asked, ListFolder folder, Query query, bool asJson)
    {
        var output = asked.InvocationConfiguration.Output;
        var report = ScreenReport.Of(folder, folder.Index.Search(query, Engine.ReviewFloor));
        if (asJson)
        {
            await output.WriteLineAsync(report.ToJson());
        }
        else
        {
            await output.WriteLineAsync(report.Matches.Count > 0
                ? CommandLine.Say("Screen.Found", report.Matches.Count, Engine.ReviewFloor, Engine.Version)
                : CommandLine.Say("Screen.Nothing", Engine.ReviewFloor, Engine.Version));
            foreach (var line in report.ToLines(MostShown, CultureInfo.CurrentUICulture))
            {
                await output.WriteLineAsync(line);
            }

            if (report.Matches.Count > MostShown)
            {
                await output.WriteLineAsync(CommandLine.Say("Screen.More", report.Matches.Count - MostShown));
            }
        }

        return await AnswerAsync(asked, folder, report.Matches.Count > 0);
    }

    private static async Task<int> ScreenAllAsync(ParseResult asked, ListFolder folder, FileInfo from, FileInfo to, CancellationToken stop)
    {
        // under another name until it is whole
        var part = $"{to.FullName}.part";
        try
        {
            BatchCount count;
            using (var rows = from.OpenText())
            await using (var into = File.Create(part))
            {
                count = ScreenBatch.Run(folder, rows, into, CultureInfo.CurrentUICulture, stop);
            }

            File.Move(part, to.FullName, overwrite: true);
            if (count.Unread > 0)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Screen.Unread", count.Unread));
            }

            await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("Screen.Done", count.Names, count.Found, Engine.ReviewFloor, Engine.Version));
            // who was found stands in the table; the command is done when all of it is written
            return await AnswerAsync(asked, folder, isFound: false);
        }
        catch (BatchRowException row)
        {
            return await CommandLine.RefuseAsync(asked, row.Column.Length > 0 ? CommandLine.Say("Screen.Columns") : CommandLine.Say("Screen.Broken", row.Row));
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<int> AnswerAsync(ParseResult asked, ListFolder folder, bool isFound)
    {
        if (isFound || !folder.IsIncomplete)
        {
            return isFound ? CommandLine.No : CommandLine.Yes;
        }

        await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Screen.Incomplete"));
        return CommandLine.Misuse;
    }

    private static async Task TellAsync(ListFolder folder, TextWriter error)
    {
        foreach (var file in folder.Files)
        {
            await error.WriteLineAsync(file switch
            {
                FolderFile.Taken { Version: var list } => CommandLine.Say(list.ListDate is null ? "Screen.Taken" : "Screen.Dated", file.Name, ListSources.NameOf(list.Source),
                    list.Counts.Entries, list.Counts.Names, list.Counts.Addresses, list.ListDate?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
                FolderFile.Older older => CommandLine.Say("Screen.Older", file.Name, ListSources.NameOf(older.Version.Source)),
                FolderFile.Refused refused => CommandLine.Say("Screen.Refused", file.Name, ListSources.NameOf(refused.Source), refused.Refusal),
                _ => CommandLine.Say("Screen.NoList", file.Name),
            });
        }

        if (folder.Orphans > 0)
        {
            await error.WriteLineAsync(CommandLine.Say("Screen.Orphans", folder.Orphans));
        }
    }

    /// <summary>An argument stands in the list of processes and in the shell's history; a line of input does not.</summary>
    private static async Task<string> NameAsync(string typed) => typed == "-" ? await Console.In.ReadLineAsync() ?? "" : typed;

    private static void Refuse(OptionResult result, bool wrong)
    {
        if (wrong)
        {
            result.AddError(result.Option.Name);
        }
    }
}
