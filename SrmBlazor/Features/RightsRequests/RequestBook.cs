using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What is asked for, before it has a number.</summary>
/// <param name="Text">What was written; null where nothing was, because the page said all of it.</param>
/// <param name="Proved">It is certain that it comes from the person.</param>
public sealed record Asked(Guid Person, RequestKind Kind, RequestChannel Channel, DateOnly ReceivedOn, string? Text, bool Proved)
{
    /// <summary>Where it is not the person's own.</summary>
    public string? Region { get; init; }

    public RequestContact? Contact { get; init; }

    public Guid? About { get; init; }

    public bool Cooling { get; init; }

    /// <summary>Who asks for somebody else, and by what right.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Staff saw who may ask: what was another request so far goes on as one of the person's account.</summary>
    public Representation? GoesOn { get; init; }

    internal bool IsForAnother => Claim is not null || GoesOn is not null;

    public override string ToString() => $"{Kind} by {Channel}";
}

/// <summary>Writes requests down. One step is one transaction: state, step, clock, sealed words, audit entries, letter, purposes that end.</summary>
public sealed class RequestBook(Store store, Vault vault, Collector collector, RequestLetters letters, RequestClock clock, RequestLooks looks, RequestWorks works, CasePlanning tasks, RequestWindows windows, FailPoints faults)
{
    /// <summary>Writes down a request within the caller's transaction, which <see cref="CommitAsync"/> ends. Duplicates are linked, never refused.</summary>
    public async Task<RightsRequest> OpenAsync(Writing work, Asked asked, Act act)
    {
        var person = await work.Db.Set<Person>().FirstOrDefaultAsync(one => one.Id == asked.Person) ?? work.Db.Set<Person>().Local.Single(one => one.Id == asked.Person);
        var message = asked.Text is { } text ? await SealAsync(work, asked.Person, text, act) : (Guid?)null;
        var contact = asked.Contact is { } given ? await vault.SealAsync(work, asked.Person, given, For.RightsRequest, act, "request.submitted", LookUpsOf(asked, given)) : (Guid?)null;
        var twin = await Open(work.Db.Set<RightsRequest>()).Where(one => one.PersonId == asked.Person && one.Kind == asked.Kind).OrderBy(one => one.Number).Select(one => (Guid?)one.Id).FirstOrDefaultAsync();
        var number = (await work.Db.Set<RightsRequest>().MaxAsync(one => (long?)one.Number) ?? 0) + 1;
        var request = RightsRequest.Submit(
            new NewRequest(asked.Person, asked.Kind, asked.Region ?? person.Region, person.Language, asked.Channel, asked.ReceivedOn, message, contact)
            {
                Twin = twin,
                About = asked.About,
                Cooling = asked.Cooling,
                AppealDays = windows.Appeal,
            }, number, act);
        work.Db.Add(request);
        if (asked.Claim is { } claim)
        {
            var about = claim.For is { } known ? await vault.SealAsync(work, asked.Person, known, For.RightsRequest, act, "request.submitted") : (Guid?)null;
            work.Db.Add(Representation.Of(request, claim, about, act));
        }

        asked.GoesOn?.GoOnAs(request);

        if (asked.Proved)
        {
            request.ProveIdentity(act);
        }
        else if (asked.Claim is { } shows)
        {
            request.AskAuthority(await SealAsync(work, asked.Person, shows.Asked, act), act);
        }

        clock.Apply(request, act);
        await letters.SendAsync(work, request, (to, from, link) => Letters.RequestReceived(to, from, link, request.Reference, request.DueOn!.Value), act, asked.Contact);
        if (asked.Proved && !asked.IsForAnother && asked.Kind.RunsByItself() && works.Find(asked.Kind) is not null && await BeginsAsync(work, request, act))
        {
            request.RunByItself(act, windows.Cooling);
        }

        return request;
    }

