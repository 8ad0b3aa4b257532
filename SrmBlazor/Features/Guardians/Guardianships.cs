using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.PolicyNews;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian comes back to: what is held about the child, the separate consent, the receipt, and the way out.</summary>
public sealed class Guardianships(
    Store store, Vault vault, Collector collector, Drafts drafts, MailedLinks links, GuardianLetters letters, GuardianConsents consents, ConsentReceipts receipts, Leaving leaving, ComingOfAge majority, TimeProvider clock)
{
    public Task<LinkState> PeekAsync(string? token) => links.PeekAsync(LinkKind.GuardianAccess, token);

    /// <summary>Null for a dead link, or where the guardianship is over.</summary>
    public async Task<GuardedChild?> OpenAsync(string? token)
    {
        if (await WardAsync(token) is not { } ward)
        {
            return null;
        }

        await using var db = store.Read();
        var (ledger, now) = (await db.LedgerAsync(ward.Child), clock.Now());
        var sensitive = ledger.IsGiven(For.SensitiveIdentity, now) ? ledger.Lines.Last(line => line.Purpose == For.SensitiveIdentity.Key) : null;
        var asked = await AskedAsync(db, ward.Child, ledger, now);
        var agreed = ward.Guardianship.Agreed.Split(',');
        return new GuardedChild(
            await vault.OpenEverythingAsync(ward.Child, For.Access, kind => !kind.Transient && kind != IdentityScan.Kind),
            ledger.Lines.Last(line => line.Purpose == For.ChildData.Key).On, sensitive?.On, asked.Sensitive,
            [.. GuardianDecisions.Choices.Where(purpose => agreed.Contains(purpose.Key))],
            await db.Set<Features.Policies.PolicyDecision>().Where(one => one.PersonId == ward.Child && one.WithGuardian).OrderByDescending(one => one.On).Select(one => one.Version).FirstOrDefaultAsync(),
            await db.Set<ConsentEvent>().Where(one => one.PersonId == ward.Child).OrderByDescending(one => one.Number)
                .Select(one => new PastDecision(one.Id, one.Purpose, one.State, one.Actor, one.On)).ToListAsync())
        {
            News = await PolicyNotices.OutstandingAsync(db, ward.Guardian, ward.Child),
            Renewals = asked.Renewals,
        };
    }

    /// <summary>One of the decisions as its receipt shows it, or null where there is none for this link.</summary>
    public async Task<ConsentReceipt?> FindReceiptAsync(string? token, Guid decision) =>
        await WardAsync(token) is { } ward ? await receipts.FindAsync(ward.Child, decision) : null;

    /// <summary>The signed receipt of one of the decisions, or null where there is none for this link.</summary>
    public async Task<byte[]?> ReceiptAsync(string? token, Guid decision) =>
        await WardAsync(token) is { } ward ? await receipts.SignAsync(ward.Child, decision) : null;

    /// <summary>Puts before the guardian the notices of what the page asks, and writes that down. None for a dead link, or where nothing is asked.</summary>
    /// <inheritdoc cref="NoticesShown.ShowAsync"/>
    public async Task<IReadOnlyList<ShownNotice>> ShowAsync(string? token, string language)
    {
        if (await WardAsync(token) is not { } ward)
        {
            return [];
        }

        await using var work = await store.WriteAsync();
        var ledger = await work.Db.LedgerAsync(ward.Child);
        var asked = await AskedAsync(work.Db, ward.Child, ledger, work.Now);
        var shown = await consents.ShowAsync(work, ward.Child, [.. asked.Sensitive ? [For.SensitiveIdentity] : Array.Empty<Purpose>(), .. asked.Renewals], language);
        if (shown.Count > 0)
        {
            await work.CommitAsync();
        }

        return shown;
    }

    /// <summary>
    /// The separate consent to ID number and scan, an act of its own (PIPL 29), also anew after a change. Refusing it ends the registration and erases it.
    /// </summary>
    /// <param name="served">The notice that the page showed.</param>
    /// <returns>False for a dead link, where there is nothing to decide any more, and where the notice was not shown or is no longer the one of now.</returns>
    public async Task<bool> DecideSensitiveAsync(string? token, bool agreed, Guid served)
    {
        if (await WardAsync(token) is not { } ward)
        {
            return false;
        }

        await using var work = await store.WriteAsync();
        var draft = await work.Db.Set<Draft>().FirstOrDefaultAsync(draft => draft.PersonId == ward.Child && draft.State == DraftState.Open && draft.ExpiresOn > work.Now);
        if ((draft is null && !await IsAskedForAsync(work.Db, ward.Child)) || (await work.Db.LedgerAsync(ward.Child)).IsLive(For.SensitiveIdentity, null, work.Now)
            || await consents.ReadAsync(work, ward.Child, [For.SensitiveIdentity], [served]) is null)
        {
            return false;
        }

        var act = ward.Act(work.Now);
        await consents.ChooseAsync(work, ward.Child, For.SensitiveIdentity, agreed, served, act);
        if (!agreed)
        {
            await letters.EndedAsync(work, ward.Child, Letters.GuardianWithdrew, await ward.AddresseeAsync(work.Db), act);
            await EndAsync(work, draft, ward.Child, act, Causes.Refused);
            return true;
        }

        await work.CommitAsync();
        return true;
    }

    /// <summary>The consent is taken back: everything of the child that nothing else must hold is erased at once, and the guardian is told by letter.</summary>
    public async Task<bool> WithdrawAsync(string? token)
    {
        if (await WardAsync(token) is not { } ward)
        {
            return false;
        }

        await using var work = await store.WriteAsync();
        var act = ward.Act(work.Now);
        await consents.WithdrawAsync(work, ward.Child, act);
        await letters.EndedAsync(work, ward.Child, Letters.GuardianWithdrew, await ward.AddresseeAsync(work.Db), act);
        var draft = await work.Db.Set<Draft>().FirstOrDefaultAsync(draft => draft.PersonId == ward.Child && (draft.State == DraftState.Open || draft.State == DraftState.AwaitsGuardian));
        await EndAsync(work, draft, ward.Child, act, Causes.Withdrawn);
        return true;
    }

    private async Task EndAsync(Writing work, Draft? draft, Guid child, Act act, string cause)
    {
        if (draft is not null)
        {
            await drafts.EndAsync(work, draft, child, act, cause);
            return;
        }

        await leaving.EndAllAsync(work, child, act, cause, For.DeliverMessage);
        await collector.CommitAsync(work, child, act, cause);
    }

    /// <summary>What the page asks: the separate consent where the child cannot go on without it, and what has changed since it was agreed to.</summary>
    private static async Task<(bool Sensitive, IReadOnlyList<Purpose> Renewals)> AskedAsync(SrmDbContext db, Guid child, Ledger ledger, DateTime now)
    {
        var sensitive = ledger.AnswerTo(For.SensitiveIdentity, now) != true
            && (await db.Set<Draft>().AnyAsync(draft => draft.PersonId == child && draft.State == DraftState.Open) || await IsAskedForAsync(db, child));
        return (sensitive, [.. For.Known.Where(purpose => GuardianRenewals.IsDue(purpose, ledger, now) && !(sensitive && purpose == For.SensitiveIdentity))]);
    }

    /// <summary>Somebody with an account is asked for the document: nothing goes on without it.</summary>
    private static Task<bool> IsAskedForAsync(SrmDbContext db, Guid child) =>
        db.Set<SupplierRegistration>().AnyAsync(one => one.PersonId == child && one.State == RegistrationState.CorrectionAsked);

    /// <summary>Who is guarded by the holder of the link; null for a dead one, and from the day on which the person is of age.</summary>
    internal async Task<Ward?> WardAsync(string? token)
    {
        if (await PeekAsync(token) is not LinkState.Good { Person: var child })
        {
            return null;
        }

        await using var db = store.Read();
        return (await vault.OpenAsync<Guardianship>(db, child, For.Guardianship)).OrNull is { } guardianship && !await majority.IsOfAgeAsync(db, child) ? new Ward(child, guardianship) : null;
    }
}

