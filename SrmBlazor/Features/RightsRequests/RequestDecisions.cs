using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What privacy officers decide about requests. A denial and an erasure take two of them; an appeal is heard by one who decided nothing in it.</summary>
public sealed class RequestDecisions(RequestBook book, RequestLetters letters, RequestWorks works, RequestCarrier carrier, RequestWindows windows, Store store, DataMap map)
{
    /// <summary>What the handling itself works with is never set aside.</summary>
    private static readonly string[] Needed = ["mailbox", RequestMessage.Kind.Name, RequestContact.Kind.Name, RequestEvidence.Kind.Name, "outgoing-mail"];

    /// <summary>
    /// Nor is the file of a screening, which its person never reads: law has everybody compared with every new list whether or not they wish it (GDPR 18(2) goes
    /// on for reasons of important public interest), and what they contest is decided by that file. The name that was compared can be set aside.
    /// </summary>
    private static readonly string[] Kept = [.. Needed, "screening-file"];

    /// <summary>How the ledger names a restriction by a request, so that its end is found.</summary>
    internal static string CauseOf(string reference) => $"request.restricted {reference}";

    internal static bool IsNeeded(string kind) => Needed.Contains(kind);

    internal static bool MayBeSetAside(string kind) => !Kept.Contains(kind);

