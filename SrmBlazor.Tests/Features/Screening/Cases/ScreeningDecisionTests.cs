using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class ScreeningDecisionTests
{
    [Theory, BothProviders]
    public async Task One_person_clears_what_is_far_from_certain_with_a_reason_and_a_sealed_note(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"));
        var person = await house.HitAsync("Odrina Zantropow", "RU");
        Assert.InRange((await house.CaseAsync(person)).BestScore, 0.85, 0.9499);

        var result = await house.ClearAsync(person);

        Assert.Equal(new ScreeningResult.Done(ScreeningState.Cleared, Waits: false), result);
        Assert.Equal(GateAnswer.Allowed, await house.AskAsync(person));
        Assert.Equal(["Seen in the document."], (await house.FileAsync(person)).Notes);
        var step = (await house.StepsAsync(person))[^1];
        Assert.Equal((ScreeningEventKind.Cleared, DecisionReason.KnownOtherPerson, Subjects.One), (step.Kind, step.Reason, step.By));
    }

    [Theory, BothProviders]
    [Promise("P-1.1.1-X4")]
    public async Task Nothing_happens_to_a_person_before_two_people_confirmed_and_then_a_letter_tells_that_something_was_decided(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();

        var proposed = await house.ConfirmAsync(person);
        var (between, letters) = (await house.Get<MyScreening>().OfAsync(house.ActOf(person, Role.Supplier)), await LettersAsync(house, person));
        var mine = await house.ApproveAsync(person, Subjects.One);
        var approved = await house.ApproveAsync(person);

        Assert.Equal(new ScreeningResult.Done(ScreeningState.UnderReview, Waits: true), proposed);
        Assert.Equal(ReviewState.UnderReview, between!.State);
        Assert.Empty(letters);
        Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), mine);
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Confirmed, Waits: false), approved);
        Assert.Equal(["RegistrationDecided"], await LettersAsync(house, person));
        Assert.Equal(ReviewState.Decided, (await house.Get<MyScreening>().OfAsync(house.ActOf(person, Role.Supplier)))!.State);
    }

    [Theory, BothProviders]
    public async Task What_is_nearly_certain_is_cleared_by_two_and_what_the_second_does_not_agree_to_waits_again(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();

        await house.ClearAsync(person);
        var returned = await house.ReturnAsync(person);
        var again = await house.ClearAsync(person, Subjects.Two);
        var gate = await house.AskAsync(person);
        var approved = await house.ApproveAsync(person, Subjects.One);

        Assert.IsType<ScreeningResult.Done>(returned);
        Assert.Equal((new ScreeningResult.Done(ScreeningState.UnderReview, Waits: true), GateAnswer.NotCleared), (again, gate));
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Cleared, Waits: false), approved);
        Assert.Equal([ScreeningEventKind.Screened, ScreeningEventKind.Found, ScreeningEventKind.ClearingProposed, ScreeningEventKind.Returned, ScreeningEventKind.ClearingProposed, ScreeningEventKind.Cleared], await house.KindsAsync(person));
    }

    [Theory, BothProviders]
    public async Task Whoever_escalates_decides_no_further_and_two_others_do(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"));
        var person = await house.HitAsync("Odrina Zantropow");

        var escalated = await house.EscalateAsync(person);
        var own = await house.ClearAsync(person);
        var other = await house.ClearAsync(person, Subjects.Two);
        var (agrees, returns) = (await house.ApproveAsync(person, Subjects.One), await house.ReturnAsync(person, Subjects.One));
        var opened = (await house.Get<ScreeningDesk>().OpenAsync((await house.CaseAsync(person)).Reference, house.Screener()))!;
        var second = await house.ApproveAsync(person, Subjects.Three);

        Assert.Equal(new ScreeningResult.Done(ScreeningState.Escalated, Waits: false), escalated);
        Assert.All([own, agrees, returns], result => Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.SomebodyElse), result));
        Assert.True(opened is { MayClaim: false } && opened.Hits.Single() is { IsMine: true, IsEscalatedByMe: true });
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Escalated, Waits: true), other);
        Assert.Equal(new ScreeningResult.Done(ScreeningState.Cleared, Waits: false), second);
    }

    [Theory, BothProviders]
    public async Task Nobody_decides_about_themselves(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var (own, act) = (await house.CaseAsync(person), house.ActOf(person, Role.Screener | Role.Supplier));

        Assert.Empty((await house.Get<ScreeningDesk>().PageAsync(QueueView.Waiting, null, act)).Rows);
        Assert.Null(await house.Get<ScreeningDesk>().OpenAsync(own.Reference, act));
        Assert.IsType<ScreeningResult.NotFound>(await house.ClearAsync(person, person));
        await house.ClearAsync(person);
        Assert.IsType<ScreeningResult.NotFound>(await house.ApproveAsync(person, person));
        Assert.Null(await house.Get<ScreeningLog>().WhyAsync(own.Reference, DateOnly.FromDateTime(act.On), act));
    }

    [Theory, BothProviders]
    public async Task Of_two_who_saw_the_same_one_wins_and_the_other_is_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        var own = await house.CaseAsync(person);
        Guid[] hits = [own.Hits.Single().Id];

        var results = await Task.WhenAll(new[] { Subjects.One, Subjects.Two }.Select(who => Task.Run(() =>
            house.Get<ScreeningDecisions>().ConfirmAsync(own.Reference, own.Stamp, hits, DecisionReason.SamePerson, "Agrees.", house.Screener(who)))));

        Assert.Single(results.OfType<ScreeningResult.Done>());
        Assert.Single(results.OfType<ScreeningResult.ChangedMeanwhile>());
    }

    [Fact]
    public async Task A_decision_needs_a_reason_that_fits_a_note_and_a_hit_of_this_case()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (person, decisions) = (await house.HitAsync(), house.Get<ScreeningDecisions>());
        var own = await house.CaseAsync(person);
        Guid[] hits = [own.Hits.Single().Id];

        async Task IsFaultyAsync(ScreeningFault fault, Task<ScreeningResult> result) => Assert.Equal(new ScreeningResult.Invalid(fault), await result);

        await IsFaultyAsync(ScreeningFault.NoReason, decisions.ClearAsync(own.Reference, own.Stamp, hits, null, "A note.", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NoReason, decisions.ClearAsync(own.Reference, own.Stamp, hits, DecisionReason.SamePerson, "A note.", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NoReason, decisions.ClearAsync(own.Reference, own.Stamp, hits, DecisionReason.OtherPlace, "A note.", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NoReason, decisions.ConfirmAsync(own.Reference, own.Stamp, hits, DecisionReason.SamePlace, "A note.", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NoNote, decisions.ClearAsync(own.Reference, own.Stamp, hits, DecisionReason.OtherName, "  ", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NoteTooLong, decisions.ClearAsync(own.Reference, own.Stamp, hits, DecisionReason.OtherName, new string('a', 2001), house.Screener()));
        await IsFaultyAsync(ScreeningFault.NothingChosen, decisions.ClearAsync(own.Reference, own.Stamp, [Guid.NewGuid()], DecisionReason.OtherName, "A note.", house.Screener()));
        await IsFaultyAsync(ScreeningFault.NotNow, decisions.ApproveAsync(own.Reference, own.Stamp, hits, house.Screener(Subjects.Two)));
    }

    /// <summary>Whoever does what: two different people confirm, two different people clear what is nearly certain or was escalated, and who escalated it is neither.</summary>
    [Fact]
    public async Task Whatever_anybody_tries_what_takes_two_was_decided_by_two_and_who_escalated_was_neither()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"), Subjects.Row("Quella Morbennik", "KZ"));
        var random = new Random(20261127);
        var decided = 0;
        for (var history = 0; history < 30; history++)
        {
            var person = await (history % 2 == 0 ? house.HitAsync("Odrina Zantropow") : house.HitAsync("Quella Morbennik", "KZ"));
            Guid[] actors = [Subjects.One, Subjects.Two, Subjects.Three, Subjects.Four, person];
            for (var step = 0; step < 8; step++)
            {
                var (before, who) = (Told((await house.CaseAsync(person)).Hits.Single()), actors[random.Next(actors.Length)]);
                var result = await (random.Next(7) switch
                {
                    0 => house.EscalateAsync(person, who),
                    1 or 2 => house.ClearAsync(person, who),
                    3 => house.ConfirmAsync(person, who),
                    4 => house.ReturnAsync(person, who),
                    _ => house.ApproveAsync(person, who),
                });

                var hit = (await house.CaseAsync(person)).Hits.Single();
                Assert.True(result is ScreeningResult.Done || Told(hit).Equals(before));
                Assert.True(who != person || result is ScreeningResult.NotFound or ScreeningResult.Invalid { Fault: ScreeningFault.NothingChosen });
                if (hit.State == HitState.Confirmed || hit.State == HitState.Cleared && (hit.Score >= 0.95 || hit.EscalatedBy is not null))
                {
                    decided += result is ScreeningResult.Done ? 1 : 0;
                    Assert.True(hit.DecidedBy is not null && hit.ApprovedBy is not null && hit.DecidedBy != hit.ApprovedBy);
                    Assert.DoesNotContain(hit.EscalatedBy ?? Guid.Empty, (Guid[])[hit.DecidedBy!.Value, hit.ApprovedBy!.Value]);
                    Assert.DoesNotContain(person, (Guid[])[hit.DecidedBy!.Value, hit.ApprovedBy!.Value]);
                }
            }
        }

        Assert.True(decided > 10);

        static object Told(ScreeningHit hit) => (hit.State, hit.DecidedBy, hit.ApprovedBy, hit.ProposedBy, hit.EscalatedBy, hit.Reason, hit.DecidedOn);
    }

    /// <summary>Whatever people and lists do: the gate opens only where no hit is open, escalated or confirmed, and the lists and the data are those that were compared.</summary>
    [Fact]
    public async Task The_gate_never_opens_while_a_hit_is_undecided_or_confirmed_or_lists_or_data_are_newer()
    {
        var random = new Random(20261126);
        foreach (var history in Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, random.Next(8, 18)).Select(_ => random.Next(10)).ToArray()).ToList())
        {
            await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
            var (lists, compared) = (1, 1);
            var (data, screened) = (1, 1);
            await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"));
            var person = await house.HitAsync("Odrina Zantropow");
            foreach (var step in history)
            {
                house.Clock.Advance(TimeSpan.FromMinutes(1));
                switch (step)
                {
                    case 0:
                        await house.ListAsync(Subjects.Row(Subjects.Listed, lists % 2 == 0 ? "BY" : "RU"), Subjects.Row($"Quella Morbennik {lists++}", "KZ"));
                        break;
                    case 1:
                        await house.RenameAsync(person, ++data % 2 == 0 ? "Odrin Zantropow" : "Odrina Zantropov");
                        break;
                    case 2 or 3:
                        await house.RoundAsync();
                        (compared, screened) = (lists, data);
                        break;
                    case 4:
                        await house.ClearAsync(person);
                        break;
                    case 5:
                        await house.EscalateAsync(person, Subjects.Three);
                        break;
                    case 6:
                        await house.ConfirmAsync(person);
                        break;
                    case 7 or 8:
                        await house.ApproveAsync(person);
                        break;
                    default:
                        await house.ReturnAsync(person);
                        break;
                }

                var own = await house.CaseAsync(person);
                var mayPass = own.Hits.All(hit => hit.State is HitState.Cleared or HitState.Closed) && compared == lists && screened == data;
                Assert.Equal(mayPass, await house.AskAsync(person) == GateAnswer.Allowed);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> LettersAsync(House house, Guid person)
    {
        await using var db = house.Store.Read();
        return await db.Set<OutboxMail>().Where(mail => mail.PersonId == person).Select(mail => mail.Letter).ToListAsync();
    }
}
