using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.IdentityNumbers;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

public sealed class VerificationsTests
{
    [Theory]
    [BothProviders]
    public async Task An_opened_case_is_masked_and_leaves_one_row_a_day(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);

        var opened = await house.Get<Verifications>().OpenAsync(waiting.Reference, WaitingCase.ActOf(house));
        await house.Get<Verifications>().OpenAsync(waiting.Reference, WaitingCase.ActOf(house));
        await house.Get<Verifications>().OpenAsync(waiting.Reference, WaitingCase.ActOf(house, WaitingCase.OtherVerifier));

        Assert.Equal(new MaskedFacts("Q***", "***", IdentityType.ResidentId, "***002X", NumberCheck.Fits, CountryDiffers: false, Duplicate: false), opened!.Facts);
        Assert.True(opened.HasScan);
        var model = JsonSerializer.Serialize(opened);
        Assert.DoesNotContain("Zylphia", model, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(WaitingCase.Number[..^4], model, StringComparison.Ordinal);
        var lines = await house.Get<AccessLedger>().OfAsync(waiting.Person);
        Assert.Equal([RevealReason.CaseOpened, RevealReason.CaseOpened], lines.Select(line => line.Reason));
    }

    [Theory]
    [InlineData("张伟", "张***")]
    [InlineData("𠮷田", "𠮷***")]
    public void A_name_keeps_its_first_character(string name, string masked) => Assert.Equal(masked, MaskedFacts.MaskName(name));

    [Theory]
    [InlineData("E12345678", "***5678")]
    [InlineData("A12345", "***45")]
    [InlineData("1234", "***")]
    public void A_number_keeps_its_end(string number, string masked) => Assert.Equal(masked, MaskedFacts.MaskNumber(number));

    [Theory]
    [BothProviders]
    public async Task Another_person_with_the_same_number_is_a_flag(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);
        await WaitingCase.BeginAsync(house, number: "11010519491231002x ");

        var opened = await house.Get<Verifications>().OpenAsync(waiting.Reference, WaitingCase.ActOf(house));

        Assert.True(opened!.Facts!.Duplicate);
    }

    [Theory]
    [BothProviders]
    public async Task A_reveal_shows_one_thing_and_leaves_a_row_with_its_reason(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);
        var cases = house.Get<Verifications>();

        var name = await cases.RevealAsync(waiting.Reference, Revealable.Name, RevealReason.CompareWithScan, WaitingCase.ActOf(house));
        var document = await cases.RevealAsync(waiting.Reference, Revealable.Document, RevealReason.SuspectedDuplicate, WaitingCase.ActOf(house));
        var scan = await cases.ScanAsync(waiting.Reference, WaitingCase.ActOf(house));

        Assert.Equal(new Revelation(WaitingCase.Name), name);
        Assert.Equal(new Revelation(WaitingCase.Number, "CN"), document);
        Assert.Equal(WaitingCase.Picture, scan);
        var lines = await house.Get<AccessLedger>().OfAsync(waiting.Person);
        Assert.Equal([("identity", RevealReason.CompareWithScan), ("identity-document", RevealReason.SuspectedDuplicate), ("identity-scan", RevealReason.CompareWithScan)],
            lines.Select(line => (line.Kind, line.Reason)).Order());
    }

    [Theory]
    [InlineData(Revealable.Name)]
    [InlineData(Revealable.Document)]
    [InlineData(null)]
    [Promise("P-8.1-02")]
    public async Task Where_the_row_cannot_be_written_nothing_is_shown(Revealable? what)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        await house.Store.UpdateAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER full BEFORE INSERT ON \"AccessEntries\" BEGIN SELECT RAISE(ABORT, 'full'); END;"));

        var cases = house.Get<Verifications>();

        await Assert.ThrowsAsync<DbUpdateException>(() => what is { } one
            ? cases.RevealAsync(waiting.Reference, one, RevealReason.CompareWithScan, WaitingCase.ActOf(house))
            : (Task)cases.ScanAsync(waiting.Reference, WaitingCase.ActOf(house)));
        await Assert.ThrowsAsync<DbUpdateException>(() => cases.OpenAsync(waiting.Reference, WaitingCase.ActOf(house)));
    }

    [Theory]
    [BothProviders]
    [Promise("P-1.1.1-07")]
    public async Task After_the_decision_nothing_can_be_revealed_any_more(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var waiting = await WaitingCase.BeginAsync(house);
        await house.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(house), WaitingCase.ActOf(house));
        var cases = house.Get<Verifications>();

        var opened = await cases.OpenAsync(waiting.Reference, WaitingCase.ActOf(house));

        Assert.Null(opened!.Facts);
        Assert.False(opened.HasScan);
        Assert.Equal([CaseEventKind.Accepted], opened.History.Select(one => one.Kind));
        Assert.Null(await cases.ScanAsync(waiting.Reference, WaitingCase.ActOf(house)));
        Assert.Null(await cases.RevealAsync(waiting.Reference, Revealable.Name, RevealReason.PersonAsked, WaitingCase.ActOf(house)));
    }

    [Fact]
    public async Task Another_reference_is_not_found()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await WaitingCase.BeginAsync(house);
        var cases = house.Get<Verifications>();

        Assert.Null(await cases.OpenAsync("REG-0000-0000", WaitingCase.ActOf(house)));
        Assert.Null(await cases.StandingAsync("REG-0000-0000", WaitingCase.ActOf(house)));
        Assert.Null(await cases.ScanAsync("REG-0000-0000", WaitingCase.ActOf(house)));
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Theory]
    [InlineData(Role.None)]
    [InlineData(Role.Supplier)]
    [InlineData(Role.Staff & ~Role.Verifier)]
    public async Task Whoever_is_no_verifier_is_refused_by_the_service(Role roles)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var waiting = await WaitingCase.BeginAsync(house);
        var (cases, decisions, stamp, act) = (house.Get<Verifications>(), house.Get<Decisions>(), await waiting.StampAsync(house), house.ActOf(Guid.NewGuid(), roles));

        Func<Task>[] attempts =
        [
            () => cases.OpenAsync(waiting.Reference, act),
            () => cases.StandingAsync(waiting.Reference, act),
            () => cases.RevealAsync(waiting.Reference, Revealable.Name, RevealReason.PersonAsked, act),
            () => cases.ScanAsync(waiting.Reference, act),
            () => decisions.ClaimAsync(waiting.Reference, stamp, act),
            () => decisions.AcceptAsync(waiting.Reference, stamp, act),
            () => decisions.AskCorrectionAsync(waiting.Reference, stamp, [], "", act),
            () => decisions.RefuseAsync(waiting.Reference, stamp, null, "", act),
        ];

        foreach (var attempt in attempts)
        {
            await Assert.ThrowsAsync<NotAllowedException>(attempt);
        }

        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        Assert.Equal(RegistrationState.IdentityCheck, (await waiting.RegistrationAsync(house)).State);
    }

    /// <summary>Whoever opens a record after this finds it erased.</summary>
    private static async Task LoseKeysAsync(House house)
    {
        await using var keys = house.Get<PersonalData.Keys.KeyStore>().Read();
        await keys.Keys.ExecuteDeleteAsync();
    }
}