    /// <summary>Ends the transaction of a step.</summary>
    public async Task CommitAsync(Writing work, RightsRequest request, Act act)
    {
        var ended = await NoteAsync(work, request, act);
        faults.Reach("request.before-commit");
        if (ended)
        {
            await collector.CommitAsync(work, request.PersonId!.Value, act, "request.decided");
        }
        else
        {
            await work.CommitAsync();
        }

        faults.Reach("request.after-commit");
    }

    /// <summary>The same within a transaction that somebody else ends: the collector, where the request is decided with it.</summary>
    /// <returns>Whether it is decided.</returns>
    internal async Task<bool> NoteAsync(Writing work, RightsRequest request, Act act)
    {
        clock.Apply(request, act);
        await tasks.FollowAsync(work, request, act);
        request.LookAgain(await looks.NextAsync(work.Db, request, act.On));
        var person = request.PersonId!.Value;
        foreach (var step in work.Db.ChangeTracker.Entries<RequestEvent>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OrderBy(step => step.Turn).ToList())
        {
            var own = work.Db.Set<RightsRequest>().Local.Single(one => one.Id == step.RequestId);
            work.Record(act, $"request.{Code(step.Step)}", own.PersonId!.Value, $"{own.Reference} {step.Turn} {step.To} {(step.SaysHolder ? "" : step.Reason)}".TrimEnd());
        }

        var ended = await EndAsync(work, request, person, act);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        return ended;
    }

    internal Task<Guid> SealAsync(Writing work, Guid person, string text, Act act) =>
        vault.SealAsync(work, person, new RequestMessage(text.Trim()), For.RightsRequest, act, "request.written");

    /// <summary>One step of one request. What staff do with a child's needs a second person's approval, save to take it in hand and to give it back.</summary>
    /// <param name="whose">Which requests the actor may touch.</param>
    /// <param name="stamp">Of the state that was seen; null where the state itself decides.</param>
    internal async Task<RequestResult> ChangeAsync(string reference, Expression<Func<RightsRequest, bool>> whose, Guid? stamp, RequestStep step, Act act, RequestChange change)
    {
        await using var work = await store.WriteAsync();
        if (await FindAsync(work.Db, reference, whose) is not { PersonId: { } person } request)
        {
            return new RequestResult.NotFound();
        }

        if (stamp is { } seen && seen != request.Stamp)
        {
            return new RequestResult.ChangedMeanwhile();
        }

        // the turn to write may have been waited for
        var on = act with { On = work.Now };
        if (on.Is(Role.PrivacyOfficer) && !on.IsOwner(person) && step is not (RequestStep.Claimed or RequestStep.Assigned or RequestStep.Released or RequestStep.Undone) && !(await RequestGate.OfAsync(work.Db, request, on)).IsOpen)
        {
            return new RequestResult.Invalid(RequestFault.NeedsApproval);
        }

        if (!request.Allows(step))
        {
            return new RequestResult.Invalid(RequestFault.NotNow);
        }

        if (await change(work, request, person, on) is { } fault)
        {
            return new RequestResult.Invalid(fault);
        }

        await CommitAsync(work, request, on);
        return new RequestResult.Done(request.Reference, request.Stamp);
    }

    /// <summary>Before something begins that may take the mailbox with it: the letter is written now and leaves at the end. False where another erasure runs.</summary>
    internal async Task<bool> BeginsAsync(Writing work, RightsRequest request, Act act)
    {
        if (request.Kind.Erases() && await IsErasingAsync(work.Db, request))
        {
            return false;
        }

        if (works.Find(request.Kind) is { TellsAccount: true } && await letters.GoToAccountAsync(work, request))
        {
            return true;
        }

        if (request.LetterId is null && await letters.PrepareAsync(work, request, (to, from, link) => Letters.RequestCarriedOut(to, from, link, request.Reference), act) is { } letter)
        {
            request.PrepareLetter(letter);
        }

        return true;
    }

