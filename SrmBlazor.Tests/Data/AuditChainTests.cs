using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Data;

public sealed class AuditChainTests
{
    public static TheoryData<string, string> Forgeries => new()
    {
        { "another action", """UPDATE "AuditEntries" SET "Action" = 'test.other' WHERE "Number" = 3""" },
        { "another actor", """UPDATE "AuditEntries" SET "Actor" = 'system' WHERE "Number" = 3""" },
        { "another subject", """UPDATE "AuditEntries" SET "Subject" = 'system' WHERE "Number" = 3""" },
        { "another detail", """UPDATE "AuditEntries" SET "Detail" = 'v2' WHERE "Number" = 3""" },
        { "another instant", """UPDATE "AuditEntries" SET "On" = (SELECT "On" FROM "AuditEntries" WHERE "Number" = 4) WHERE "Number" = 3""" },
        { "removed", """DELETE FROM "AuditEntries" WHERE "Number" = 3""" },
        { "the first removed", """DELETE FROM "AuditEntries" WHERE "Number" = 1""" },
        { "removed and closed up", """DELETE FROM "AuditEntries" WHERE "Number" = 3; UPDATE "AuditEntries" SET "Number" = "Number" - 1 WHERE "Number" = 4; UPDATE "AuditEntries" SET "Number" = "Number" - 1 WHERE "Number" = 5""" },
        { "reordered", """UPDATE "AuditEntries" SET "Number" = 99 WHERE "Number" = 3; UPDATE "AuditEntries" SET "Number" = 3 WHERE "Number" = 4; UPDATE "AuditEntries" SET "Number" = 4 WHERE "Number" = 99""" },
        { "added", """INSERT INTO "AuditEntries" SELECT 6, "On", "Actor", "Action", "Subject", "Detail", "Hash", "Hash" FROM (SELECT "On", "Actor", "Action", "Subject", "Detail", "Hash" FROM "AuditEntries" WHERE "Number" = 5) AS last""" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_entry_is_found(string forgery, string sql)
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        await WriteAsync(heart, 5);
        await using var db = heart.Store.Read();
        await TamperAsync(heart, """DROP TRIGGER "AuditEntries_stay"; DROP TRIGGER "AuditEntries_frozen";""");
        await TamperAsync(heart, sql);

        var (_, broken) = await AuditChain.VerifyAsync(db, heart.Get<RootSecret>());

        Assert.True(broken is not null, forgery);
    }

    [Theory, BothProviders]
    public async Task The_chain_verifies_after_a_thousand_entries_of_many_writers_and_after_all_persons_are_forgotten(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        await heart.Get<AccessLedger>().RevealAsync<Card>(person, Guid.NewGuid(), Why.Account, RevealReason.PersonAsked, new Act(Guid.NewGuid(), Role.Verifier, heart.Clock.Now()));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => WriteAsync(heart, 20))));
        await heart.EndAsync(person, Why.Account);
        await heart.SqlAsync($"""UPDATE "AccessEntries" SET "PersonId" = NULL""");
        await heart.SqlAsync($"""UPDATE "PurposeEvents" SET "PersonId" = NULL""");

        await using var db = heart.Store.Read();
        var (entries, broken) = await AuditChain.VerifyAsync(db, heart.Get<RootSecret>());

        Assert.Null(broken);
        Assert.Equal(203, entries); // one reveal, an erasure intended and done
    }

    [Fact]
    public async Task An_act_of_a_finer_clock_does_not_break_the_chain()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        await using (var work = await heart.Store.WriteAsync())
        {
            work.Record(new Act(Guid.NewGuid(), Role.None, House.Start.UtcDateTime.AddTicks(7)), "test.done", Guid.NewGuid());
            await work.CommitAsync();
        }

        await using var db = heart.Store.Read();
        Assert.Equal(House.Start.UtcDateTime, db.Set<AuditEntry>().Single().On);
        Assert.Null((await AuditChain.VerifyAsync(db, heart.Get<RootSecret>())).Broken);
    }

    private static async Task WriteAsync(Heart heart, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            await using var work = await heart.Store.WriteAsync();
            work.Record(new Act(Guid.NewGuid(), Role.Verifier, heart.Clock.Now()), "test.done", Guid.NewGuid(), "v1");
            await work.CommitAsync();
            heart.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task TamperAsync(Heart heart, string sql)
    {
        await using var db = heart.Store.Read();
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql);
    }
}
