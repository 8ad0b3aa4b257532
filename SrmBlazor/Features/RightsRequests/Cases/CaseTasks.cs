using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <summary>A task as a member of staff sees it: never a name.</summary>
/// <param name="Purpose">The key of the purpose whose records are collected; empty otherwise.</param>
/// <param name="Owner">Whose it is: who took it over, else who has the request in hand.</param>
/// <param name="IsTaken">Somebody took it over.</param>
/// <param name="Stamp">To be named with what is done with it.</param>
public sealed record CaseTaskRow(
    Guid Id, CaseTaskKind Kind, string Purpose, DateOnly DueOn, bool IsLate, Hands Owner, bool IsTaken, CaseTaskState State, NotNeededReason? Reason, Hands ClosedBy, DateTime? ClosedOn, Guid Stamp);

/// <summary>What privacy officers do with the tasks of a case. A child's needs a second person's approval, as the case does.</summary>
public sealed class CaseTasks(Store store)
{
    /// <summary>In the order in which they are worked off; null when there is no such request or its gate is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<IReadOnlyList<CaseTaskRow>?> ListAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await RequestDesk.FindAsync(db, reference, act) is not { } request)
        {
            return null;
        }

        var (tasks, today) = (await db.Set<CaseTask>().AsNoTracking().Where(task => task.RequestId == request.Id).ToListAsync(), RequestClock.Today(act.On));
        return [.. tasks.OrderBy(task => task.Kind).ThenBy(task => task.Purpose, StringComparer.Ordinal).Select(task => RowOf(task, request, today, act))];
    }

    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> FinishAsync(string reference, Guid task, Guid stamp, Act act) =>
        ChangeAsync(reference, task, stamp, CaseEntryKind.TaskDone, act, one => one.State == CaseTaskState.Open && one.Kind.IsDoneByHand(), (one, on) => one.Finish(on.Who, on.On));

    /// <summary>It is not needed, with a reason.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> LeaveOutAsync(string reference, Guid task, Guid stamp, NotNeededReason reason, Act act) =>
        ChangeAsync(reference, task, stamp, CaseEntryKind.TaskNotNeeded, act, one => one.State == CaseTaskState.Open && one.Kind.MayBeLeftOut() && CaseTaskKinds.Reasons.Contains(reason),
            (one, on) => one.LeaveOut(reason, on.Who, on.On));

    /// <summary>It is to be done after all. What the program closed it opens again itself.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ReopenAsync(string reference, Guid task, Guid stamp, Act act) =>
        ChangeAsync(reference, task, stamp, CaseEntryKind.TaskReopened, act, one => one.State != CaseTaskState.Open && !one.IsClosedByProgram, (one, on) => one.Reopen(RequestClock.Today(on.On)));

    /// <summary>Takes it over, also from a colleague.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> TakeAsync(string reference, Guid task, Guid stamp, Act act) =>
        ChangeAsync(reference, task, stamp, CaseEntryKind.TaskTaken, act, one => one.State == CaseTaskState.Open && one.Owner != act.Who, (one, on) => one.GiveTo(on.Who));

    /// <summary>Gives it back to whoever has the request in hand.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> GiveBackAsync(string reference, Guid task, Guid stamp, Act act) =>
        ChangeAsync(reference, task, stamp, CaseEntryKind.TaskGivenBack, act, one => one.State == CaseTaskState.Open && one.Owner is not null, (one, _) => one.GiveTo(null));

    private async Task<RequestResult> ChangeAsync(string reference, Guid id, Guid stamp, CaseEntryKind kind, Act act, Func<CaseTask, bool> allows, Action<CaseTask, Act> change)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await RequestBook.FindAsync(work.Db, reference, one => true) is not { PersonId: { } person } request)
        {
            return new RequestResult.NotFound();
        }

        if (!(await RequestGate.OfAsync(work.Db, request, on)).IsOpen)
        {
            return new RequestResult.Invalid(RequestFault.NeedsApproval);
        }

        if (await work.Db.Set<CaseTask>().FirstOrDefaultAsync(one => one.Id == id && one.RequestId == request.Id) is not { } task)
        {
            return new RequestResult.NotFound();
        }

        if (task.Stamp != stamp)
        {
            return new RequestResult.ChangedMeanwhile();
        }

        if (!allows(task))
        {
            return new RequestResult.Invalid(RequestFault.NotNow);
        }

        change(task, on);
        work.Db.Add(CaseEntry.OfTask(task, kind, on.Who, on.On));
        work.Record(on, CodeOf(kind), person, $"{request.Reference} {task.Kind} {task.Purpose} {task.Reason}".TrimEnd());
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return new RequestResult.Done(request.Reference, task.Stamp);
    }

    private static string CodeOf(CaseEntryKind kind) => kind switch
    {
        CaseEntryKind.TaskDone => "case.task-done",
        CaseEntryKind.TaskNotNeeded => "case.task-not-needed",
        CaseEntryKind.TaskReopened => "case.task-reopened",
        CaseEntryKind.TaskTaken => "case.task-taken",
        CaseEntryKind.TaskGivenBack => "case.task-given-back",
        CaseEntryKind.Note => "case.noted",
    };

    private static CaseTaskRow RowOf(CaseTask task, RightsRequest request, DateOnly today, Act act) => new(
        task.Id, task.Kind, task.Purpose, task.DueOn, task.State == CaseTaskState.Open && task.DueOn < today,
        HandsOf(task.Owner ?? (task.Kind == CaseTaskKind.SecondOfficer ? null : request.Assignee), act), task.Owner is not null, task.State, task.Reason, HandsOf(task.ClosedBy, act), task.ClosedOn, task.Stamp);

    private static Hands HandsOf(Guid? who, Act act) => who is null ? Hands.Nobody : who == Guid.Empty ? Hands.Program : who == act.Who ? Hands.Me : Hands.Staff;
}
