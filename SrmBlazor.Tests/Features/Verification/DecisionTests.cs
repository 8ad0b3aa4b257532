using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

public sealed class DecisionTests
{
    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-08")]
    public async Task Accepting_destroys_the_scan_before_it_answers(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);
        Assert.IsType<Opening<IdentityScan>.Opened>(await waiting.ScanAsync(house));

        var result = await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));

        var done = Assert.IsType<DecisionResult.Done>(result);
        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(house));
        await using var keys = house.Get<KeyStore>().Read();
        Assert.Equal(done.Erasure, (await keys.Tombstones.SingleAsync()).ErasureId);
        await using var db = house.Store.Read();
        var row = await db.Set<SealedRow>().SingleAsync(row => row.Kind == "identity-scan");
        Assert.Null(row.Ciphertext);
        Assert.False(await keys.Keys.AnyAsync(key => key.RecordId == row.Id));
        Assert.NotNull((await db.Set<Erasure>().SingleAsync()).DoneOn);
    }

    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-04", "P-1.1.1-06")]
    public async Task Accepting_leaves_event_letter_audit_entry_and_the_purposes_that_follow(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house, "zh-CN");

        var result = await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));

        var accepted = Assert.Single(await waiting.EventsAsync(house));
        Assert.Equal((CaseEventKind.Accepted, WaitingCase.Verifier, ((DecisionResult.Done)result).Erasure), (accepted.Kind, accepted.By, accepted.ErasureId));
        Assert.Equal(RegistrationState.Verified, (await waiting.RegistrationAsync(house)).State);
        Assert.Equal(["IdentityAccepted"], await waiting.LettersAsync(house));
        await using var db = house.Store.Read();
        var ledger = await db.LedgerAsync(waiting.Person);
        Assert.False(ledger.IsLive(For.IdentityCheck, null, house.Clock.Now()));
        Assert.True(ledger.IsLive(For.OrdersSettlement, null, house.Clock.Now()));
        Assert.True(ledger.IsLive(For.Screening, null, house.Clock.Now()));
        Assert.True(await db.Set<AuditEntry>().AnyAsync(entry => entry.Action == "verification.accepted" && entry.Detail == waiting.Reference));
        Assert.IsType<Opening<Identity>.Opened>(await house.Vault.OpenAsync<Identity>(waiting.Person, For.OrdersSettlement));
    }

    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-04", "P-1.1.1-08")]
    public async Task Refusing_keeps_the_reason_sealed_and_ends_check_and_screening(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);

        var result = await house.Get<Decisions>().RefuseAsync(waiting.Reference, await waiting.StampAsync(house), RefusalGround.DocumentNotValid, " It ran out in May. ", WaitingCase.ActOf(house));

        Assert.NotNull(Assert.IsType<DecisionResult.Done>(result).Erasure);
        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(house));
        var refused = Assert.Single(await waiting.EventsAsync(house));
        Assert.Equal(RefusalGround.DocumentNotValid, refused.Ground);
        Assert.Equal("It ran out in May.", await house.Get<CaseHistory>().MessageOfAsync(refused));
        Assert.Equal(["IdentityRefused"], await waiting.LettersAsync(house));
        await using var db = house.Store.Read();
        var ledger = await db.LedgerAsync(waiting.Person);
        Assert.False(ledger.IsLive(For.Screening, null, house.Clock.Now()));
        Assert.True(ledger.IsLive(For.Account, null, house.Clock.Now()));
    }

    [Theory]
    [BothProviders]
    public async Task Asking_for_a_new_scan_destroys_the_old_one(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);

        var result = await house.Get<Decisions>().AskCorrectionAsync(waiting.Reference, await waiting.StampAsync(house), [CaseItem.Scan, CaseItem.IdNumber], "Too dark.", WaitingCase.ActOf(house));

        Assert.NotNull(Assert.IsType<DecisionResult.Done>(result).Erasure);
        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(house));
        var asked = Assert.Single(await waiting.EventsAsync(house));
        Assert.Equal([CaseItem.IdNumber, CaseItem.Scan], asked.Items);
        Assert.Equal("Too dark.", await house.Get<CaseHistory>().MessageOfAsync(asked));
        Assert.Equal(["CorrectionAsked"], await waiting.LettersAsync(house));
    }

    [Theory]
    [BothProviders]
    public async Task Asking_for_a_better_name_leaves_the_scan_where_it_is(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);

        var result = await house.Get<Decisions>().AskCorrectionAsync(waiting.Reference, await waiting.StampAsync(house), [CaseItem.FullName], "As in the passport, please.", WaitingCase.ActOf(house));

        Assert.Null(Assert.IsType<DecisionResult.Done>(result).Erasure);
        Assert.IsType<Opening<IdentityScan>.Opened>(await waiting.ScanAsync(house));
        Assert.Equal(RegistrationState.CorrectionAsked, (await waiting.RegistrationAsync(house)).State);
        Assert.Equal([CaseItem.FullName], await house.Get<CaseHistory>().OutstandingAsync(waiting.Person));
    }

    [Fact]
    public async Task What_a_decision_lacks_is_named_and_nothing_is_kept()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        var (decisions, stamp, act) = (house.Get<Decisions>(), await waiting.StampAsync(house), WaitingCase.ActOf(house));

        var results = new[]
        {
            await decisions.AskCorrectionAsync(waiting.Reference, stamp, [], "text", act),
            await decisions.AskCorrectionAsync(waiting.Reference, stamp, [CaseItem.Scan], " \n", act),
            await decisions.RefuseAsync(waiting.Reference, stamp, null, "text", act),
            await decisions.RefuseAsync(waiting.Reference, stamp, RefusalGround.NotEligible, new string('x', CaseMessage.Longest + 1), act),
        };

        Assert.Equal([DecisionFault.NoItems, DecisionFault.NoText, DecisionFault.NoGround, DecisionFault.TextTooLong],
            results.Select(result => Assert.IsType<DecisionResult.Invalid>(result).Fault));
        Assert.Empty(await waiting.EventsAsync(house));
        Assert.Equal(stamp, await waiting.StampAsync(house));
    }

    [Fact]
    public async Task An_unknown_reference_is_not_found()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await WaitingCase.BeginAsync(house);

        Assert.IsType<DecisionResult.NotFound>(await house.Get<Decisions>().AcceptAsync("REG-0000-0000", Guid.NewGuid(), WaitingCase.ActOf(house)));
        Assert.IsType<DecisionResult.NotFound>(await house.Get<Decisions>().ClaimAsync("REG-0000-0000", Guid.NewGuid(), WaitingCase.ActOf(house)));
    }

    [Theory]
    [BothProviders]
    public async Task Of_many_verifiers_one_wins_and_the_others_are_told_what_happened(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        for (var round = 0; round < 20; round++)
        {
            var waiting = await WaitingCase.BeginAsync(house);
            var stamp = await waiting.StampAsync(house);
            var decisions = house.Get<Decisions>();

            var results = await Task.WhenAll(
                Task.Run(() => decisions.AcceptAsync(waiting.Reference, stamp, WaitingCase.ActOf(house))),
                Task.Run(() => decisions.RefuseAsync(waiting.Reference, stamp, RefusalGround.DetailsDisagree, "No.", WaitingCase.ActOf(house, WaitingCase.OtherVerifier))),
                Task.Run(() => decisions.AskCorrectionAsync(waiting.Reference, stamp, [CaseItem.Scan], "Again.", WaitingCase.ActOf(house, Guid.NewGuid()))));

            Assert.Single(results.OfType<DecisionResult.Done>());
            var won = Assert.Single(await waiting.EventsAsync(house));
            var losers = results.OfType<DecisionResult.ChangedMeanwhile>().ToList();
            Assert.Equal(2, losers.Count);
            Assert.All(losers, lost => Assert.Equal((won.Kind, Hands.Colleague), (lost.Now.Last, lost.Now.LastBy)));
            Assert.Single(await waiting.LettersAsync(house));
        }
    }

    [Fact]
    public async Task A_case_taken_over_by_a_colleague_is_not_decided_with_the_old_stamp()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        var seen = await waiting.StampAsync(house);
        var claimed = await house.Get<Decisions>().ClaimAsync(waiting.Reference, seen, WaitingCase.ActOf(house, WaitingCase.OtherVerifier));

        var late = await house.Get<Decisions>().AcceptAsync(waiting.Reference, seen, WaitingCase.ActOf(house));

        Assert.Equal(Hands.Colleague, Assert.IsType<DecisionResult.ChangedMeanwhile>(late).Now.Holder);
        Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AcceptAsync(waiting.Reference, ((DecisionResult.Done)claimed).Stamp, WaitingCase.ActOf(house, WaitingCase.OtherVerifier)));
    }

    public static TheoryData<DatabaseProvider, string> Deaths()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var provider in PostgresServer.Skipped ? [DatabaseProvider.Sqlite] : Enum.GetValues<DatabaseProvider>())
        {
            foreach (var step in (string[])["seal.after-key", "decide.before-commit", "decide.after-commit", "erase.before-keys", "erase.after-keys", "erase.before-blank", "erase.after-blank"])
            {
                data.Add(provider, step);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_decision_cut_short_is_finished_once_or_was_never_made(DatabaseProvider provider, string step)
    {
        using var stores = await Stores.CreateAsync(provider);
        WaitingCase waiting;
        Guid stamp;
        await using (var house = await House.OpenAsync(stores))
        {
            waiting = await WaitingCase.BeginAsync(house);
            stamp = await waiting.StampAsync(house);
            house.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => house.Get<Decisions>().AcceptAsync(waiting.Reference, stamp, WaitingCase.ActOf(house)));
        }

        await using var again = await House.OpenAsync(stores);
        var repeated = await again.Get<Decisions>().AcceptAsync(waiting.Reference, stamp, WaitingCase.ActOf(again));

        var kept = step is not ("seal.after-key" or "decide.before-commit");
        Assert.IsType(kept ? typeof(DecisionResult.ChangedMeanwhile) : typeof(DecisionResult.Done), repeated);
        Assert.IsType<Opening<IdentityScan>.Erased>(await waiting.ScanAsync(again));
        Assert.Single(await waiting.EventsAsync(again));
        Assert.Single(await waiting.LettersAsync(again));
        await using var db = again.Store.Read();
        Assert.NotNull((await db.Set<Erasure>().SingleAsync()).DoneOn);
    }

    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-08", "P-5.3-14")]
    public async Task No_byte_of_the_scan_is_left_in_any_file(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var waiting = await WaitingCase.BeginAsync(house);

        await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));

        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "canary-of-the-scan-", "Zylphia", WaitingCase.Number, WaitingCase.Mailbox));
    }
}
