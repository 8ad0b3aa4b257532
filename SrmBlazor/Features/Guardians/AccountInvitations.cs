using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>The side of a child that has an account: found at a correction, or reported by who looked at the document.</summary>
public sealed class AccountInvitations(Store store, Invitations invitations, Leaving leaving, Collector collector, TimeProvider clock)
{
    /// <summary>Whether the actor is a child that waits for a guardian.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> AwaitsGuardianAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await db.Set<SupplierRegistration>().AnyAsync(one => one.PersonId == act.Who && one.State == RegistrationState.AwaitsGuardian);
    }

    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Waiting> StandingAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await WaitingChild.WithAccountAsync(db, act.Who) is not { } waiting ? new Waiting(WaitingState.None)
            : waiting.ErasedOn <= act.On ? new Waiting(WaitingState.Lapsed)
            : new Waiting(await invitations.IsAskedAsync(db, act.Who) ? WaitingState.Asked : WaitingState.NoGuardianYet, waiting.ErasedOn);
    }

    /// <summary>Names the guardian, who is written to.</summary>
    /// <returns>False where nobody waits, or a guardian was asked already.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> InviteAsync(string mailbox, Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        return await invitations.InviteAsync(work, await WaitingChild.FindAsync(work.Db, act.Who, work.Now), mailbox);
    }

    /// <inheritdoc cref="Invitations.AskAgainAsync(DraftKey)"/>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> AskAgainAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        return await invitations.AskAgainAsync(work, await WaitingChild.FindAsync(work.Db, act.Who, work.Now));
    }

    /// <summary>The child does not want to wait: everything is erased and the account closed.</summary>
    /// <returns>False where nobody waits.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> GiveUpAsync(Act act)
    {
        act.Demand(Role.Supplier);
        return await EndAsync(act.Who, act, "registration.discarded");
    }

    /// <summary>Nobody consented in thirty days. Each child in a transaction of its own; safe to repeat.</summary>
    public async Task LapseAsync(CancellationToken stop)
    {
        List<Guid> children;
        await using (var db = store.Read())
        {
            children = await db.Set<SupplierRegistration>().Where(one => one.State == RegistrationState.AwaitsGuardian && one.PersonId != null)
                .Select(one => one.PersonId!.Value).ToListAsync(stop);
        }

        foreach (var child in children)
        {
            stop.ThrowIfCancellationRequested();
            await EndAsync(child, Act.OfSystem(clock), "registration.lapsed", onlyLapsed: true);
        }
    }

    private async Task<bool> EndAsync(Guid child, Act act, string cause, bool onlyLapsed = false)
    {
        await using var work = await store.WriteAsync();
        if (await WaitingChild.WithAccountAsync(work.Db, child) is not { } waiting || (onlyLapsed && work.Now < waiting.ErasedOn))
        {
            return false;
        }

        await leaving.LeaveNothingAsync(work, child, act with { On = work.Now }, cause);
        await collector.CommitAsync(work, child, act with { On = work.Now }, cause);
        return true;
    }
}
