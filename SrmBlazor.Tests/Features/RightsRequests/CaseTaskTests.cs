using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What there is to do in a case follows from what is asked, from what is held, and from what was done.</summary>
public sealed class CaseTaskTests
{
    [Theory, BothProviders]
    public async Task An_access_request_makes_one_task_for_each_purpose_that_holds_something_all_within_its_clock(DatabaseProvider provider)
    {
        await using var house = await ByHandAsync(provider);
        var applicant = await Applicant.BeginAsync(house);

        var reference = await applicant.SubmitAsync(RequestKind.Access);

        var tasks = await TasksAsync(applicant, reference);
        Assert.Equal(
            [(CaseTaskKind.ConfirmIdentity, ""), (CaseTaskKind.Collect, For.Account.Key), (CaseTaskKind.Collect, For.IdentityCheck.Key), (CaseTaskKind.ReviewOthers, ""), (CaseTaskKind.Answer, "")],
            tasks.Select(task => (task.Kind, task.Purpose)));
        var due = (await applicant.RequestAsync(reference)).DueOn!.Value;
        Assert.Equal(new DateOnly(2026, 3, 23), due);
        // of fifteen working days a half, two thirds and all
        Assert.Equal([new(2026, 3, 12), new(2026, 3, 12), new(2026, 3, 16), due], tasks.Skip(1).Select(task => task.DueOn));
        Assert.Equal((CaseTaskState.Done, Hands.Program), (tasks[0].State, tasks[0].ClosedBy));
        Assert.All(tasks.Skip(1), task => Assert.Equal((CaseTaskState.Open, Hands.Nobody, false), (task.State, task.Owner, task.IsLate)));
    }