/// <summary>A child and who acts for it.</summary>
internal sealed record Ward(Guid Child, Guardianship Guardianship)
{
    public Guid Guardian => Guid.Parse(Guardianship.Guardian);

    public Act Act(DateTime on) => new(Guardian, Role.Guardian, on);

    public async Task<Addressee> AddresseeAsync(SrmDbContext db) =>
        new(Guardianship.Mailbox, await db.Set<Person>().Where(one => one.Id == Guardian).Select(one => one.Language).FirstAsync());
}

/// <summary>What a guardian sees.</summary>
/// <param name="SensitiveSince">Since when the separate consent to ID number and scan stands.</param>
/// <param name="DecidesSensitive">It is still to be decided.</param>
/// <param name="Agreed">The additional purposes that were ticked.</param>
/// <param name="PolicyVersion">Of the policy that the consent refers to.</param>
/// <param name="Decisions">Each has a signed receipt.</param>
public sealed record GuardedChild(IReadOnlyList<Holding> Held, DateTime ConsentedOn, DateTime? SensitiveSince, bool DecidesSensitive, IReadOnlyList<Purpose> Agreed, int PolicyVersion, IReadOnlyList<PastDecision> Decisions)
{
    /// <summary>The versions of the policy since the one that was accepted for the child, or was last read; null for none.</summary>
    public OutstandingNews? News { get; init; }

    /// <summary>What was agreed to and has changed since: not in use until it is answered anew.</summary>
    public IReadOnlyList<Purpose> Renewals { get; init; } = [];

    public override string ToString() => "***";
}
