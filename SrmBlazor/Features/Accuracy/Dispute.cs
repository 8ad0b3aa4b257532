using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>
/// Records that are set aside because of a request (GDPR 18): only storage, access and claims open them. The ledger's lines name the request, so
/// that what two requests set aside stays so until both have ended.
/// </summary>
internal static class Dispute
{
    public static string CauseOf(string reference) => RequestDecisions.CauseOf(reference);

    public static void Open(Writing work, Guid person, IEnumerable<Guid> records, string reference, Act act)
    {
        foreach (var record in records)
        {
            work.Restrict(person, record, act, CauseOf(reference));
            work.Record(act, "record.set-aside", person, $"{reference} {record:N}");
        }

        work.Announce(Topics.Person(person));
    }

    /// <summary>What this request has set aside and still does.</summary>
    public static IReadOnlyList<Guid> RecordsOf(Ledger ledger, string reference) =>
        [.. ledger.Lines.Where(line => line.RecordId is not null).Select(line => line.RecordId!.Value).Distinct().Where(record => Open(ledger, record, CauseOf(reference)))];

    /// <summary>Why a record is set aside now: causes as the ledger names them.</summary>
    public static IReadOnlyList<string> CausesOf(Ledger ledger, Guid record) =>
        [.. ledger.Lines.Where(line => line.RecordId == record && line.Change == PurposeChange.Restricted).Select(line => line.Cause).Distinct().Where(cause => Open(ledger, record, cause))];

    /// <summary>The references of the requests for which a record is set aside.</summary>
    public static IReadOnlyList<string> ReferencesOf(Ledger ledger, Guid record) => [.. CausesOf(ledger, record).Select(cause => cause.Split(' ')[^1])];

    /// <returns>How many records are free again.</returns>
    public static async Task<int> CloseAsync(Writing work, Guid person, string reference, Act act)
    {
        var ledger = await work.Db.LedgerAsync(person);
        var records = RecordsOf(ledger, reference);
        foreach (var record in records)
        {
            Free(work, person, record, ledger, CauseOf(reference), act);
        }

        return records.Count;
    }

    /// <summary>Sets aside again what a denial freed, because an appeal says that it was wrong. What the person freed themselves stays free.</summary>
    public static async Task ReopenAsync(Writing work, RightsRequest request, Act act)
    {
        if (request is not { PersonId: { } person, LastDecision: { Outcome: RequestOutcome.Refused or RequestOutcome.NoDataHeld } denial })
        {
            return;
        }

        var cause = CauseOf(request.Reference);
        var freed = (await work.Db.LedgerAsync(person)).Lines.Where(line => line.Cause == cause && line.Change == PurposeChange.Released && line.On == denial.On).Select(line => line.RecordId!.Value).ToList();
        Open(work, person, await work.Db.Set<SealedRow>().Where(row => freed.Contains(row.Id) && row.PersonId == person && row.State == RowState.Live).Select(row => row.Id).ToListAsync(), request.Reference, act);
    }

    /// <summary>Ends one cause; where another one stands the record stays set aside for that.</summary>
    public static void Free(Writing work, Guid person, Guid record, Ledger ledger, string cause, Act act)
    {
        work.Release(person, record, act, cause);
        foreach (var other in CausesOf(ledger, record).Where(other => other != cause))
        {
            work.Restrict(person, record, act, other);
        }

        work.Record(act, "record.released", person, $"{record:N}");
        work.Announce(Topics.Person(person));
    }

    private static bool Open(Ledger ledger, Guid record, string cause) =>
        ledger.Lines.LastOrDefault(line => line.RecordId == record && line.Cause == cause && line.Change is PurposeChange.Restricted or PurposeChange.Released)
            ?.Change == PurposeChange.Restricted;
}
