using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>The accounts of staff: the first administrator by a link on the console, all others by invitation.</summary>
public sealed class StaffAccounts(Store store, Vault vault, Collector collector, AccessLedger access, AccountRegister accounts, MailedLinks links, AccountLetters letters)
{
    public static readonly TimeSpan FirstLinkLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>A link for the first administrator, in the place of any older one; null once there is an administrator.</summary>
    public async Task<string?> OfferFirstAsync()
    {
        await using var work = await store.WriteAsync();
        if (await Administrators(work.Db).AnyAsync(account => account.ActivatedOn != null))
        {
            return null;
        }

        var token = await links.IssueAsync(work, LinkKind.StaffSetup, MailedLinks.Installation, FirstLinkLife);
        await work.CommitAsync();
        return token;
    }

    /// <summary>The first administrator chooses mailbox, name and password.</summary>
    public async Task<PasswordOutcome> SetUpFirstAsync(string? token, string mailbox, string fullName, string password, string language)
    {
        var seen = await links.PeekAsync(LinkKind.StaffSetup, token);
        if (seen is not LinkState.Good(var person) || person != MailedLinks.Installation)
        {
            return new PasswordOutcome.Dead(seen is LinkState.Good ? new LinkState.Unknown() : seen);
        }

        if (PasswordRule.Check(password, staff: true, mailbox) is { } flaw)
        {
            return new PasswordOutcome.Weak(flaw);
        }

        var hash = accounts.Hash(password);
        await using var work = await store.WriteAsync();
        if (await links.ConsumeAsync(work, LinkKind.StaffSetup, token) is var state and not LinkState.Good)
        {
            return new PasswordOutcome.Dead(state);
        }

        var first = Person.Create(language);
        var act = new Act(first.Id, Role.Administrator, work.Now);
        if (!await EmployAsync(work, first, mailbox, act))
        {
            return new PasswordOutcome.MailboxTaken();
        }

        await vault.SealAsync(work, first.Id, new StaffProfile(fullName), For.StaffWork, act, "staff.set-up");
        accounts.Create(work, first.Id, hash, Role.Administrator, act);
        await work.CommitAsync();
        return new PasswordOutcome.Chosen(first.Id);
    }

    /// <summary>Makes an account without a password and sends its person the link to choose one.</summary>
    /// <returns>False when another account has the mailbox.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<bool> InviteAsync(string mailbox, Role roles, string language, Act act)
    {
        act.Demand(Role.Administrator);
        if ((roles & Role.Staff) == Role.None || (roles & ~Role.Staff) != Role.None)
        {
            throw new ArgumentException("An invitation gives one or more roles of staff and no other.", nameof(roles));
        }

        await using var work = await store.WriteAsync();
        var person = Person.Create(language);
        if (!await EmployAsync(work, person, mailbox, act))
        {
            return false;
        }

        work.Db.Add(Account.Invited(person.Id, roles));
        work.Record(act, "staff.invited", person.Id, roles.ToString());
        var token = await links.IssueAsync(work, LinkKind.StaffSetup, person.Id, InvitationLife);
        await letters.StaffInvitationAsync(work, person, mailbox, token, act);
        work.Announce(Topic);
        await work.CommitAsync();
        return true;
    }

    /// <summary>An invited member of staff chooses a password.</summary>
    public async Task<PasswordOutcome> SetUpAsync(string? token, string fullName, string password)
    {
        var state = await links.PeekAsync(LinkKind.StaffSetup, token);
        if (state is not LinkState.Good(var person) || person == MailedLinks.Installation)
        {
            return new PasswordOutcome.Dead(state is LinkState.Good ? new LinkState.Unknown() : state);
        }

        if (PasswordRule.Check(password, staff: true) is { } flaw)
        {
            return new PasswordOutcome.Weak(flaw);
        }

        var hash = accounts.Hash(password);
        await using var work = await store.WriteAsync();
        state = await links.ConsumeAsync(work, LinkKind.StaffSetup, token);
        var account = await work.Db.Set<Account>().FirstOrDefaultAsync(account => account.Id == person);
        if (state is not LinkState.Good || account is not { ClosedOn: null, ActivatedOn: null })
        {
            return new PasswordOutcome.Dead(state is LinkState.Good ? new LinkState.Unknown() : state);
        }

        var act = new Act(person, account.Roles, work.Now);
        await vault.SealAsync(work, person, new StaffProfile(fullName), For.StaffWork, act, "staff.set-up");
        account.Activate(hash, work.Now);
        work.Record(act, "account.opened", person, account.Roles.ToString());
        work.Announce(Topic);
        await work.CommitAsync();
        return new PasswordOutcome.Chosen(person);
    }