    [Theory, BothProviders]
    public async Task What_the_request_shows_to_be_done_closes_by_itself_and_opens_again_when_it_is_undone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (officer, second) = (applicant.ActOf(Applicant.Officer), applicant.ActOf(Applicant.Second));
        var reference = await applicant.InHandAsync(RequestKind.Complaint);
        Assert.Equal(CaseTaskState.Done, (await TaskAsync(applicant, reference, CaseTaskKind.ConfirmIdentity)).State);

        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, DenialGround.NotCovered, "No.", officer));
        var proposed = await TaskAsync(applicant, reference, CaseTaskKind.SecondOfficer);
        Applicant.Done(await applicant.Decisions.ReturnAsync(reference, await applicant.StampAsync(reference), "Look again.", second));
        var returned = await TaskAsync(applicant, reference, CaseTaskKind.SecondOfficer);
        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Refused, DenialGround.NotCovered, "No.", officer));
        Applicant.Done(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), second));

        Assert.Equal((CaseTaskState.Open, Hands.Nobody), (proposed.State, proposed.Owner));
        Assert.Equal((CaseTaskState.NotNeeded, NotNeededReason.DoesNotApply, Hands.Program), (returned.State, returned.Reason!.Value, returned.ClosedBy));
        Assert.Equal(
            [(CaseTaskKind.ConfirmIdentity, CaseTaskState.Done), (CaseTaskKind.LookInto, CaseTaskState.NotNeeded), (CaseTaskKind.SecondOfficer, CaseTaskState.Done), (CaseTaskKind.Answer, CaseTaskState.Done)],
            (await TasksAsync(applicant, reference)).Select(task => (task.Kind, task.State)));

        Applicant.Done(await applicant.Mine.AppealAsync(reference, "I do not agree.", applicant.Act));
        var third = applicant.ActOf(Guid.NewGuid());
        Applicant.Done(await applicant.Decisions.OverturnAsync(reference, await applicant.StampAsync(reference), "You are right.", third));
        Assert.Equal(CaseTaskState.Open, (await TaskAsync(applicant, reference, CaseTaskKind.Answer)).State);
        Assert.Equal(CaseTaskState.Open, (await TaskAsync(applicant, reference, CaseTaskKind.LookInto)).State);
    }

    [Theory, BothProviders]
    public async Task Staff_close_take_over_and_open_again_each_with_its_entry_and_the_second_is_told(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (tasks, officer, second) = (house.Get<CaseTasks>(), applicant.ActOf(Applicant.Officer), applicant.ActOf(Applicant.Second));
        var reference = await applicant.InHandAsync(RequestKind.Complaint);
        var stamp = await applicant.StampAsync(reference);
        var seen = await TaskAsync(applicant, reference, CaseTaskKind.LookInto);
        Assert.Equal((Hands.Me, false), (seen.Owner, seen.IsTaken));

        var taken = Applicant.Done(await tasks.TakeAsync(reference, seen.Id, seen.Stamp, second));
        Assert.IsType<RequestResult.ChangedMeanwhile>(await tasks.FinishAsync(reference, seen.Id, seen.Stamp, officer));
        Assert.Equal((Hands.Staff, true), (await TaskAsync(applicant, reference, CaseTaskKind.LookInto)) is var now ? (now.Owner, now.IsTaken) : default);
        var back = Applicant.Done(await tasks.GiveBackAsync(reference, seen.Id, taken.Stamp, officer));
        var left = Applicant.Done(await tasks.LeaveOutAsync(reference, seen.Id, back.Stamp, NotNeededReason.DoneInTwin, officer));
        Assert.Equal((CaseTaskState.NotNeeded, NotNeededReason.DoneInTwin, Hands.Me), (await TaskAsync(applicant, reference, CaseTaskKind.LookInto)) is var not ? (not.State, not.Reason!.Value, not.ClosedBy) : default);
        var again = Applicant.Done(await tasks.ReopenAsync(reference, seen.Id, left.Stamp, officer));
        Applicant.Done(await tasks.FinishAsync(reference, seen.Id, again.Stamp, officer));

        // a tick is no news to who writes a decision
        Assert.Equal(stamp, await applicant.StampAsync(reference));
        Assert.Equal(
            [CaseEntryKind.TaskTaken, CaseEntryKind.TaskGivenBack, CaseEntryKind.TaskNotNeeded, CaseEntryKind.TaskReopened, CaseEntryKind.TaskDone], await EntriesAsync(house));
        var answer = await TaskAsync(applicant, reference, CaseTaskKind.Answer);
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await tasks.FinishAsync(reference, answer.Id, answer.Stamp, officer)));
        Assert.Equal(RequestFault.NotNow, Applicant.FaultOf(await tasks.LeaveOutAsync(reference, answer.Id, answer.Stamp, NotNeededReason.DoesNotApply, officer)));
        Assert.IsType<RequestResult.NotFound>(await tasks.FinishAsync(await applicant.SubmitAsync(), seen.Id, again.Stamp, officer));
    }

    [Fact]
    public async Task What_is_not_held_any_more_is_not_to_be_collected_and_a_tick_by_hand_stays()
    {
        await using var house = await ByHandAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        var officer = applicant.ActOf(Applicant.Officer);
        var reference = await applicant.SubmitAsync(RequestKind.Access);
        var account = (await TasksAsync(applicant, reference)).Single(task => task.Purpose == For.Account.Key);
        Applicant.Done(await house.Get<CaseTasks>().FinishAsync(reference, account.Id, account.Stamp, officer));
        await using (var work = await house.Store.WriteAsync())
        {
            work.End(applicant.Person, For.IdentityCheck, house.System, "test");
            await house.Get<Collector>().CommitAsync(work, applicant.Person, house.System, "test");
        }

        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), officer));

        var collected = (await TasksAsync(applicant, reference)).Where(task => task.Kind == CaseTaskKind.Collect).ToDictionary(task => task.Purpose, task => (task.State, task.Reason, task.ClosedBy));
        Assert.Equal((CaseTaskState.Done, null, Hands.Me), collected[For.Account.Key]);
        Assert.Equal((CaseTaskState.NotNeeded, NotNeededReason.NothingHeld, Hands.Program), collected[For.IdentityCheck.Key]);
    }

    [Fact]
    public async Task A_deletion_is_planned_agreed_to_and_carried_out_and_a_day_that_moves_takes_its_tasks_along()
    {
        await using var house = await Applicant.HouseWithAsync(new Shredder(RequestKind.Delete));
        var applicant = await Applicant.BeginAsync(house, "DE");
        var reference = await applicant.InHandAsync(RequestKind.Delete);
        var before = await TasksAsync(applicant, reference);
        house.Clock.Advance(TimeSpan.FromDays(20));

        var late = await TasksAsync(applicant, reference);
        Applicant.Done(await applicant.Decisions.ProposeAsync(reference, await applicant.StampAsync(reference), RequestOutcome.Fulfilled, null, "It goes.", applicant.ActOf(Applicant.Officer)));
        Applicant.Done(await applicant.Decisions.ApproveAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Second)));

        Assert.Equal([CaseTaskKind.ConfirmIdentity, CaseTaskKind.PlanErasure, CaseTaskKind.SecondOfficer, CaseTaskKind.CarryOut, CaseTaskKind.TellRecipients], before.Select(task => task.Kind));
        Assert.All(before, task => Assert.True(task.DueOn <= new DateOnly(2026, 3, 23)));
        Assert.Equal([CaseTaskKind.PlanErasure, CaseTaskKind.SecondOfficer], late.Where(task => task.IsLate).Select(task => task.Kind));
        Assert.All(await TasksAsync(applicant, reference), task => Assert.Equal((CaseTaskState.Done, Hands.Program), (task.State, task.ClosedBy)));
    }

    [Fact]
    public async Task What_the_program_does_at_once_leaves_nothing_to_do()
    {
        await using var house = await Applicant.HouseWithAsync(new Shredder(RequestKind.Copy) { Answers = _ => new WorkResult.GoesOn() });
        var applicant = await Applicant.BeginAsync(house);

        var reference = await applicant.SubmitAsync(RequestKind.Copy);

        Assert.Empty(await TasksAsync(applicant, reference));
    }

    [Fact]
    public async Task The_table_holds_codes_days_and_ids_and_every_kind_of_task_has_its_words()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await using var db = house.Store.Read();

        Assert.Equal(
            ["Id", "ClosedBy", "ClosedOn", "DueOn", "Kind", "MadeOn", "Owner", "Purpose", "Reason", "RequestId", "Stamp", "State"],
            db.Model.FindEntityType(typeof(CaseTask))!.GetProperties().Select(property => property.Name));
        var texts = new System.Resources.ResourceManager(typeof(CaseTexts));
        var keys = Enum.GetNames<CaseTaskKind>().Select(kind => $"Task.{kind}").Concat(Enum.GetNames<NotNeededReason>().Select(reason => $"Reason.{reason}"));
        Assert.All(keys, key => Assert.All(["", "zh-CN"], language => Assert.NotNull(texts.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), true, false)!.GetString(key))));
        Assert.All(Enum.GetValues<CaseTaskKind>(), kind => Assert.InRange(kind.Share(), 0.1, 1));
    }

    /// <summary>Nobody carries anything out: staff do all of it.</summary>
    private static Task<House> ByHandAsync(DatabaseProvider provider) => House.BuildAsync(provider, services => services.RemoveAll<IRequestWork>());

    private static async Task<IReadOnlyList<CaseTaskRow>> TasksAsync(Applicant applicant, string reference) =>
        (await applicant.House.Get<CaseTasks>().ListAsync(reference, applicant.ActOf(Applicant.Officer)))!;

    private static async Task<CaseTaskRow> TaskAsync(Applicant applicant, string reference, CaseTaskKind kind) => (await TasksAsync(applicant, reference)).Single(task => task.Kind == kind);

    private static async Task<List<CaseEntryKind>> EntriesAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<CaseEntry>().OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync();
    }
}