    /// <summary>Answers by text what nobody carries out and needs no second person.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> AnswerAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Decided, text, act, async (work, request, message, on) =>
        {
            if (request.State != RequestState.InProgress)
            {
                return RequestFault.NotNow;
            }

            if (request.IdentityProvedOn is null)
            {
                return RequestFault.NotProved;
            }

            if (RightsRequest.NeedsReview(request.Kind, RequestOutcome.Fulfilled) || await works.FindAsync(request) is not null || await RequestDesk.DecidedAboutAsync(work.Db, request, on))
            {
                return RequestFault.SomebodyElse;
            }

            request.Answer(new RequestAnswer(message, request.Language), on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestFulfilled(to, from, link, request.Reference), on);
            return null;
        });

    /// <summary>Proposes an end, with the words that the person will read, in their language. A second person decides.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ProposeAsync(string reference, Guid stamp, RequestOutcome outcome, DenialGround? ground, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Proposed, text, act, async (work, request, message, on) =>
        {
            var denies = outcome is RequestOutcome.Refused or RequestOutcome.PartlyFulfilled or RequestOutcome.NoDataHeld;
            if (denies && ground is null)
            {
                return RequestFault.NoGround;
            }

            if (outcome is not (RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled or RequestOutcome.Refused or RequestOutcome.NoDataHeld)
                || request.State != RequestState.InProgress && (outcome, ground) != (RequestOutcome.Refused, DenialGround.InsufficientVerification))
            {
                return RequestFault.NotNow;
            }

            if (outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled && request.IdentityProvedOn is null)
            {
                return RequestFault.NotProved;
            }

            if (await RequestDesk.DecidedAboutAsync(work.Db, request, on))
            {
                return RequestFault.SomebodyElse;
            }

            var doer = outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled ? await works.FindAsync(request) : null;
            if (doer is not null && !await doer.IsReadyAsync(request.Id))
            {
                return RequestFault.NotChecked;
            }

            request.Propose(outcome, denies ? ground : null, new RequestAnswer(message, request.Language, denies ? ComplaintRoutes.Of(request.Region) : ""), on);
            if (doer is not null)
            {
                await doer.ProposedAsync(work, request, on);
            }

            return null;
        });

    /// <summary>Gives a proposal back with a word to the colleague; the person sees neither.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> ReturnAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Returned, text, act, (_, request, message, on) =>
        {
            request.Return(message, on);
            return Task.FromResult<RequestFault?>(null);
        });

    /// <summary>Agrees to a colleague's proposal: a denial takes effect, what has to be done begins.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> ApproveAsync(string reference, Guid stamp, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        Guid? begun = null;
        var result = await book.ChangeAsync(reference, one => true, stamp, RequestStep.Returned, act, async (work, request, _, on) =>
        {
            if (request.ProposedBy == on.Who || await RequestDesk.DecidedAboutAsync(work.Db, request, on))
            {
                return RequestFault.SomebodyElse;
            }

            var outcome = request.ProposedOutcome!.Value;
            var gives = outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled;
            var who = await works.FindAsync(request);
            var carriedOut = who is not null;
            if (gives && !carriedOut && request.Kind.Erases())
            {
                return RequestFault.NotOffered;
            }

            if (gives && carriedOut && !await who!.StandsAsync(work, request, on))
            {
                return RequestFault.PlanChanged;
            }

            if (gives && carriedOut && !await book.BeginsAsync(work, request, on))
            {
                return RequestFault.ErasureRuns;
            }

            request.Approve(carriedOut, on, windows.Cooling);
            if (request.State.IsDecided())
            {
                await letters.SendAsync(work, request, LetterOf(request, outcome), on);
            }

            begun = request.State == RequestState.Executing ? request.Id : null;
            return null;
        });
        if (begun is { } id && result is RequestResult.Done)
        {
            await carrier.CarryOutAsync(id);
        }

        return result;
    }

    /// <summary>The appeal is right: the work begins anew in the actor's hands.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> OverturnAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Overturned, text, act, async (work, request, message, on) =>
        {
            if (!request.MayHearAppeal(on))
            {
                return RequestFault.SomebodyElse;
            }

            request.Overturn(message, RequestClock.Today(on.On), on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestMessageWaits(to, from, link, request.Reference), on);
            return null;
        });

    /// <summary>What was decided stays; the person reads why, and where else to turn.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> UpholdAsync(string reference, Guid stamp, string text, Act act) =>
        WithTextAsync(reference, stamp, RequestStep.Upheld, text, act, async (work, request, message, on) =>
        {
            if (!request.MayHearAppeal(on))
            {
                return RequestFault.SomebodyElse;
            }

            request.Uphold(new RequestAnswer(message, request.Language, ComplaintRoutes.Of(request.Region)), on);
            await letters.SendAsync(work, request, (to, from, link) => Letters.RequestAppealDecided(to, from, link, request.Reference, RouteOf(request)), on);
            return null;
        });

    /// <summary>The kinds of records that can be set aside for a person: names of the data map.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<IReadOnlyList<string>> RestrictableAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        return await RequestDesk.FindAsync(db, reference, act) is { PersonId: { } person }
            ? await Free(db, person).Select(row => row.Kind).Distinct().Order().ToListAsync()
            : [];
    }

    /// <summary>Sets records aside: from now on only storage and claims open them.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public Task<RequestResult> RestrictAsync(string reference, Guid stamp, IReadOnlyCollection<string> kinds, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return book.ChangeAsync(reference, one => true, stamp, RequestStep.Restricted, act, async (work, request, person, on) =>
        {
            var ledger = await work.Db.LedgerAsync(person);
            var records = (await Free(work.Db, person).Where(row => kinds.Contains(row.Kind)).Select(row => row.Id).ToListAsync()).Where(record => !ledger.IsRestricted(record)).ToList();
            if (records.Count == 0 || request.IdentityProvedOn is null)
            {
                return request.IdentityProvedOn is null ? RequestFault.NotProved : RequestFault.NothingHeld;
            }

            records.ForEach(record => work.Restrict(person, record, on, CauseOf(request.Reference)));
            request.Restrict(records.Count, on);
            return null;
        });
    }

    private IQueryable<SealedRow> Free(SrmDbContext db, Guid person)
    {
        var transient = map.Kinds.Where(kind => kind.Transient).Select(kind => kind.Name).Concat(Kept).ToList();
        return db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live && !transient.Contains(row.Kind));
    }

    private Task<RequestResult> WithTextAsync(string reference, Guid stamp, RequestStep step, string text, Act act, Func<Writing, RightsRequest, Guid, Act, Task<RequestFault?>> change)
    {
        act.Demand(Role.PrivacyOfficer);
        return RequestBook.FaultOf(text) is { } fault
            ? Task.FromResult<RequestResult>(new RequestResult.Invalid(fault))
            : book.ChangeAsync(reference, one => true, stamp, step, act, async (work, request, person, on) => await change(work, request, await book.SealAsync(work, person, text, on), on));
    }

    private static RequestLetter LetterOf(RightsRequest request, RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Refused or RequestOutcome.NoDataHeld => (to, from, link) => Letters.RequestRefused(to, from, link, request.Reference, GroundOf(request), RouteOf(request)),
        RequestOutcome.PartlyFulfilled => (to, from, link) => Letters.RequestPartlyFulfilled(to, from, link, request.Reference, GroundOf(request), RouteOf(request)),
        RequestOutcome.Fulfilled or RequestOutcome.Withdrawn or RequestOutcome.Expired or RequestOutcome.Upheld => (to, from, link) => Letters.RequestFulfilled(to, from, link, request.Reference),
    };

    private static string GroundOf(RightsRequest request) => RightsRequestsTexts.Say(request.Language, $"Ground.{request.LastDecision!.Ground}");

    private static string RouteOf(RightsRequest request) => ComplaintRoutes.In(request.Language, request.LastDecision!.Route);
}
