using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class AppendOnlyTests
{
    [Theory, BothProviders]
    public async Task The_database_refuses_to_change_or_remove_what_is_append_only(DatabaseProvider provider)
    {
        await using var heart = await LivedInAsync(provider);
        await using var db = heart.Store.Read();
        List<string> forbidden = [];
        foreach (var table in new[] { "AuditEntries", "PurposeEvents", "AccessEntries" })
        {
            var columns = db.Model.GetEntityTypes().Single(type => type.GetTableName() == table).GetProperties().Select(property => property.GetColumnName());
            forbidden.AddRange(columns.Where(column => column != "PersonId").Select(column => $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\""));
            forbidden.Add($"DELETE FROM \"{table}\"");
            forbidden.AddRange(provider == DatabaseProvider.PostgreSql ? [$"TRUNCATE \"{table}\""] : []);
        }

        forbidden.AddRange(((string[])["PurposeEvents", "AccessEntries"]).Select(table => $"UPDATE \"{table}\" SET \"PersonId\" = '{Guid.NewGuid()}'"));

        foreach (var statement in forbidden)
        {
            var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(statement));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory, BothProviders]
    [Promise("P-D-04")]
    public async Task A_row_may_forget_its_person_and_never_learn_another(DatabaseProvider provider)
    {
        await using var heart = await LivedInAsync(provider);

        Assert.Equal(1, await heart.SqlAsync($"""UPDATE "AccessEntries" SET "PersonId" = NULL"""));
        Assert.Equal(1, await heart.SqlAsync($"""UPDATE "PurposeEvents" SET "PersonId" = NULL"""));
        await Assert.ThrowsAnyAsync<DbException>(() => heart.SqlAsync($"""UPDATE "AccessEntries" SET "PersonId" = {Guid.NewGuid()}"""));
    }

    private static async Task<Heart> LivedInAsync(DatabaseProvider provider)
    {
        var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        await heart.Get<AccessLedger>().RevealAsync<Card>(person, Guid.NewGuid(), Why.Account, RevealReason.PersonAsked, new Act(Guid.NewGuid(), Role.Verifier, heart.Clock.Now()));
        return heart;
    }
}
