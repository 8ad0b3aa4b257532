using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Registration;

/// <summary>What became of an activation.</summary>
public abstract record ActivationResult
{
    private ActivationResult()
    {
    }

    public sealed record Activated(Guid Person) : ActivationResult;

    /// <summary>The link is used, superseded, over or unknown.</summary>
    public sealed record DeadLink(LinkState State) : ActivationResult;

    /// <summary>The password will not do; nothing was changed and the link is still good.</summary>
    public sealed record Weak(PasswordFlaw Flaw) : ActivationResult;
}

/// <summary>
/// The mailbox is confirmed: the account is made, its purposes begin, the identity check begins. Uniqueness binds here: the first
/// activated registration of a mailbox wins, the others are erased.
/// </summary>
public sealed class Activations(Store store, KeyStore keys, Vault vault, Collector collector, DataMap map, AccountRegister accounts, MailedLinks links, ConsentBook consents, Notices notices, FailPoints faults, TimeProvider clock)
{
    /// <summary>Purposes that begin because a record of theirs was given, besides those of every account.</summary>
    private static readonly Purpose[] ByRecord = [For.LeasingMatching, For.LeasingContact, For.RegionalScreening, For.WorkProfile, For.Correspondence];

    private static readonly Purpose[] OfEveryone = [For.Account, For.IdentityCheck, For.Jurisdiction, For.Screening];

    public Task<LinkState> PeekAsync(string? token) => links.PeekAsync(LinkKind.Activation, token);

    public async Task<ActivationResult> ActivateAsync(string? token, string password)
    {
        var seen = await PeekAsync(token);
        if (seen is not LinkState.Good { Person: var waiting })
        {
            return new ActivationResult.DeadLink(seen);
        }

        var own = (await vault.OpenAsync<Mailbox>(waiting, For.Registration)).OrNull?.Address ?? "";
        if (PasswordRule.Check(password, staff: false, own) is { } flaw)
        {
            return new ActivationResult.Weak(flaw);
        }

        var hash = accounts.Hash(password);
        await using var work = await store.WriteAsync();
        var state = await links.ConsumeAsync(work, LinkKind.Activation, token);
        if (state is not LinkState.Good { Person: var person })
        {
            return new ActivationResult.DeadLink(state);
        }

        var registration = await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person && one.State == RegistrationState.Submitted);
        if (registration is null || await vault.OpenAsync<Mailbox>(person, For.Registration) is not Opening<Mailbox>.Opened { Id: var record, Record.Address: var address })
        {
            return new ActivationResult.DeadLink(new LinkState.Used());
        }

        if (!await TakeMailboxAsync(work.Db, record, person, address))
        {
            return new ActivationResult.DeadLink(new LinkState.Used());
        }

        faults.Reach("activate.after-index");
        var act = new Act(person, Role.Supplier, work.Now);
        registration.Confirm(act.On);
        accounts.Create(work, person, hash, Role.Supplier, act);
        await BeginAsync(work, person, act);
        work.Record(act, "account.activated", person, registration.Reference);
        work.Announce(Topics.Queue);
        await collector.CommitAsync(work, person, act, "account.activated");
        faults.Reach("activate.after-commit");
        await EraseOthersAsync(person, address);
        return new ActivationResult.Activated(person);
    }

    /// <summary>Drops registrations whose mailbox was never confirmed. Their records lapsed by the clock; this is the rest.</summary>
    public async Task LapseAsync(CancellationToken stop)
    {
        await using var db = store.Read();
        var since = clock.Now() - For.Registration.Term!.Value;
        var over = await db.Set<SupplierRegistration>().Where(one => one.State == RegistrationState.Submitted && one.SubmittedOn <= since && one.PersonId != null)
            .Select(one => one.PersonId!.Value).ToListAsync(stop);
        foreach (var person in over)
        {
            await DropAsync(person, "registration.lapsed");
        }
    }

    /// <summary>
    /// One account for a mailbox. An entry whose person has no account is left over from an activation that died half-way: it gives way.
    /// </summary>
    private async Task<bool> TakeMailboxAsync(SrmDbContext db, Guid record, Guid person, string address)
    {
        foreach (var entry in await keys.LookUpAsync(LookUp.Mailbox, address))
        {
            if (entry.PersonId != person && await db.Set<Account>().AnyAsync(account => account.Id == entry.PersonId && account.ClosedOn == null))
            {
                return false;
            }

            if (entry.PersonId != person)
            {
                await keys.RemoveIndexAsync(entry.RecordId, LookUp.Mailbox);
            }
        }

        return await keys.TryIndexAsync(record, person, LookUp.Mailbox, address);
    }

    private async Task BeginAsync(Writing work, Guid person, Act act)
    {
        var rows = await work.Db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live).Select(row => new { row.Id, row.Kind }).ToListAsync();
        var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
        foreach (var purpose in OfEveryone)
        {
            work.Begin(person, purpose, act, "account.activated");
        }

        foreach (var purpose in ByRecord)
        {
            var given = rows.Where(row => map[row.Kind].Holders.Contains(purpose)).ToList();
            if (purpose.ByConsent && given.Count > 0)
            {
                // what is not asked for by anything but this purpose was answered for it alone, beside the notice of when it was sent; where it has changed since, it rests
                var served = await consents.LastServedAsync(work.Db, person, purpose) ?? await consents.ServeAsync(work, person, notices.Of(purpose, language), "/register");
                await consents.RecordAsync(work, person, purpose, ConsentState.Given, served, act);
            }

            foreach (var record in given.Select(row => purpose.PerRecord ? row.Id : (Guid?)null).Distinct())
            {
                work.Begin(person, purpose, act, "account.activated", record);
            }
        }

        foreach (var row in rows.Where(row => map[row.Kind].Holders.Contains(For.Registration)))
        {
            work.End(person, For.Registration, act, "account.activated", row.Id);
        }
    }

    /// <summary>Other registrations that wait under the same mailbox: the account is another's now. Repeatable; the term of 30 days ends what a crash leaves.</summary>
    private async Task EraseOthersAsync(Guid winner, string address)
    {
        foreach (var other in (await keys.LookUpAsync(LookUp.PendingMailbox, address)).Select(entry => entry.PersonId).Distinct().Where(other => other != winner))
        {
            await DropAsync(other, "registration.dropped");
        }
    }

    private async Task DropAsync(Guid person, string cause)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person && one.State == RegistrationState.Submitted) is not { } registration)
        {
            return;
        }

        registration.Drop();
        var act = Act.OfSystem(clock);
        foreach (var row in await work.Db.Set<SealedRow>().Where(row => row.PersonId == person && row.State == RowState.Live).Select(row => row.Id).ToListAsync())
        {
            work.End(person, For.Registration, act, cause, row);
        }

        work.End(person, For.SensitiveIdentity, act, cause);
        await Children.LetGoAsync(work, person, act, cause);
        work.Record(act, cause, person, registration.Reference);
        await collector.CommitAsync(work, person, act, cause);
    }
}
