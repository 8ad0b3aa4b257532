using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What staff see of a representation before any name is revealed.</summary>
/// <param name="Stamp">To be named with every step.</param>
/// <param name="CanConfirm">The request waits for it.</param>
/// <param name="CanRefuse">A refusal can be proposed.</param>
public sealed record Authority(Guid Stamp, RepresentationKind Kind, RepresentationState State, bool MayReceive, DateTime? ExpiresOn, bool CanConfirm, bool CanRefuse);

/// <summary>Whether somebody may ask for somebody else: staff see the evidence, and confirm for how long and how far, or propose a refusal.</summary>
public sealed class Representations(Store store, Vault vault, AccessLedger access, AccountRegister accounts, ComingOfAge majority, RequestBook book)
{
    /// <summary>Null where a request is the person's own, or the gate of a child's request is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<Authority?> FindAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        return await RequestDesk.FindAsync(db, reference, act) is { } request && await Representation.OfAsync(db, request.Id) is { } one
            ? new Authority(request.Stamp, one.Kind, one.State, one.MayReceive, one.ExpiresOn,
                one.State != RepresentationState.Confirmed && request.Allows(RequestStep.IdentityProved), one.State == RepresentationState.Pending && request.Allows(RequestStep.Proposed))
            : null;
    }

    /// <summary>About whom it is, in clear, after its row is in the access ledger; null where that is not kept, or the gate of a child's request is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<string?> RevealAsync(string reference, RevealReason reason, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        return await RequestDesk.FindAsync(db, reference, act) is { PersonId: { } person } request && await Representation.OfAsync(db, request.Id) is { ForId: not null }
            && (await access.RevealAsync<RepresentedPerson>(person, request.Id, For.RightsRequest, reason, act)).OrNull is { } about
            ? about.Mailbox.Length == 0 ? about.Name : $"{about.Name}, {about.Mailbox}"
            : null;
    }

    /// <summary>They may ask. Where the person has an account, the request goes on as one of that account.</summary>
    /// <param name="mayReceive">The answer may be given to them; otherwise it goes to the person.</param>
    /// <param name="until">The last day of it, a year from now at most. A guardian's ends when the minor is of age.</param>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ConfirmAsync(string reference, Guid stamp, bool mayReceive, DateOnly until, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return book.ChangeAsync(reference, one => true, stamp, RequestStep.IdentityProved, act, async (work, request, person, on) =>
        {
            if (await Representation.OfAsync(work.Db, request.Id) is not { State: not RepresentationState.Confirmed, ForId: { } about } representation)
            {
                return RequestFault.NotNow;
            }

            var (end, latest) = (until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), on.On + Representation.Longest);
            if (end <= on.On)
            {
                return RequestFault.TooLate;
            }

            var account = (await vault.OpenAsync<RepresentedPerson>(person, about, For.RightsRequest)).OrNull is { Mailbox.Length: > 0 } known
                && await accounts.FindByMailboxAsync(known.Mailbox) is { } found && found != person ? found : (Guid?)null;
            // an adult can have a guardian too: staff saw by what right
            if (representation.Kind == RepresentationKind.Guardian && account is { } minor && (await majority.FindAsync(work.Db, minor))?.GuardianUntil is { } grown && grown > on.On && grown < latest)
            {
                latest = grown;
            }

            representation.Confirm(mayReceive, end < latest ? end : latest, on);
            if (account is { } theirs)
            {
                await GoOnAsync(work, request, representation, theirs, on);
                return null;
            }

            request.ProveIdentity(on);
            return null;
        });
    }

    /// <summary>They have not shown that they may ask: the refusal, with its words, is decided by a second person.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> RefuseAsync(string reference, Guid stamp, string text, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return RequestBook.FaultOf(text) is { } fault
            ? new RequestResult.Invalid(fault)
            : await book.ChangeAsync(reference, one => true, stamp, RequestStep.Proposed, act, async (work, request, person, on) =>
            {
                if (await Representation.OfAsync(work.Db, request.Id) is not { State: not RepresentationState.Confirmed } representation)
                {
                    return RequestFault.NotNow;
                }

                representation.Refuse(on);
                var answer = new RequestAnswer(await book.SealAsync(work, person, text, on), request.Language, ComplaintRoutes.Of(request.Region));
                request.Propose(RequestOutcome.Refused, DenialGround.InsufficientVerification, answer, on);
                return null;
            });
    }

    /// <summary>Within the caller's transaction: the person is of age, and whoever was the guardian sees no more of the requests.</summary>
    public static Task EndGuardiansAsync(Writing work, Guid person)
    {
        DateTime? now = work.Now;
        return work.Db.Set<Representation>().Where(one => one.Kind == RepresentationKind.Guardian && (one.ExpiresOn == null || one.ExpiresOn > now)
            && work.Db.Set<RightsRequest>().Any(request => request.Id == one.RequestId && request.PersonId == person))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresOn, now));
    }

    /// <summary>A request cannot change its person: it ends, and the same words begin another, with the day on which they arrived.</summary>
    private async Task GoOnAsync(Writing work, RightsRequest request, Representation representation, Guid account, Act on)
    {
        var person = request.PersonId!.Value;
        var submitted = await work.Db.Set<RequestEvent>().Where(step => step.RequestId == request.Id && step.Step == RequestStep.Submitted).Select(step => step.RecordId!.Value).SingleAsync();
        var text = (await vault.OpenAsync<RequestMessage>(person, submitted, For.RightsRequest)).OrNull!.Text;
        var contact = (await vault.OpenAsync<RequestContact>(person, request.ContactId!.Value, For.RightsRequest)).OrNull;
        var next = await book.OpenAsync(work, new Asked(account, request.Kind, request.Channel, request.ReceivedOn, text, Proved: true) { Contact = contact, GoesOn = representation }, on);
        work.Announce(Topics.Person(account));
        var message = await book.SealAsync(work, person, RightsRequestsTexts.Say(request.Language, "Message.GoesOn", next.Reference), on);
        request.Withdraw(new RequestAnswer(message, request.Language), on);
    }
}
