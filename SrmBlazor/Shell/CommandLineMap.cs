using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Shell;

/// <summary>Writes the data map as JSON, in an order that stays the same, so that two versions can be compared line by line.</summary>
internal static class CommandLineMap
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Map()
    {
        var command = new Command("map", CommandLine.Say("Map"));
        command.SetAction(async asked =>
        {
            var map = DataMap.OfThisProgram();
            await asked.InvocationConfiguration.Output.WriteLineAsync(Write(map));
            var problems = MapCheck.Problems(map, PersonalDataFeature.HasText).ToList();
            foreach (var problem in problems)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(problem);
            }

            return problems.Count == 0 ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }

    internal static string Write(DataMap map) => JsonSerializer.Serialize(
        new
        {
            kinds = map.Kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(kind => new
            {
                kind.Name,
                kind.Schema,
                kind.Source,
                heldBy = Keys(kind.Holders),
                items = kind.Items.OrderBy(item => item.Property, StringComparer.Ordinal)
                    .Select(item => new { item.Property, item.Category, item.Sensitivity, consent = item.Consent?.Key }),
            }),
            purposes = map.Purposes.OrderBy(purpose => purpose.Key, StringComparer.Ordinal).Select(purpose => new
            {
                purpose.Key,
                purpose.Basis,
                purpose.Law,
                purpose.Basic,
                purpose.PerRecord,
                purpose.OnlyUses,
                purpose.OpensRestricted,
                termDays = purpose.Term?.TotalDays,
                retention = purpose.Retention == Retention.None ? (Retention?)null : purpose.Retention,
                holds = map.HeldBy(purpose).Select(kind => kind.Name).Order(StringComparer.Ordinal),
            }),
            handlings = map.Handlings.OrderBy(handling => handling.Entity.Name, StringComparer.Ordinal).Select(handling => new
            {
                entity = handling.Entity.Name,
                purpose = handling.Purpose.Key,
                handling.Term,
                handling.Since,
                columns = handling.Columns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            }),
        },
        Json);

    private static IEnumerable<string> Keys(IEnumerable<Purpose> purposes) => purposes.Select(purpose => purpose.Key).Order(StringComparer.Ordinal);
}
