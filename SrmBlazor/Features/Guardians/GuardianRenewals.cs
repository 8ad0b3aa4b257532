using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian answers anew for a child, once a version of the policy has changed what was agreed to. It rests until then.</summary>
public sealed class GuardianRenewals(Store store, Vault vault, Collector collector, Guardianships guardianships, GuardianConsents consents)
{
    /// <param name="purpose">The purpose's key.</param>
    /// <param name="served">The notice that the guardian's page showed.</param>
    /// <returns>False for a dead link, where there is nothing to answer any more, and where the notice was not shown or is no longer the one of now: it is read first.</returns>
    public async Task<bool> AnswerAsync(string? token, string purpose, bool agreed, Guid served)
    {
        if (For.Known.FirstOrDefault(one => one.Key == purpose && one is { ByConsent: true, ByGuardian: false }) is not { } asked || await guardianships.WardAsync(token) is not { } ward)
        {
            return false;
        }

        await using var work = await store.WriteAsync();
        if (!IsDue(asked, await work.Db.LedgerAsync(ward.Child), work.Now) || await consents.ReadAsync(work, ward.Child, [asked], [served]) is null)
        {
            return false;
        }

        var act = ward.Act(work.Now);
        await consents.ChooseAsync(work, ward.Child, asked, agreed, served, act);
        if (!agreed && GuardianDecisions.Choices.Contains(asked))
        {
            await NarrowAsync(work, ward.Child, asked, act);
        }

        await collector.CommitAsync(work, ward.Child, act, agreed ? "consent.renewed" : "consent.withdrawn");
        return true;
    }

    internal static bool IsDue(Purpose purpose, Ledger ledger, DateTime now) =>
        purpose is { ByConsent: true, ByGuardian: false } && ledger.IsGiven(purpose, now) && ledger.IsPaused(purpose);

    /// <summary>What the guardian no longer agrees to is not asked of the child any more, and an answer to it is not kept.</summary>
    private async Task NarrowAsync(Writing work, Guid child, Purpose refused, Act act)
    {
        string Without(string? agreed) => string.Join(',', (agreed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(key => key != refused.Key));
        if (await vault.OpenAsync<Guardianship>(work.Db, child, For.Guardianship) is Opening<Guardianship>.Opened known)
        {
            await vault.SaveAsync(work, child, known.Id, known.Version, known.Record with { Agreed = Without(known.Record.Agreed) }, For.Guardianship, act);
        }

        var draft = await work.Db.Set<Draft>().FirstOrDefaultAsync(one => one.PersonId == child && one.State == DraftState.Open);
        if (draft is not null && await vault.OpenAsync<Answers>(work.Db, child, For.Registration) is Opening<Answers>.Opened typed)
        {
            await vault.SaveAsync(work, child, typed.Id, typed.Version, Asked.Narrow(typed.Record with { GuardianChoices = Without(typed.Record.GuardianChoices) }), For.Registration, act);
        }
    }
}
