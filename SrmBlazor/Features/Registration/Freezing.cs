using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>
/// A child is found by what was answered later, or by who looks at the document (PIPL 31): nothing is opened any more, number and scan go at
/// once, the rest waits thirty days for the guardian and goes then.
/// </summary>
public sealed class Freezing(Store store, Vault vault, Collector collector, StepRules rules, DataMap map, Ages ages, AccountLetters letters, TimeProvider clock)
{
    /// <summary>How ledgers name it.</summary>
    public const string Cause = "child.found";

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

    /// <summary>
    /// Whoever has an account already, within the caller's transaction. The child reads by letter where to name a guardian; the account stays
    /// as the way to that page.
    /// </summary>
    /// <returns>What is to be destroyed after the commit.</returns>
    internal async Task<Guid?> FreezeAsync(Writing work, SupplierRegistration registration, Act act)
    {
        var person = registration.PersonId!.Value;
        registration.Freeze();
        await letters.ChildFoundAsync(work, person, act.On + Draft.Life, act);
        await CorrectAgeAsync(work, person, act);
        var ledger = await work.Db.LedgerAsync(person);
        // what a child agreed to alone is no consent; what the guardian will be asked about waits for the guardian
        foreach (var purpose in map.Purposes.Where(purpose => purpose is { ByConsent: true, Basic: false, PerRecord: false }))
        {
            foreach (var record in ledger.Spells(purpose, act.On))
            {
                work.End(person, purpose, act, Cause, record);
            }
        }

        work.End(person, For.IdentityCheck, act, Cause);
        work.End(person, For.SensitiveIdentity, act, Cause);
        work.End(person, For.ChildData, act, Cause);
        work.Record(act, Cause, person, registration.Reference);
        work.Announce(Topics.Queue);
        return await collector.IntendAsync(work, person, act, Cause);
    }

    /// <summary>The age band is known to be wrong, and so is a birth year that allows no child.</summary>
    private async Task CorrectAgeAsync(Writing work, Guid person, Act act)
    {
        if (await vault.OpenAsync<Residence>(work.Db, person, For.Jurisdiction) is not Opening<Residence>.Opened(var record, var version, var residence))
        {
            return;
        }

        await vault.SaveAsync(work, person, record, version, residence with { AgeBand = nameof(AgeBand.Child) }, For.Jurisdiction, act);
        if ((await vault.OpenAsync<LeasingProfile>(work.Db, person, For.LeasingMatching)).OrNull is { } leasing
            && BirthYear.Read(leasing.BirthYear) is { } year && Ages.Youngest(year, clock.Today()) >= ages.ChildUnder(residence.Country))
        {
            work.End(person, For.LeasingMatching, act, Cause);
        }
    }
}
