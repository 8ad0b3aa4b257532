using System.CommandLine;
using System.Globalization;
using CsvHelper;
using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Shell;

/// <summary>Scores pairs of names by the matcher of screening, so that anyone can check what is claimed of it. It starts no host and keeps nothing.</summary>
internal static class CommandLinePairs
{
    public static Command ScreenPairs()
    {
        var pairs = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("ScreenPairs.File") };
        var scored = new Option<FileInfo>("--out") { Description = CommandLine.Say("ScreenPairs.Out"), Required = true, HelpName = "FILE" };
        var command = new Command("screen-pairs", CommandLine.Say("ScreenPairs")) { pairs, scored };
        command.SetAction(async (asked, stop) =>
        {
            var rows = Rows(asked.GetRequiredValue(pairs).FullName);
            var header = rows.Count > 0 ? rows[0] : [];
            var (one, other) = (Array.IndexOf(header, "name1"), Array.IndexOf(header, "name2"));
            if (one < 0 || other < 0)
            {
                throw new InvalidDataException(CommandLine.Say("ScreenPairs.Columns"));
            }

            await using (var into = asked.GetRequiredValue(scored).Create())
            {
                using var writer = CsvWriter.Create(into, new CsvWriterOptions(), leaveOpen: true);
                writer.WriteRecord([.. header, "score"]);
                foreach (var row in rows.Skip(1))
                {
                    stop.ThrowIfCancellationRequested();
                    var score = PairScore.Of(row.ElementAtOrDefault(one) ?? "", row.ElementAtOrDefault(other) ?? "");
                    writer.WriteRecord([.. row, .. Enumerable.Repeat("", Math.Max(0, header.Length - row.Length)), score.ToString("0.0000", CultureInfo.InvariantCulture)]);
                }

                writer.Flush();
            }

            await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("ScreenPairs.Done", rows.Count - 1, Engine.Version, Engine.PairThreshold));
            return CommandLine.Yes;
        });
        return command;
    }

    private static List<string[]> Rows(string path)
    {
        var (rows, broken) = (new List<string[]>(), false);
        using var text = new StreamReader(path);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => broken = true,
        }, leaveOpen: true);
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
            if (broken || rows[^1].Length > rows[0].Length)
            {
                throw new InvalidDataException(CommandLine.Say("ScreenPairs.Broken", rows.Count));
            }
        }

        return rows;
    }
}
