using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class AccessLedgerTests
{
    private static readonly Guid Verifier = Guid.NewGuid();
    private static readonly Guid Case = Guid.NewGuid();

    [Theory, BothProviders]
    public async Task A_reveal_leaves_a_line_that_the_person_can_read(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        // whoever holds many roles has them all written down
        var act = new Act(Verifier, Role.Staff & ~Role.Auditor, heart.Clock.Now());

        var opening = await heart.Get<AccessLedger>().RevealAsync<Card>(person, Case, Why.Account, RevealReason.PersonAsked, act);

        Assert.Equal("card", opening.OrNull?.Value);
        var line = Assert.Single(await heart.Get<AccessLedger>().OfAsync(person));
        Assert.Equal(new AccessLine(act.On, act.Roles, "card", RevealReason.PersonAsked), line);
    }

    [Fact]
    [Promise("P-8.1-02")]
    public async Task The_line_is_there_before_anything_is_opened()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account);
        var card = await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        await heart.SqlAsync($"""UPDATE "SealedRecords" SET "Version" = 7 WHERE "Id" = {card}""");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => RevealAsync(heart, person));

        Assert.Single(await heart.Get<AccessLedger>().OfAsync(person));
    }

    [Theory, BothProviders]
    [Promise("P-8.1-02")]
    public async Task Where_no_line_can_be_written_nothing_is_opened(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync(Why.Account);
        await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        await heart.SqlAsync($"""ALTER TABLE "AccessEntries" RENAME TO "Elsewhere" """);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => RevealAsync(heart, person));

        Assert.DoesNotContain("card", refused.Message, StringComparison.Ordinal);
        await using var db = heart.Store.Read();
        Assert.False(await db.Set<SrmBlazor.Data.Audit.AuditEntry>().AnyAsync(entry => entry.Action == "record.revealed"));
    }

    [Fact]
    public async Task Opening_a_case_leaves_one_line_a_person_a_colleague_and_a_day()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync();
        var ledger = heart.Get<AccessLedger>();
        Task OpenAsync(Guid who) => ledger.RecordCaseAsync(person, Case, new Act(who, Role.Verifier, heart.Clock.Now()));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(Verifier)));
        await OpenAsync(Guid.NewGuid());
        heart.Clock.Advance(TimeSpan.FromDays(1));
        await OpenAsync(Verifier);

        Assert.Equal(3, (await ledger.OfAsync(person)).Count);
    }

    private static Task<Opening<Card>> RevealAsync(Heart heart, Guid person) =>
        heart.Get<AccessLedger>().RevealAsync<Card>(person, Case, Why.Account, RevealReason.CompareWithScan, new Act(Verifier, Role.Verifier, heart.Clock.Now()));
}
