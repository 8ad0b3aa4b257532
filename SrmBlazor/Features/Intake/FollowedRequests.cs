using System.IO.Pipelines;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Intake;

/// <summary>A request as it is seen by a link.</summary>
/// <param name="Hears">False for a representative who may not receive the answer: only that there is a request, and where it stands.</param>
/// <param name="Steps">What was written, oldest first; nothing where it is not heard.</param>
/// <param name="CanShow">A picture of a document is waited for.</param>
public sealed record FollowedRequest(
    MyRequestRow Row, RepresentationKind? Right, bool Hears, IReadOnlyList<PastStep> Steps, IReadOnlyList<PastDecision> Decisions, string? Twin, bool CanWithdraw, bool CanAppeal, bool CanWrite, bool CanShow, DateTime? AppealUntil);

/// <summary>Requests of people without an account, followed by the link they were sent. It opens while the request lives, and what it opens is nothing else.</summary>
public sealed class FollowedRequests(Store store, RequestReading reading, RequestThread thread, RequestProofs proofs, MailedLinks links, TimeProvider clock)
{
    /// <summary>What the link leads to, newest first; nothing for a dead link.</summary>
    public async Task<IReadOnlyList<FollowedRequest>> ListAsync(string? token)
    {
        if (await WhoAsync(token) is not { } follower)
        {
            return [];
        }

        await using var db = store.Read();
        var found = await db.Set<RightsRequest>().AsNoTracking().Where(follower.Whose).Include(one => one.Decisions).OrderByDescending(one => one.Number).ToListAsync();
        List<FollowedRequest> seen = [];
        foreach (var request in found)
        {
            seen.Add(await SeenAsync(db, request, follower));
        }

        return seen;
    }

    /// <inheritdoc cref="MyRequests.WriteAsync"/>
    public Task<RequestResult> WriteAsync(string? token, string reference, string text) => HeardAsync(token, (follower, act) => thread.WriteAsync(reference, follower.Whose, text, act));

    /// <inheritdoc cref="MyRequests.WithdrawAsync"/>
    public Task<RequestResult> WithdrawAsync(string? token, string reference) => HeardAsync(token, (follower, act) => thread.WithdrawAsync(reference, follower.Whose, act));

    /// <inheritdoc cref="MyRequests.AppealAsync"/>
    public Task<RequestResult> AppealAsync(string? token, string reference, string text) => HeardAsync(token, (follower, act) => thread.AppealAsync(reference, follower.Whose, text, act));

    /// <summary>Keeps the picture of a document that was asked for.</summary>
    public Task<RequestResult> KeepAsync(string? token, string reference, PipeReader body, CancellationToken cancel) =>
        HeardAsync(token, (follower, act) => proofs.KeepAsync(reference, follower.Whose, body, act, cancel));

    private async Task<FollowedRequest> SeenAsync(SrmDbContext db, RightsRequest request, Follower follower)
    {
        var act = follower.Act(clock.Now());
        var hears = follower.Representation?.Hears(request, act.On) ?? true;
        return new FollowedRequest(
            MyRequests.RowOf(request), follower.Representation?.Kind, hears,
            hears ? await reading.StepsAsync(db, request, For.RightsRequest, staff: false, act) : [], hears ? RequestReading.DecisionsOf(request) : [],
            hears ? await RequestReading.ReferenceAsync(db, request.TwinId) : null,
            hears && request.Allows(RequestStep.Withdrawn), hears && request.Allows(RequestStep.Appealed) && act.On <= request.AppealUntil,
            hears && request.Allows(RequestStep.Wrote), hears && request.State is RequestState.AwaitingIdentity or RequestState.AwaitingAuthority, request.AppealUntil);
    }

    /// <summary>Who may not hear the answer does not act in the person's place either.</summary>
    private async Task<RequestResult> HeardAsync(string? token, Func<Follower, Act, Task<RequestResult>> act)
    {
        if (await WhoAsync(token) is not { } follower)
        {
            return new RequestResult.NotFound();
        }

        if (follower.Representation is { } representation)
        {
            await using var db = store.Read();
            var request = await db.Set<RightsRequest>().AsNoTracking().FirstAsync(one => one.Id == representation.RequestId);
            if (!representation.Hears(request, clock.Now()))
            {
                return new RequestResult.NotFound();
            }
        }

        return await act(follower, follower.Act(clock.Now()));
    }

    private async Task<Follower?> WhoAsync(string? token)
    {
        await using var db = store.Read();
        if (await links.PeekAsync(LinkKind.RightsStatus, token) is LinkState.Good { Person: var person })
        {
            // by this link the person follows; what somebody asked for them is theirs once it was confirmed
            var claimed = await db.Set<Representation>().Where(one => one.State != RepresentationState.Confirmed).Join(db.Set<RightsRequest>().Where(one => one.PersonId == person), one => one.RequestId, one => one.Id, (one, _) => one.RequestId).ToListAsync();
            return new Follower(person, null, one => one.PersonId == person && one.ClosedOn == null && !claimed.Contains(one.Id));
        }

        return await links.PeekAsync(LinkKind.Representation, token) is LinkState.Good { Person: var id } && await db.Set<Representation>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id) is { } found
            ? new Follower(id, found, one => one.Id == found.RequestId && one.ClosedOn == null)
            : null;
    }

    private sealed record Follower(Guid Who, Representation? Representation, Expression<Func<RightsRequest, bool>> Whose)
    {
        public Act Act(DateTime on) => new(Who, Representation is null ? Role.None : Role.Representative, on);
    }
}