    internal static Task<bool> IsErasingAsync(SrmDbContext db, RightsRequest request) => db.Set<RightsRequest>().AnyAsync(one =>
        one.PersonId == request.PersonId && one.Id != request.Id && (one.Kind == RequestKind.Delete || one.Kind == RequestKind.CloseAccount)
        && (one.State == RequestState.Executing || one.State == RequestState.Verifying || one.State == RequestState.Failed || one.State == RequestState.CoolingOff));

    internal static Task<RightsRequest?> FindAsync(SrmDbContext db, string reference, Expression<Func<RightsRequest, bool>> whose)
    {
        var number = RightsRequest.NumberOf(reference) ?? -1;
        return db.Set<RightsRequest>().Where(whose).Include(one => one.Pauses).Include(one => one.Decisions).AsSplitQuery().FirstOrDefaultAsync(one => one.Number == number && one.PersonId != null);
    }

    internal static IQueryable<RightsRequest> Open(IQueryable<RightsRequest> requests) => requests.Where(one => one.Stage != RequestStage.Ended);

    internal static RequestFault? FaultOf(string text) =>
        string.IsNullOrWhiteSpace(text) ? RequestFault.NoText : text.Trim().Length > RequestMessage.Longest ? RequestFault.TextTooLong : null;

    /// <summary>Evidence goes with the decision; what was written stays three years after the closing, closed to everybody but the person.</summary>
    private async Task<bool> EndAsync(Writing work, RightsRequest request, Guid person, Act act)
    {
        if (!request.State.IsDecided())
        {
            return false;
        }

        if (works.Find(request.Kind) is { } carrier)
        {
            await carrier.EndedAsync(work, request, act);
        }

        var steps = await work.Db.Set<RequestEvent>().AsNoTracking().Where(step => step.RequestId == request.Id && step.RecordId != null).Select(step => new { step.Step, step.RecordId }).ToListAsync();
        var ledger = await work.Db.LedgerAsync(person);
        foreach (var proof in steps.Where(step => step.Step == RequestStep.EvidenceKept && ledger.Lasts(For.RequestProof, step.RecordId, act.On)))
        {
            work.End(person, For.RequestProof, act, "request.decided", proof.RecordId);
        }

        if (request.State == RequestState.Closed)
        {
            var added = work.Db.ChangeTracker.Entries<RequestEvent>().Where(entry => entry.State == EntityState.Added && entry.Entity.RequestId == request.Id).Select(entry => entry.Entity.RecordId).ToList();
            var notes = await work.Db.Set<CaseEntry>().Where(one => one.RequestId == request.Id && one.RecordId != null).Select(one => one.RecordId).ToListAsync();
            foreach (var record in steps.Where(step => step.Step != RequestStep.EvidenceKept).Select(step => step.RecordId).Concat(added).Concat(notes).Append(request.ContactId)
                .Append(await work.Db.Set<Representation>().Where(one => one.RequestId == request.Id).Select(one => one.ForId).FirstOrDefaultAsync()).OfType<Guid>().Distinct())
            {
                work.End(person, For.RightsRequest, act, "request.closed", record);
            }
        }

        return true;
    }

    /// <summary>By the name or the mailbox of a representative nobody's requests are found.</summary>
    private static (LookUp, string)[] LookUpsOf(Asked asked, RequestContact contact) => asked.IsForAnother ? [] :
    [
        .. contact.Name.Length > 0 ? [(LookUp.WholeName, contact.Name)] : Array.Empty<(LookUp, string)>(),
        .. asked.Channel == RequestChannel.Form ? [(LookUp.RequestMailbox, contact.Mailbox)] : Array.Empty<(LookUp, string)>(),
    ];

    private static string Code(RequestStep step) =>
        string.Concat(step.ToString().Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}

/// <summary>What a step does; the fault that stands in its way, or null.</summary>
internal delegate Task<RequestFault?> RequestChange(Writing work, RightsRequest request, Guid person, Act on);
