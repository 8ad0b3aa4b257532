using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// A child is found by what was answered later (PIPL 31): nothing is opened any more, number and scan go at once, the rest waits thirty days
/// for the guardian and goes then.
/// </summary>
public sealed class Freezing(Store store, Vault vault, Collector collector, StepRules rules)
{
    private const string Cause = "child.found";

    /// <summary>Whoever typed it says that it is right.</summary>
    /// <returns>False where the answers show no child, or the draft is not open.</returns>
    public async Task<bool> FreezeAsync(DraftKey key)
    {
        await using var work = await store.WriteAsync();
        return await Drafts.OpenDrafts(work.Db, key, work.Now).FirstOrDefaultAsync() is { PersonId: { } person } draft
            && await vault.OpenAsync<Answers>(person, draft.RecordId, For.Registration) is Opening<Answers>.Opened opened
            && rules.ShowsChild(opened.Record)
            && await FreezeAsync(work, draft, opened, new Act(person, Role.None, work.Now));
    }

    /// <summary>Within the caller's transaction, which it commits.</summary>
    internal async Task<bool> FreezeAsync(Writing work, Draft draft, Opening<Answers>.Opened opened, Act act)
    {
        var person = draft.PersonId!.Value;
        var kept = opened.Record with { IdNumber = null, AgeBand = nameof(AgeBand.Child) };
        if (await vault.SaveAsync(work, person, opened.Id, opened.Version, kept, For.Registration, act) != SaveOutcome.Saved)
        {
            return false;
        }

        draft.Freeze(act.On);
        work.Begin(person, For.Registration, act, Cause, draft.RecordId);
        if (draft.ScanId is { } scan)
        {
            work.End(person, For.Registration, act, Cause, scan);
            draft.DetachScan();
        }

        work.End(person, For.SensitiveIdentity, act, Cause);
        work.End(person, For.ChildData, act, Cause);
        work.Record(act, Cause, person);
        await collector.CommitAsync(work, person, act, Cause);
        return true;
    }
}
