using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.ChildApprovals;

public enum GateState
{
    /// <summary>The case is nobody's child's.</summary>
    Free,

    /// <summary>A second person must approve first.</summary>
    Shut,

    Asked,
    Declined,

    /// <summary>Approved, and its day is not over.</summary>
    Approved,
}

/// <summary>Whether a member of staff may open a case.</summary>
public sealed record Gate(GateState State)
{
    public bool IsOpen => State is GateState.Free or GateState.Approved;
}

/// <summary>A child's case: an identity check or a request about data.</summary>
/// <param name="Id">Of the registration or the request.</param>
public sealed record ChildCase(Guid Person, Guid Id, string Reference);

/// <summary>
/// Staff open a child's case only with a second person's approval: all data of a child is sensitive. Which cases are a child's, the feature
/// knows whose cases they are.
/// </summary>
public static class ChildGate
{
    /// <summary>How the gate of a child's case stands for the actor.</summary>
    public static async Task<Gate> OfAsync(SrmDbContext db, Guid childCase, Act act)
    {
        var last = await db.Set<CaseApproval>().AsNoTracking().Where(one => one.CaseId == childCase && one.AskedBy == act.Who)
            .OrderByDescending(one => one.AskedOn).ThenByDescending(one => one.Id).FirstOrDefaultAsync();
        return new Gate(last switch
        {
            { State: ApprovalState.Asked } => GateState.Asked,
            { State: ApprovalState.Declined } => GateState.Declined,
            not null when last.OpensOn(act.On) => GateState.Approved,
            _ => GateState.Shut,
        });
    }

    /// <summary>Asks for the approval within the caller's transaction, which it ends.</summary>
    /// <returns>False where one is asked for or given already.</returns>
    public static async Task<bool> AskAsync(Writing work, ChildCase asked, ApprovalReason reason, Act act)
    {
        if ((await OfAsync(work.Db, asked.Id, act)).State is not (GateState.Shut or GateState.Declined))
        {
            return false;
        }

        work.Db.Add(CaseApproval.Ask(asked, reason, act));
        work.Record(act, "approval.asked", asked.Person, $"{asked.Reference} {reason}");
        work.Announce(Topics.Queue);
        work.Announce(Approvals.Topic);
        await work.CommitAsync();
        return true;
    }
}
