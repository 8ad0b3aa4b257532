using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Requests from one pair of hands into another. Nothing of one is opened for it, so that a child's needs no second person.</summary>
public sealed class RequestMoves(Store store, RequestBook book)
{
    /// <summary>Gives it to a colleague, also from another one.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> AssignAsync(string reference, Guid stamp, Guid colleague, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return book.ChangeAsync(reference, one => true, stamp, RequestStep.Assigned, act, async (work, request, _, on) =>
        {
            if (await HindranceAsync(work.Db, request, colleague) is { } fault)
            {
                return fault;
            }

            request.Assign(colleague, on);
            return null;
        });
    }

    /// <summary>Takes back what the actor did last with it a moment ago: claimed, assigned or released it. Not what went on since.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> UndoAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return book.ChangeAsync(reference, one => true, null, RequestStep.Undone, act, async (work, request, _, on) =>
        {
            var steps = await work.Db.Set<RequestEvent>().AsNoTracking().Where(step => step.RequestId == request.Id).OrderByDescending(step => step.Turn).ToListAsync();
            if (Last(steps) is not { IsMove: true } move || move.By != on.Who)
            {
                return RequestFault.NotNow;
            }

            if (on.On - move.On > Act.Undoable)
            {
                return RequestFault.TooLate;
            }

            request.Undo(move, steps.Find(step => step.Turn < move.Turn && step.SaysHolder)?.Holder, on);
            return null;
        });
    }

    /// <summary>The moves that were taken back, by the turns of these steps.</summary>
    internal static IReadOnlySet<int> TakenBack(IReadOnlyCollection<RequestEvent> steps) =>
        steps.Where(step => step.Step == RequestStep.Undone).Select(undone => Last(steps.Where(step => step.Turn < undone.Turn))).OfType<RequestEvent>().Where(step => step.IsMove).Select(step => step.Turn).ToHashSet();

    /// <summary>Why a request cannot be given to a colleague; null when it can.</summary>
    internal async Task<RequestFault?> HindranceAsync(string reference, Guid colleague)
    {
        await using var db = store.Read();
        return await RequestBook.FindAsync(db, reference, one => true) is not { } request || !request.Allows(RequestStep.Assigned) ? RequestFault.NotNow
            : await HindranceAsync(db, request, colleague);
    }

    /// <summary>A clock that was reckoned with a step is nobody's own.</summary>
    private static RequestEvent? Last(IEnumerable<RequestEvent> steps) => steps.Where(step => step.Step != RequestStep.DueChanged).MaxBy(step => step.Turn);

    private static async Task<RequestFault?> HindranceAsync(SrmDbContext db, RightsRequest request, Guid colleague) =>
        await StaffAccounts.DoesAsync(db, colleague, Role.PrivacyOfficer) ? await RequestDesk.MayTakeAsync(db, request, colleague) : RequestFault.NotTheirWork;
}
