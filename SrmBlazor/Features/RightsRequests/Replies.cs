using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>A reply as it could be sent.</summary>
public sealed record ReplyDraft(ReplySituation Situation, string Text)
{
    public override string ToString() => $"{Situation}";
}

/// <summary>Replies that are written already: to begin a message with, or to be sent as they are.</summary>
public sealed class Replies(Store store, RequestDesk desk, Letterhead letterhead)
{
    /// <summary>One for each situation, in the language of whoever asked; none while the gate is shut or when there is no such request.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<IReadOnlyList<ReplyDraft>> DraftsAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await RequestDesk.FindAsync(db, reference, act) is not { } request)
        {
            return [];
        }

        var link = await LinkAsync(db, request);
        return [.. Enum.GetValues<ReplySituation>().Select(situation => new ReplyDraft(situation, ReplyTemplates.Write(request, situation, link, RequestClock.Today(act.On))))];
    }

    /// <summary>Sends one as a message of ours; never to a request that has ended.</summary>
    /// <param name="stamp">Of the state that was seen.</param>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> SendAsync(string reference, Guid stamp, ReplySituation situation, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        RightsRequest? request;
        Uri? link;
        await using (var db = store.Read())
        {
            request = await RequestBook.FindAsync(db, reference, one => true);
            link = request is null ? null : await LinkAsync(db, request);
        }

        // whatever happens to it from here on changes its stamp, and then nothing is sent
        return request is null ? new RequestResult.NotFound()
            : request.State.IsDecided() ? new RequestResult.Invalid(RequestFault.NotNow)
            : await desk.WriteAsync(reference, stamp, ReplyTemplates.Write(request, situation, link, RequestClock.Today(act.On)), act);
    }

    /// <summary>Whoever has no account follows by the link in our letters, which is theirs alone.</summary>
    private async Task<Uri?> LinkAsync(SrmDbContext db, RightsRequest request) =>
        await db.Set<Account>().AnyAsync(account => account.Id == request.PersonId && account.ActivatedOn != null && account.ClosedOn == null)
            && !await db.Set<Representation>().AnyAsync(one => one.RequestId == request.Id)
            ? letterhead.Link(RequestLetters.PlaceOf(request.Reference)) : null;
}
