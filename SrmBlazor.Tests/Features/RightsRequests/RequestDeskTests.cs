using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class RequestDeskTests
{
    [Theory]
    [BothProviders]
    public async Task Opening_a_request_leaves_a_row_first(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var officer = applicant.ActOf(Applicant.Officer);

        var opened = await applicant.Desk.OpenAsync(reference, officer);

        Assert.Equal((reference, RequestKind.Other, Hands.Nobody), (opened!.Row.Reference, opened.Row.Kind, opened.Row.Holder));
        Assert.Equal(1, await WaitingCase.AccessRowsAsync(house));
        Assert.Equal(Applicant.Words, opened.Steps[0].Text);
        Assert.Equal(("Q••• Z•••", "z•••@qvarnstroem.test"), (opened.Person!.Name, opened.Person.Mailbox));
        Assert.Equal(WaitingCase.Name, await applicant.Desk.RevealAsync(reference, RevealReason.PersonAsked, officer));
        Assert.Equal(2, await WaitingCase.AccessRowsAsync(house));
    }

    [Fact]
    public async Task Where_the_row_cannot_be_written_nothing_is_shown()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        await house.Store.UpdateAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON \"AccessEntries\" BEGIN SELECT RAISE(ABORT, 'full'); END;"));

        await Assert.ThrowsAsync<DbUpdateException>(() => applicant.Desk.OpenAsync(reference, applicant.ActOf(Applicant.Officer)));
        await Assert.ThrowsAsync<DbUpdateException>(() => applicant.Desk.RevealAsync(reference, RevealReason.PersonAsked, applicant.ActOf(Applicant.Officer)));
    }

    [Fact]
    [Promise("P-5.7-08", "P-10-06")]
    public async Task A_refusal_takes_two_and_tells_ground_words_and_where_to_complain()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house, "DE");
        var reference = await applicant.InHandAsync();
        var (officer, second) = (applicant.ActOf(Applicant.Officer), applicant.ActOf(Applicant.Second));
        Assert.Equal(RequestFault.NoGround, Applicant.FaultOf(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, null, "No.", officer)));
        Assert.Equal(RequestFault.NoText, Applicant.FaultOf(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, DenialGround.OthersRights, " ", officer)));
        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, DenialGround.OthersRights, "A colleague would be named.", officer));

        var alone = await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), officer);
        var waiting = await applicant.Mine.OpenAsync(reference, applicant.Act);
        Applicant.Done(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), second));

        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(alone));
        Assert.DoesNotContain(waiting!.Steps, step => step.Text == "A colleague would be named.");
        var decision = Assert.Single((await applicant.RequestAsync(reference)).Decisions);
        Assert.Equal((RequestOutcome.Refused, DenialGround.OthersRights, "EU", "en"), (decision.Outcome, decision.Ground, decision.Route, decision.Language));
        Assert.Equal((Applicant.Officer, Applicant.Second), (decision.Proposer!.Value, decision.Reviewer!.Value));
        Assert.Equal("A colleague would be named.", (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps[^1].Text);
        Assert.Equal("RequestRefused", (await applicant.LettersAsync())[^1]);
        Assert.Contains("www.edpb.europa.eu", string.Concat((await applicant.LetterAsync()).Paragraphs), StringComparison.Ordinal);
    }

    [Fact]
    [Promise("P-5.7-08")]
    public async Task An_appeal_is_heard_by_somebody_who_decided_nothing_in_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();
        Applicant.Done(await applicant.Mine.AppealAsync(reference, "I do not agree.", applicant.Act));
        var third = applicant.ActOf(Guid.NewGuid());

        foreach (var decider in new[] { Applicant.Officer, Applicant.Second })
        {
            Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(decider))));
            Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Decisions.UpholdAsync(reference, await applicant.StampAsync(reference), "It stays.", applicant.ActOf(decider))));
            Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Decisions.OverturnAsync(reference, await applicant.StampAsync(reference), "You are right.", applicant.ActOf(decider))));
        }

        Applicant.Done(await applicant.Decisions.UpholdAsync(reference, await applicant.StampAsync(reference), "It stays.", third));

        var request = await applicant.RequestAsync(reference);
        Assert.Equal((RequestState.Closed, RequestOutcome.Upheld, "CN"), (request.State, request.LastDecision!.Outcome, request.LastDecision.Route));
        Assert.Equal("RequestAppealDecided", (await applicant.LettersAsync())[^1]);
    }

    [Fact]
    public async Task An_appeal_that_is_right_begins_the_work_anew_with_a_clock_of_its_own()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();
        house.Clock.Advance(TimeSpan.FromDays(30));
        Applicant.Done(await applicant.Mine.AppealAsync(reference, "I do not agree.", applicant.Act));

        Applicant.Done(await applicant.Decisions.OverturnAsync(reference, await applicant.StampAsync(reference), "You are right.", applicant.ActOf(Guid.NewGuid())));

        var request = await applicant.RequestAsync(reference);
        Assert.Equal((RequestState.InProgress, new DateOnly(2026, 4, 1)), (request.State, request.ClockFrom));
        Assert.True(request.DueOn > request.ClockFrom.AddDays(15));
    }

    [Fact]
    public async Task After_the_window_an_appeal_comes_too_late()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.RefusedAsync();
        house.Clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal(RequestFault.TooLate, Applicant.FaultOf(await applicant.Mine.AppealAsync(reference, "No.", applicant.Act)));
    }

    [Fact]
    [Promise("P-5.7-08")]
    public async Task A_complaint_about_a_decision_is_not_for_those_who_made_it()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var refused = await applicant.RefusedAsync();
        var complaint = Applicant.Done(await applicant.Mine.SubmitAsync(RequestKind.Complaint, "How you decided was unfair.", refused, cooling: false, applicant.Act)).Reference;

        var decider = await applicant.Desk.ClaimAsync(complaint, await applicant.StampAsync(complaint), applicant.ActOf(Applicant.Second));
        var somebody = await applicant.Desk.ClaimAsync(complaint, await applicant.StampAsync(complaint), applicant.ActOf(Guid.NewGuid()));

        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(decider));
        Applicant.Done(somebody);
        Assert.Equal(RequestFault.SomebodyElse, Applicant.FaultOf(await applicant.Decisions.AnswerAsync(complaint, await applicant.StampAsync(complaint), "It was fair.", applicant.ActOf(Applicant.Officer))));
    }

    [Fact]
    public async Task Of_two_who_take_the_same_request_one_is_told()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var stamp = await applicant.StampAsync(reference);

        Applicant.Done(await applicant.Desk.ClaimAsync(reference, stamp, applicant.ActOf(Applicant.Officer)));

        Assert.IsType<RequestResult.ChangedMeanwhile>(await applicant.Desk.ClaimAsync(reference, stamp, applicant.ActOf(Applicant.Second)));
    }

    [Fact]
    public async Task A_question_stops_the_clock_only_where_the_region_lets_it_and_the_answer_starts_it_again()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (chinese, californian) = (await Applicant.BeginAsync(house), await Applicant.BeginAsync(house, "US-CA", number: "110105194912310046"));
        foreach (var applicant in new[] { chinese, californian })
        {
            var reference = await applicant.InHandAsync();
            var due = (await applicant.RequestAsync(reference)).LimitOn;
            Applicant.Done(await applicant.Desk.AskClarificationAsync(reference, await applicant.StampAsync(reference), "Which pelican?", applicant.ActOf(Applicant.Officer)));

            var paused = await applicant.Desk.PauseAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Officer));
            house.Clock.Advance(TimeSpan.FromDays(7));
            Applicant.Done(await applicant.Mine.WriteAsync(reference, "The white one.", applicant.Act));

            var after = await applicant.RequestAsync(reference);
            Assert.Equal(RequestState.InProgress, after.State);
            if (applicant == chinese)
            {
                Applicant.Done(paused);
                Assert.NotNull(Assert.Single(after.Pauses).EndedOn);
                Assert.True(after.LimitOn > due);
            }
            else
            {
                Assert.Equal(RequestFault.NotLawful, Applicant.FaultOf(paused));
                Assert.Equal(due, after.LimitOn);
            }
        }
    }

    [Fact]
    [Promise("P-5-01", "P-10-05")]
    public async Task More_time_is_taken_once_where_law_knows_it_and_told_in_the_same_save()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (chinese, german) = (await Applicant.BeginAsync(house), await Applicant.BeginAsync(house, "DE", number: "110105194912310046"));
        var (one, other) = (await chinese.InHandAsync(), await german.InHandAsync());

        var refused = await chinese.Desk.ExtendAsync(one, await chinese.StampAsync(one), "Much to look at.", chinese.ActOf(Applicant.Officer));
        Applicant.Done(await german.Desk.ExtendAsync(other, await german.StampAsync(other), "Much to look at.", german.ActOf(Applicant.Officer)));

        Assert.Equal(RequestFault.NotLawful, Applicant.FaultOf(refused));
        // the promised fifteen working days stay what staff aim for
        Assert.Equal((new DateOnly(2026, 3, 23), new DateOnly(2026, 6, 2)), ((await german.RequestAsync(other)).DueOn, (await german.RequestAsync(other)).LimitOn));
        Assert.Equal("RequestExtended", (await german.LettersAsync())[^1]);
        Assert.Contains((await german.Mine.OpenAsync(other, german.Act))!.Steps, step => step is { Step: RequestStep.Extended, Text: "Much to look at." });
        Assert.Equal(RequestFault.NotLawful, Applicant.FaultOf(await german.Desk.ExtendAsync(other, await german.StampAsync(other), "More.", german.ActOf(Applicant.Officer))));
    }

    [Fact]
    [Promise("P-5.7-03")]
    public async Task Who_is_asked_for_a_proof_reads_why_and_the_proof_goes_with_the_decision()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (proofs, officer) = (house.Get<RequestProofs>(), applicant.ActOf(Applicant.Officer));
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await proofs.KeepAsync(reference, await Applicant.PictureAsync(320), applicant.Act, CancellationToken.None)));
        Assert.Equal(RequestFault.NoText, Applicant.FaultOf(await applicant.Desk.AskIdentityAsync(reference, await applicant.StampAsync(reference), "", authority: false, officer)));
        Applicant.Done(await applicant.Desk.AskIdentityAsync(reference, await applicant.StampAsync(reference), "The account was used from two places.", authority: false, officer));

        Applicant.Done(await proofs.KeepAsync(reference, await Applicant.PictureAsync(320), applicant.Act, CancellationToken.None));

        var proof = (await applicant.RequestAsync(reference)).Events[^1].RecordId!.Value;
        Assert.NotNull(await proofs.PictureAsync(reference, proof, officer));
        Applicant.Done(await applicant.Desk.ProveAsync(reference, await applicant.StampAsync(reference), officer));
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), officer));
        Applicant.Done(await applicant.Decisions.AnswerAsync(reference, await applicant.StampAsync(reference), "Here is the answer.", officer));
        Assert.Null(await proofs.PictureAsync(reference, proof, officer));
        await using var db = house.Store.Read();
        Assert.Null((await db.Set<SealedRow>().SingleAsync(row => row.Id == proof)).Ciphertext);
    }

    [Theory]
    [InlineData(RequestChannel.Letter)]
    [InlineData(RequestChannel.Email)]
    [InlineData(RequestChannel.Phone)]
    [Promise("P-5.7-01")]
    public async Task A_letter_a_mail_or_a_call_counts_from_the_day_it_came_and_who_asks_becomes_a_person_of_whom_only_this_is_kept(RequestChannel channel)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var (entry, officer) = (house.Get<RequestEntry>(), applicant.ActOf(Applicant.Officer));
        var form = new EntryForm(RequestKind.Access, channel, new DateOnly(2026, 2, 25), "", "Anna Schmidt", "anna@somewhere.test", "", "en", "DE", "What do you hold about me?", "");

        var reference = Applicant.Done(await entry.RegisterAsync(form, officer)).Reference;

        var request = await applicant.RequestAsync(reference);
        Assert.Equal((RequestState.Submitted, channel, new DateOnly(2026, 2, 25), "DE"), (request.State, request.Channel, request.ReceivedOn, request.Region));
        Assert.Equal(new DateOnly(2026, 3, 25), request.LimitOn);
        Assert.NotEqual(applicant.Person, request.PersonId);
        Assert.Equal("A••• S•••", (await applicant.Desk.OpenAsync(reference, officer))!.Person!.Name);
        Assert.Equal(RequestFault.NotArrived, Applicant.FaultOf(await entry.RegisterAsync(form with { ArrivedOn = new DateOnly(2026, 3, 9) }, officer)));
        Assert.Equal(RequestFault.NoContact, Applicant.FaultOf(await entry.RegisterAsync(form with { Mailbox = "" }, officer)));
        await using var db = house.Store.Read();
        Assert.Equal(["outgoing-mail", "request-contact", "request-message"], await db.Set<SealedRow>().Where(row => row.PersonId == request.PersonId).Select(row => row.Kind).Order().ToListAsync());
    }

    [Fact]
    public async Task The_file_of_a_screening_is_not_set_aside_because_law_has_everybody_compared()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.InHandAsync(RequestKind.Restrict);
        await using (var work = await house.Store.WriteAsync())
        {
            work.Begin(applicant.Person, For.Screening, house.System, "test");
            await house.Vault.SealAsync(work, applicant.Person, new ScreeningFile("{}"), For.Screening, house.System, "test");
            await work.CommitAsync();
        }

        var offered = await applicant.Decisions.RestrictableAsync(reference, applicant.ActOf(Applicant.Officer));
        var asked = await applicant.Decisions.RestrictAsync(reference, await applicant.StampAsync(reference), [ScreeningFile.Kind.Name], applicant.ActOf(Applicant.Officer));

        Assert.DoesNotContain(ScreeningFile.Kind.Name, offered);
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(asked));
        Assert.IsType<Opening<ScreeningFile>.Opened>(await house.Vault.OpenAsync<ScreeningFile>(applicant.Person, For.Screening));
    }

    [Fact]
    public async Task What_is_set_aside_is_opened_for_storage_and_claims_alone()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.InHandAsync(RequestKind.Restrict);
        Assert.Contains("identity", await applicant.Decisions.RestrictableAsync(reference, applicant.ActOf(Applicant.Officer)));
        Assert.DoesNotContain("mailbox", await applicant.Decisions.RestrictableAsync(reference, applicant.ActOf(Applicant.Officer)));

        Applicant.Done(await applicant.Decisions.RestrictAsync(reference, await applicant.StampAsync(reference), ["identity"], applicant.ActOf(Applicant.Officer)));

        Assert.IsType<Opening<Identity>.Refused>(await house.Vault.OpenAsync<Identity>(applicant.Person, For.Account));
        Assert.IsType<Opening<Identity>.Opened>(await house.Vault.OpenAsync<Identity>(applicant.Person, For.Access));
        Assert.Equal(RequestFault.NothingHeld, Applicant.FaultOf(await applicant.Decisions.RestrictAsync(reference, await applicant.StampAsync(reference), ["mailbox"], applicant.ActOf(Applicant.Officer))));
    }

    [Theory]
    [InlineData(Role.None)]
    [InlineData(Role.Supplier)]
    [InlineData(Role.Staff & ~Role.PrivacyOfficer)]
    public async Task Whoever_is_no_privacy_officer_is_refused_by_the_services(Role roles)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        var (desk, decisions, act, stamp) = (applicant.Desk, applicant.Decisions, house.ActOf(Guid.NewGuid(), roles), await applicant.StampAsync(reference));

        Func<Task>[] attempts =
        [
            () => desk.OpenAsync(reference, act), () => desk.RevealAsync(reference, RevealReason.PersonAsked, act),
            () => desk.ClaimAsync(reference, stamp, act), () => desk.ReleaseAsync(reference, stamp, act), () => desk.ProveAsync(reference, stamp, act),
            () => desk.AskIdentityAsync(reference, stamp, "?", false, act), () => desk.AskClarificationAsync(reference, stamp, "?", act), () => desk.WriteAsync(reference, stamp, "?", act),
            () => desk.PauseAsync(reference, stamp, act), () => desk.ResumeAsync(reference, stamp, act), () => desk.ExtendAsync(reference, stamp, "?", act),
            () => decisions.AnswerAsync(reference, stamp, "?", act), () => decisions.ProposeAsync(reference, stamp, RequestOutcome.Fulfilled, null, "?", act),
            () => decisions.ReturnAsync(reference, stamp, "?", act), () => decisions.ApproveAsync(reference, stamp, act), () => decisions.OverturnAsync(reference, stamp, "?", act),
            () => decisions.UpholdAsync(reference, stamp, "?", act), () => decisions.RestrictableAsync(reference, act), () => decisions.RestrictAsync(reference, stamp, ["identity"], act),
            () => house.Get<RequestProofs>().PictureAsync(reference, Guid.NewGuid(), act),
        ];

        foreach (var attempt in attempts)
        {
            await Assert.ThrowsAsync<NotAllowedException>(attempt);
        }
    }
}
