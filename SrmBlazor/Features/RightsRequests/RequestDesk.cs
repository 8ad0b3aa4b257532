using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.ChildApprovals;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Requests as privacy officers see them. Opening one leaves a row in the person's access ledger first.</summary>
public sealed class RequestDesk(Store store, Vault vault, AccessLedger access, RequestBook book, RequestReading reading, RequestLetters letters, RequestClock clock, RequestWorks works)
{
    /// <summary>Opens a request with what was written; null when there is none of this reference, or it is a child's and its gate is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row in the access ledger could not be written; nothing was opened.</exception>
    public async Task<OpenedRequest?> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not { PersonId: { } person } request)
        {
            return null;
        }

        await access.RecordCaseAsync(person, request.Id, act);
        var proposal = request.ProposedOutcome is { } outcome
            ? new Proposal(outcome, request.ProposedGround, (await vault.OpenAsync<RequestMessage>(person, request.ProposedMessageId!.Value, For.RightsRequest)).OrNull?.Text, request.ProposedBy == act.Who)
            : null;
        return new OpenedRequest(
            RowOf(request, act, needsSecond: (await RequestGate.OfAsync(db, request, act)).State != GateState.Free), request.Stamp, request.Language, await MaskedAsync(db, request, person), await reading.StepsAsync(db, request, For.RightsRequest, staff: true, act),
            RequestReading.DecisionsOf(request), request.State.IsDecided() ? null : clock.Reckon(request, act.On), proposal, request.IdentityProvedOn is not null, await works.FindAsync(request) is not null,
            request.WaitsFor is { } reason && request.OpenPause is null && clock.MayPause(request, reason), request.OpenPause is not null,
            request.Allows(RequestStep.Extended) && clock.MayExtend(request, act.On), request.MayHearAppeal(act) && !await DecidedAboutAsync(db, request, act),
            await RequestReading.ReferenceAsync(db, request.TwinId), await RequestReading.LaterAsync(db, request), await RequestReading.ReferenceAsync(db, request.AboutId),
            Enum.GetValues<RequestStep>().Where(request.Allows).ToHashSet());
    }

    /// <summary>The name in clear after its row is in the access ledger; null when it may not be shown or is gone.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<string?> RevealAsync(string reference, RevealReason reason, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await FindAsync(db, reference, act) is not { PersonId: { } person } request)
        {
            return null;
        }

        return request.ContactId is not null && (await access.RevealAsync<RequestContact>(person, request.Id, For.RightsRequest, reason, act)).OrNull is { } contact
            ? string.Join(", ", new[] { contact.Name, contact.Mailbox, contact.Address }.Where(part => part.Length > 0))
            : (await access.RevealAsync<Identity>(person, request.Id, For.Account, reason, act)).OrNull?.FullName;
    }

    /// <summary>Takes it in hand, also from a colleague. A complaint or an appeal is for who did not decide what it is about.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ClaimAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, RequestStep.Claimed, act, async (work, request, _, on) =>
        {
            if (await MayTakeAsync(work.Db, request, on.Who) is { } fault)
            {
                return fault;
            }

            request.Claim(on);
            return null;
        });

    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ReleaseAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, RequestStep.Released, act, (_, request, _, on) => Done(() => request.Release(on)));

    /// <summary>It is certain who asks: the signature, the mailbox or the proof fits.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ProveAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, RequestStep.IdentityProved, act, async (work, request, _, on) =>
        {
            // who asks for somebody else is confirmed with what it covers and until when
            if (await work.Db.Set<Representation>().AnyAsync(one => one.RequestId == request.Id && one.State != RepresentationState.Confirmed))
            {
                return RequestFault.NotProved;
            }

            request.ProveIdentity(on);
            return null;
        });

    /// <summary>Asks who it is, with the reason for the doubt, which the person reads.</summary>
    /// <param name="authority">Asked is whether somebody may act for the person.</param>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> AskIdentityAsync(string reference, Guid stamp, string text, bool authority, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.IdentityAsked, text, act, async (work, request, message, on) =>
        {
            if (authority)
            {
                request.AskAuthority(message, on);
            }
            else
            {
                request.AskIdentity(message, on);
            }

            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestIdentityAsked(to, from, link, request.Reference), on);
            return null;
        });

    /// <summary>Asks what is meant.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> AskClarificationAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.ClarificationAsked, text, act, async (work, request, message, on) =>
        {
            request.AskClarification(message, on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestClarificationAsked(to, from, link, request.Reference), on);
            return null;
        });

    /// <summary>Writes to the person.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> WriteAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Wrote, text, act, async (work, request, message, on) =>
        {
            request.Write(message, on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestMessageWaits(to, from, link, request.Reference), on);
            return null;
        });

    /// <summary>Stops the clock while the person is asked, where the region's rule allows it.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> PauseAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, RequestStep.Paused, act, (_, request, _, on) =>
            request.WaitsFor is not { } reason || request.OpenPause is not null ? Faulty(RequestFault.NotNow)
            : !clock.MayPause(request, reason) ? Faulty(RequestFault.NotLawful)
            : Done(() => request.Pause(reason, lawful: true, on)));

    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ResumeAsync(string reference, Guid stamp, Act act) =>
        ChangeAsync(reference, stamp, RequestStep.Resumed, act, (_, request, _, on) => request.OpenPause is null ? Faulty(RequestFault.NotNow) : Done(() => request.Resume(on)));

    /// <summary>Takes more time, once and before the day that was due; the person is told why with the same save.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ExtendAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Extended, text, act, async (work, request, message, on) =>
        {
            if (!clock.MayExtend(request, on.On))
            {
                return RequestFault.NotLawful;
            }

            request.Extend(message, lawful: true, on);
            clock.Apply(request, on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestExtended(to, from, link, request.Reference, request.LimitOn ?? request.DueOn!.Value), on);
            return null;
        });

    /// <summary>A request that the actor may open.</summary>
    internal static async Task<RightsRequest?> FindAsync(SrmDbContext db, string reference, Act act) =>
        await RequestBook.FindAsync(db, reference, one => true) is { } request && (await RequestGate.OfAsync(db, request, act)).IsOpen ? request : null;

    /// <summary>Why somebody may not have it in hand; null when they may.</summary>
    internal static async Task<RequestFault?> MayTakeAsync(SrmDbContext db, RightsRequest request, Guid staff) =>
        request.State == RequestState.Appealed && !request.MayHearAppeal(staff) || await DecidedAboutAsync(db, request, staff) ? RequestFault.SomebodyElse : null;

    private Task<RequestResult> WithTextAsync(string reference, Guid stamp, RequestStep step, string text, Act act, Func<Writing, RightsRequest, Guid, Act, Task<RequestFault?>> change)
    {
        act.Demand(Role.PrivacyOfficer);
        return RequestBook.FaultOf(text) is { } fault
            ? Task.FromResult<RequestResult>(new RequestResult.Invalid(fault))
            : ChangeAsync(reference, stamp, step, act, async (work, request, person, on) => await change(work, request, await book.SealAsync(work, person, text, on), on));
    }

    private Task<RequestResult> ChangeAsync(string reference, Guid stamp, RequestStep step, Act act, RequestChange change)
    {
        act.Demand(Role.PrivacyOfficer);
        return book.ChangeAsync(reference, one => true, stamp, step, act, change);
    }

    private static Task<RequestFault?> Done(Action change)
    {
        change();
        return Task.FromResult<RequestFault?>(null);
    }

    private static Task<RequestFault?> Faulty(RequestFault fault) => Task.FromResult<RequestFault?>(fault);

    /// <summary>Whether the actor decided the request that this one complains about.</summary>
    internal static Task<bool> DecidedAboutAsync(SrmDbContext db, RightsRequest request, Act act) => DecidedAboutAsync(db, request, act.Who);

    private static Task<bool> DecidedAboutAsync(SrmDbContext db, RightsRequest request, Guid staff) =>
        db.Set<RequestDecision>().AnyAsync(one => one.RequestId == request.AboutId && (one.Proposer == staff || one.Reviewer == staff));

    private static RequestRow RowOf(RightsRequest one, Act act, bool needsSecond) => new(
        one.Reference, one.Number, one.Kind, one.State, one.Channel, one.Region, one.ReceivedOn, one.DueOn, one.LimitOn, one.IsProvisional,
        one.Assignee is null ? Hands.Nobody : one.Assignee == act.Who ? Hands.Me : Hands.Staff, one.TwinId is not null,
        !one.State.IsDecided() && one.DueOn < RequestClock.Today(act.On), needsSecond);

    private async Task<MaskedPerson?> MaskedAsync(SrmDbContext db, RightsRequest request, Guid person)
    {
        var contact = request.ContactId is { } id ? (await vault.OpenAsync<RequestContact>(person, id, For.RightsRequest)).OrNull : null;
        var name = (await vault.OpenAsync<Identity>(db, person, For.Account)).OrNull?.FullName;
        var mailbox = (await vault.OpenAsync<Mailbox>(db, person, For.Account)).OrNull?.Address;
        return name is null && mailbox is null && contact is null ? null : new MaskedPerson(Masked.Name(name ?? contact?.Name), Masked.Mailbox(mailbox ?? contact?.Mailbox), mailbox is not null);
    }
}
