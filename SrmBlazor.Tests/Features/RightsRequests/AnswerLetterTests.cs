using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>The answer on paper.</summary>
public sealed class AnswerLetterTests
{
    [Theory, BothProviders]
    [Promise("P-5.7-02")]
    public async Task The_person_prints_a_refusal_with_ground_words_route_and_the_time_to_appeal(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house, region: "DE");
        var open = await applicant.SubmitAsync();
        Assert.Null(await house.Get<AnswerLetters>().OfMineAsync(open, applicant.Act));

        var reference = await applicant.RefusedAsync(RequestKind.Explain);

        var letter = (await house.Get<AnswerLetters>().OfMineAsync(reference, applicant.Act))!;
        Assert.Equal((RequestOutcome.Refused, DenialGround.NotCovered, "It is not covered.", "EU"), (letter.Outcome, letter.Ground!.Value, letter.Text, letter.Route));
        Assert.Equal(RequestClock.Today(house.Clock.Now().AddDays(60)), letter.AppealUntil);
        Assert.Empty(letter.To);
        Assert.Null(await house.Get<AnswerLetters>().OfMineAsync(reference, house.ActOf(Guid.NewGuid(), Role.Supplier)));
        house.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Null((await house.Get<AnswerLetters>().OfMineAsync(reference, applicant.Act))!.AppealUntil);
    }

    [Theory, BothProviders]
    [Promise("P-5.7-02")]
    public async Task Who_asked_by_post_gets_a_letter_with_their_address_and_each_look_at_it_is_in_the_ledger_first(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (reference, person) = await PostedAsync(house);

        var letter = (await house.Get<AnswerLetters>().OfCaseAsync(reference, house.ActOf(Applicant.Second, Role.PrivacyOfficer)))!;

        Assert.Equal(["Ingrid Halvorsen", "12 Harbour Street", "0150 Oslo"], letter.To);
        Assert.Equal("Nothing is held of it.", letter.Text);
        var looks = await house.Get<AccessLedger>().OfAsync(person);
        Assert.Contains(looks, look => look is { Kind: "request-contact", Reason: RevealReason.PersonAsked });
        Assert.Contains(looks, look => look is { Kind: "", Reason: RevealReason.CaseOpened });
    }

    [Fact]
    public async Task No_line_in_the_ledger_no_address_on_the_letter()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (reference, _) = await PostedAsync(house);
        await house.Store.UpdateAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER broken BEFORE INSERT ON \"AccessEntries\" WHEN NEW.\"Kind\" = 'request-contact' BEGIN SELECT RAISE(ABORT, 'full'); END"));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => house.Get<AnswerLetters>().OfCaseAsync(reference, house.ActOf(Applicant.Second, Role.PrivacyOfficer)));
    }

    [Fact]
    public async Task Staff_see_no_address_of_who_reads_the_answer_in_an_account_and_no_words_once_it_is_closed()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();

        var letter = (await house.Get<AnswerLetters>().OfCaseAsync(reference, applicant.ActOf(Applicant.Officer)))!;
        house.Clock.Advance(TimeSpan.FromDays(61));
        await house.Get<RequestRound>().RunAsync();
        var closed = (await house.Get<AnswerLetters>().OfCaseAsync(reference, applicant.ActOf(Applicant.Officer)))!;

        Assert.Equal(("It is not covered.", 0), (letter.Text, letter.To.Count));
        Assert.Null(closed.Text);
        Assert.NotNull((await house.Get<AnswerLetters>().OfMineAsync(reference, applicant.Act))!.Text);
    }

    private static async Task<(string Reference, Guid Person)> PostedAsync(House house)
    {
        Act ActOf(Guid officer) => house.ActOf(officer, Role.PrivacyOfficer);
        var form = new EntryForm(RequestKind.Other, RequestChannel.Letter, new DateOnly(2026, 3, 1), "", "Ingrid Halvorsen", "", "12 Harbour Street\n0150 Oslo", "en", "NO", "What do you hold of me?", "");
        var reference = Applicant.Done(await house.Get<RequestEntry>().RegisterAsync(form, ActOf(Applicant.Officer))).Reference;
        async Task<Guid> StampAsync() => (await RequestAsync(house, reference)).Stamp;
        var (desk, decisions) = (house.Get<RequestDesk>(), house.Get<RequestDecisions>());
        Applicant.Done(await desk.ProveAsync(reference, await StampAsync(), ActOf(Applicant.Officer)));
        Applicant.Done(await desk.ClaimAsync(reference, await StampAsync(), ActOf(Applicant.Officer)));
        Applicant.Done(await decisions.ProposeAsync(reference, await StampAsync(), RequestOutcome.NoDataHeld, DenialGround.NoDataHeld, "Nothing is held of it.", ActOf(Applicant.Officer)));
        Applicant.Done(await decisions.ApproveAsync(reference, await StampAsync(), ActOf(Applicant.Second)));
        return (reference, (await RequestAsync(house, reference)).PersonId!.Value);
    }

    private static async Task<RightsRequest> RequestAsync(House house, string reference)
    {
        await using var db = house.Store.Read();
        return (await RequestBook.FindAsync(db, reference, one => true))!;
    }
}
