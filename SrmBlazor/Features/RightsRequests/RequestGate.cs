using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>
/// Whether a privacy officer may open a request: a child's needs a second person's approval, whether the child asked or the guardian. To take
/// it in hand or to give it back needs none, because nothing is opened.
/// </summary>
public sealed class RequestGate(Store store)
{
    /// <summary>For what a child's request may be opened.</summary>
    public static readonly IReadOnlyList<ApprovalReason> Reasons = [ApprovalReason.AnswerRequest, ApprovalReason.GuardianAsked, ApprovalReason.LegalRequest];

    /// <summary>Null when there is no request of this reference.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<Gate?> GateAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        return await RequestBook.FindAsync(db, reference, one => true) is { } request ? await OfAsync(db, request, act) : null;
    }

    /// <summary>Asks for the approval.</summary>
    /// <returns>False where none is needed, or one is asked for or given already.</returns>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<bool> AskAsync(string reference, ApprovalReason reason, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var work = await store.WriteAsync();
        return await RequestBook.FindAsync(work.Db, reference, one => true) is { PersonId: { } person } request && (await ChildsAsync(work.Db, [(request.Id, request.PersonId)])).Contains(request.Id)
            && await ChildGate.AskAsync(work, new ChildCase(person, request.Id, request.Reference), reason, act with { On = work.Now });
    }

    /// <summary>How the gate of a request stands for a member of staff; nothing of a request may be opened while it is shut.</summary>
    public static async Task<Gate> OfAsync(SrmDbContext db, RightsRequest request, Act act) =>
        (await ChildsAsync(db, [(request.Id, request.PersonId)])).Contains(request.Id) ? await ChildGate.OfAsync(db, request.Id, act) : new Gate(GateState.Free);

    /// <summary>Which of them are a child's. A guardian's counts whoever it is about, and what was once asked to be opened as a child's stays one.</summary>
    internal static async Task<HashSet<Guid>> ChildsAsync(SrmDbContext db, IReadOnlyCollection<(Guid Id, Guid? Person)> requests)
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var ids = requests.Select(request => request.Id).ToList();
        // persons and requests in one answer: no two things have the same id
        var found = (await Children.Among(db, [.. requests.Select(request => request.Person).OfType<Guid>().Distinct()])
            .Concat(db.Set<Representation>().Where(one => one.Kind == RepresentationKind.Guardian && ids.Contains(one.RequestId)).Select(one => one.RequestId))
            .Concat(db.Set<CaseApproval>().Where(one => ids.Contains(one.CaseId)).Select(one => one.CaseId))
            .ToListAsync()).ToHashSet();
        return [.. requests.Where(request => found.Contains(request.Id) || (request.Person is { } person && found.Contains(person))).Select(request => request.Id)];
    }
}