    /// <summary>A colleague left: the account closes, sessions end within a minute, mailbox and name are erased.</summary>
    /// <returns>False for the actor's own account, and for one that is not an open account of staff.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<bool> CloseAsync(Guid person, Act act)
    {
        act.Demand(Role.Administrator);
        await using var work = await store.WriteAsync();
        if (act.IsOwner(person) || !await Staff(work.Db).AnyAsync(account => account.Id == person) || !await accounts.CloseAsync(work, person, act))
        {
            return false;
        }

        await links.WithdrawAsync(work, LinkKind.StaffSetup, person);
        work.End(person, For.StaffWork, act, "staff.left");
        work.Announce(Topic);
        await collector.CommitAsync(work, person, act, "staff.left");
        return true;
    }

    /// <summary>Colleagues with masked names; the ledger of each says that somebody looked.</summary>
    /// <exception cref="NotAllowedException">The actor is no administrator.</exception>
    public async Task<IReadOnlyList<Colleague>> ListAsync(Act act)
    {
        act.Demand(Role.Administrator);
        return await ShowAsync(Role.Staff, act);
    }

    /// <summary>Colleagues who do the same work as the actor, to give them some: masked names, and the ledger of each says that somebody looked.</summary>
    /// <param name="work">One or more of the actor's roles; whoever has one of them does the same.</param>
    /// <exception cref="NotAllowedException">The actor does not do this work.</exception>
    public async Task<IReadOnlyList<Colleague>> AtWorkAsync(Role work, Act act)
    {
        act.Demand(work);
        return [.. (await ShowAsync(work & act.Roles, act)).Where(colleague => colleague.ActivatedOn is not null)];
    }

    /// <summary>Whether somebody does this work.</summary>
    internal static Task<bool> DoesAsync(SrmDbContext db, Guid person, Role work) =>
        Staff(db).AnyAsync(account => account.Id == person && account.ActivatedOn != null && (account.Roles & work) != Role.None);

    private async Task<IReadOnlyList<Colleague>> ShowAsync(Role roles, Act act)
    {
        List<Account> open;
        await using (var db = store.Read())
        {
            open = await Staff(db).AsNoTracking().Where(account => (account.Roles & roles) != Role.None).OrderBy(account => account.ActivatedOn).ThenBy(account => account.Id).ToListAsync();
        }

        await access.RecordCasesAsync(open.Select(account => account.Id), act);
        var colleagues = new List<Colleague>();
        foreach (var account in open)
        {
            var name = (await vault.OpenAsync<StaffProfile>(account.Id, For.StaffWork)).OrNull?.FullName;
            var mailbox = (await vault.OpenAsync<Mailbox>(account.Id, For.StaffWork)).OrNull?.Address;
            colleagues.Add(new Colleague(account.Id, Masked.Name(name), Masked.Mailbox(mailbox), account.Roles, account.ActivatedOn));
        }

        return colleagues;
    }

    /// <summary>Announced when staff come or go.</summary>
    public const string Topic = "staff";

    private static IQueryable<Account> Staff(SrmDbContext db) => db.Set<Account>().Where(account => account.ClosedOn == null && (account.Roles & Role.Staff) != Role.None);

    private static IQueryable<Account> Administrators(SrmDbContext db) => Staff(db).Where(account => (account.Roles & Role.Administrator) != Role.None);

    private async Task<bool> EmployAsync(Writing work, Person person, string mailbox, Act act)
    {
        if (await accounts.FindByMailboxAsync(mailbox) is not null)
        {
            return false;
        }

        work.Db.Add(person);
        work.Begin(person.Id, For.StaffWork, act, "staff.joined");
        await vault.SealAsync(work, person.Id, new Mailbox(mailbox), For.StaffWork, act, "staff.joined", (LookUp.Mailbox, mailbox));
        return true;
    }
}

/// <summary>A member of staff as the list shows them.</summary>
/// <param name="Name">Masked; empty before the person chose a password.</param>
public sealed record Colleague(Guid Person, string Name, string Mailbox, Role Roles, DateTime? ActivatedOn);
