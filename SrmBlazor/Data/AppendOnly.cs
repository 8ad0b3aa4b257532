using Microsoft.EntityFrameworkCore;

namespace SrmBlazor.Data;

/// <summary>
/// Tables whose rows are never changed or removed, enforced by the database itself. Where a row has a person id, it may be set to null:
/// that is how a term ends without breaking the record of what was done.
/// </summary>
public static class AppendOnly
{
    private static readonly string[] Tables = ["AuditEntries", "PurposeEvents", "PurposeRevisions", "AccessEntries", "NoticeTexts", "NoticesServed", "ConsentEvents", "Disclosures", "RequestEvents", "RequestDecisions", "CaseEntries", "CalendarImports", "RequestEndings", "TransparencyReports", "RequestWarnings", "ScreeningListVersions", "ScreeningListFiles", "ScreeningBases", "ScreeningEvents", "RescreeningSteps"];

    private const string Refusal = "CREATE OR REPLACE FUNCTION srm_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;";

    /// <summary>Tables whose rows are frozen from a state on, with the condition that an old row meets from then on.</summary>
    private static readonly (string Table, string When)[] FrozenOnce = [("PolicyVersions", "OLD.\"State\" = 'Published'"), ("PolicyTexts", "OLD.\"Hash\" <> ''")];

    public static async Task EnforceAsync(SrmDbContext db)
    {
        foreach (var statement in FrozenOnce.SelectMany(frozen => db.Database.IsSqlite() ? SqliteOnce(frozen.Table, frozen.When) : PostgresOnce(frozen.Table, frozen.When)))
        {
#pragma warning disable EF1002 // table and column names of our own model
            await db.Database.ExecuteSqlRawAsync(statement);
#pragma warning restore EF1002
        }

        foreach (var table in Tables)
        {
            var columns = db.Model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties().Select(property => property.GetColumnName()).ToList();
            var frozen = string.Join(", ", columns.Where(column => column != "PersonId").Select(column => $"\"{column}\""));
            var forgets = columns.Contains("PersonId");
            foreach (var statement in db.Database.IsSqlite() ? Sqlite(table, frozen, forgets) : Postgres(table, frozen, forgets))
            {
#pragma warning disable EF1002 // table and column names of our own model
                await db.Database.ExecuteSqlRawAsync(statement);
#pragma warning restore EF1002
            }
        }
    }

    private static IEnumerable<string> Sqlite(string table, string frozen, bool forgets)
    {
        yield return $"CREATE TRIGGER IF NOT EXISTS \"{table}_stay\" BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'append-only'); END;";
        yield return $"CREATE TRIGGER IF NOT EXISTS \"{table}_frozen\" BEFORE UPDATE OF {frozen} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'append-only'); END;";
        if (forgets)
        {
            yield return $"CREATE TRIGGER IF NOT EXISTS \"{table}_forget\" BEFORE UPDATE OF \"PersonId\" ON \"{table}\" WHEN NEW.\"PersonId\" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'append-only'); END;";
        }
    }

    private static IEnumerable<string> SqliteOnce(string table, string when)
    {
        foreach (var act in (string[])["DELETE", "UPDATE"])
        {
            yield return $"CREATE TRIGGER IF NOT EXISTS \"{table}_{act}\" BEFORE {act} ON \"{table}\" WHEN {when} BEGIN SELECT RAISE(ABORT, 'append-only'); END;";
        }
    }

    private static IEnumerable<string> PostgresOnce(string table, string when)
    {
        yield return Refusal;
        yield return $"CREATE OR REPLACE TRIGGER \"{table}_once\" BEFORE DELETE OR UPDATE ON \"{table}\" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION srm_append_only();";
        yield return $"CREATE OR REPLACE TRIGGER \"{table}_whole\" BEFORE TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION srm_append_only();";
    }

    private static IEnumerable<string> Postgres(string table, string frozen, bool forgets)
    {
        yield return Refusal;
        yield return $"CREATE OR REPLACE TRIGGER \"{table}_stay\" BEFORE DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION srm_append_only();";
        yield return $"CREATE OR REPLACE TRIGGER \"{table}_whole\" BEFORE TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION srm_append_only();";
        yield return $"CREATE OR REPLACE TRIGGER \"{table}_frozen\" BEFORE UPDATE OF {frozen} ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION srm_append_only();";
        if (forgets)
        {
            yield return $"CREATE OR REPLACE TRIGGER \"{table}_forget\" BEFORE UPDATE OF \"PersonId\" ON \"{table}\" FOR EACH ROW WHEN (NEW.\"PersonId\" IS NOT NULL) EXECUTE FUNCTION srm_append_only();";
        }
    }
}
