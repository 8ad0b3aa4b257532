using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.ChildApprovals;

/// <summary>A request that waits for an answer. Nothing of the case was opened.</summary>
/// <param name="IsMine">Asked by whoever looks: somebody else answers.</param>
public sealed record ApprovalRow(Guid Id, string Reference, ApprovalReason Reason, DateTime AskedOn, bool IsMine);

/// <summary>Where a second person answers who wants to open a child's case.</summary>
public sealed class Approvals(Store store)
{
    public const Role MayAnswer = Role.Verifier | Role.PrivacyOfficer;

    /// <summary>Somebody asked or answered.</summary>
    public const string Topic = "approvals";

    private const int Page = 50;

    /// <summary>The requests that wait, oldest first.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a verifier nor a privacy officer.</exception>
    public async Task<IReadOnlyList<ApprovalRow>> ListAsync(Act act)
    {
        act.Demand(MayAnswer);
        await using var db = store.Read();
        return await Waiting(db).OrderBy(one => one.AskedOn).ThenBy(one => one.Id).Take(Page)
            .Select(one => new ApprovalRow(one.Id, one.Reference, one.Reason, one.AskedOn, one.AskedBy == act.Who)).ToListAsync();
    }

    /// <summary>How many wait for an answer that the actor can give.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a verifier nor a privacy officer.</exception>
    public async Task<int> CountAsync(Act act)
    {
        act.Demand(MayAnswer);
        await using var db = store.Read();
        return await Waiting(db).CountAsync(one => one.AskedBy != act.Who);
    }

    /// <summary>A second person says whether the case may be opened.</summary>
    /// <returns>False where there is no such request any more, or the actor made it.</returns>
    /// <exception cref="NotAllowedException">The actor is neither a verifier nor a privacy officer.</exception>
    public async Task<bool> AnswerAsync(Guid request, bool approve, Act act)
    {
        act.Demand(MayAnswer);
        await using var work = await store.WriteAsync();
        if (await Waiting(work.Db).FirstOrDefaultAsync(one => one.Id == request && one.AskedBy != act.Who) is not { PersonId: { } person } approval)
        {
            return false;
        }

        var on = act with { On = work.Now };
        approval.Answer(approve, on);
        work.Record(on, approve ? "approval.given" : "approval.declined", person, $"{request:N}");
        work.Announce(Topics.Queue);
        work.Announce(Topic);
        work.Announce(Topics.Person(person));
        await work.CommitAsync();
        return true;
    }

    private static IQueryable<CaseApproval> Waiting(SrmDbContext db) =>
        db.Set<CaseApproval>().Where(one => one.State == ApprovalState.Asked && one.PersonId != null);
}
