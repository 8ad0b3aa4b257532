using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>All rows that the main store keeps of a person, as text: what changed in it was changed for them, and its ids and instants are theirs.</summary>
internal sealed partial class Dossiers : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<(string Table, string Column)> tables;

    public Dossiers(Store store)
    {
        using var db = store.Read();
        tables = [.. db.Model.GetEntityTypes().Select(entity => (entity.GetTableName()!, PersonOf(entity.ClrType, entity.FindProperty("PersonId")?.GetColumnName()))).Where(one => one.Item2.Length > 0)];
        connection = new SqliteConnection(db.Database.GetConnectionString());
        connection.Open();
    }

    /// <summary>Another number after each commit of anybody else: where it stands still, nothing was changed for nobody.</summary>
    public long Commits => Convert.ToInt64(Command("PRAGMA data_version").ExecuteScalar(), CultureInfo.InvariantCulture);

    public string Of(Guid person)
    {
        var text = new StringBuilder();
        foreach (var (table, column) in tables)
        {
            using var rows = Command($"SELECT * FROM \"{table}\" WHERE \"{column}\" = '{person.ToString().ToUpperInvariant()}' ORDER BY 1").ExecuteReader();
            while (rows.Read())
            {
                text.Append(table).AppendJoin('|', Enumerable.Range(0, rows.FieldCount).Select(column => TextOf(rows, column))).Append('\n');
                if (table == "RightsRequests")
                {
                    text.AppendLine(RightsRequest.ReferenceOf(rows.GetInt64(rows.GetOrdinal(nameof(RightsRequest.Number)))));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>The ids, references and instants in a text.</summary>
    public static IEnumerable<string> MarksIn(string text) => Mark().Matches(text).Select(match => match.Value.ToLowerInvariant().Replace(' ', 't')).Distinct(StringComparer.Ordinal);

    public void Dispose() => connection.Dispose();

    private static string PersonOf(Type entity, string? column) => entity == typeof(Account) || entity == typeof(Person) ? "Id" : column ?? "";

    private static string TextOf(DbDataReader rows, int column) =>
        rows[column] is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : Convert.ToString(rows[column], CultureInfo.InvariantCulture) ?? "";

    private SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of our own tables and ids of our own people
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|REG-\w{4}-\w{4}|REQ-\d{5,}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
