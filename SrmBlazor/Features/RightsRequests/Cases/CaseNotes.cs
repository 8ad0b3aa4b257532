using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests.Cases;

/// <param name="Text">Null where it is not kept for staff any more.</param>
public sealed record PastNote(Guid Id, string? Text, Hands By, DateTime On)
{
    public override string ToString() => $"{Id}";
}

/// <summary>Notes of staff in a case: sealed, never changed or removed by hand, and behind the gate of a child's.</summary>
public sealed class CaseNotes(Store store, Vault vault, AccessLedger access)
{
    /// <summary>Oldest first; null when there is no such request or its gate is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row in the access ledger could not be written; nothing was opened.</exception>
    public async Task<IReadOnlyList<PastNote>?> ListAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await RequestDesk.FindAsync(db, reference, act) is not { PersonId: { } person } request)
        {
            return null;
        }

        var entries = await db.Set<CaseEntry>().AsNoTracking().Where(one => one.RequestId == request.Id && one.Kind == CaseEntryKind.Note).OrderBy(one => one.On).ThenBy(one => one.Id).ToListAsync();
        if (entries.Count == 0)
        {
            return [];
        }

        await access.RecordCaseAsync(person, request.Id, act);
        var texts = (await vault.OpenAllAsync<CaseNote>(person, For.RightsRequest)).ToDictionary(one => one.Id, one => one.Record.Text);
        return [.. entries.Select(one => new PastNote(one.Id, texts.GetValueOrDefault(one.RecordId!.Value), one.By == act.Who ? Hands.Me : Hands.Staff, one.On))];
    }

    /// <summary>Adds one, as long as the request is not closed.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    public async Task<RequestResult> AddAsync(string reference, string text, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        if (RequestBook.FaultOf(text) is { } fault)
        {
            return new RequestResult.Invalid(fault);
        }

        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await RequestBook.FindAsync(work.Db, reference, one => true) is not { PersonId: { } person } request)
        {
            return new RequestResult.NotFound();
        }

        if (!(await RequestGate.OfAsync(work.Db, request, on)).IsOpen)
        {
            return new RequestResult.Invalid(RequestFault.NeedsApproval);
        }

        if (request.State == RequestState.Closed)
        {
            return new RequestResult.Invalid(RequestFault.NotNow);
        }

        var record = await vault.SealAsync(work, person, new CaseNote(text.Trim()), For.RightsRequest, on, "case.noted");
        work.Db.Add(CaseEntry.OfNote(request.Id, record, on.Who, on.On));
        work.Record(on, "case.noted", person, request.Reference);
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return new RequestResult.Done(request.Reference, request.Stamp);
    }
}
