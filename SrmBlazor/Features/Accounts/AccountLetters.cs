using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Accounts;

/// <summary>The letters about accounts, put into the outbox within the caller's transaction.</summary>
public sealed class AccountLetters(Outbox outbox, Vault vault, Letterhead letterhead)
{
    public Task PasswordResetAsync(Writing work, Account account, string token, Act act) =>
        SendAsync(work, account, (to, from) => Letters.PasswordReset(to, from, letterhead.Link($"/account/reset?token={token}"), act.On + PasswordResets.LinkLife), act);

    public Task PasswordChangedAsync(Writing work, Account account, Act act) =>
        SendAsync(work, account, (to, from) => Letters.PasswordChanged(to, from, letterhead.Link("/account/forgot")), act);

    /// <summary>Somebody registered with the account's mailbox. It goes to the mailbox that was confirmed, not to the one typed: those may differ in case.</summary>
    public Task AlreadyRegisteredAsync(Writing work, Account account, Act act) =>
        SendAsync(work, account, (to, from) => Letters.AlreadyRegistered(to, from, letterhead.Link("/account/sign-in")), act);

    /// <summary>The child is asked to name a guardian. Written before the account is frozen: afterwards the mailbox is closed to us.</summary>
    public async Task ChildFoundAsync(Writing work, Guid child, DateTime erasedOn, Act act)
    {
        if (await work.Db.Set<Account>().FirstOrDefaultAsync(one => one.Id == child && one.ClosedOn == null) is { } account)
        {
            await SendAsync(work, account, (to, from) => Letters.ChildFound(to, from, letterhead.Link("/home"), erasedOn), act);
        }
    }

    /// <summary>The guardian has consented to a child that has an account.</summary>
    public async Task ChildMayGoOnAsync(Writing work, Guid child, Act act)
    {
        if (await work.Db.Set<Account>().FirstOrDefaultAsync(one => one.Id == child && one.ClosedOn == null) is { } account)
        {
            await SendAsync(work, account, (to, from) => Letters.ChildMayGoOn(to, from, letterhead.Link("/home/correct")), act);
        }
    }

    /// <summary>Who had a guardian decides alone from now on.</summary>
    public async Task OfAgeAsync(Writing work, Guid person, Act act)
    {
        if (await work.Db.Set<Account>().FirstOrDefaultAsync(one => one.Id == person && one.ClosedOn == null) is { } account)
        {
            await SendAsync(work, account, (to, from) => Letters.OfAge(to, from, letterhead.Link("/privacy/consents")), act);
        }
    }

    /// <param name="mailbox">Named by the caller: it is sealed in the same transaction.</param>
    public Task StaffInvitationAsync(Writing work, Person person, string mailbox, string token, Act act) =>
        outbox.SendAsync(work, person.Id,
            Letters.StaffInvitation(new Addressee(mailbox, person.Language), letterhead.In(person.Language), letterhead.Link($"/account/setup?token={token}"), act.On + StaffAccounts.InvitationLife), act);

    private async Task SendAsync(Writing work, Account account, Func<Addressee, LetterSender, Letter> write, Act act)
    {
        var purpose = (account.Roles & Role.Staff) == Role.None ? For.Account : For.StaffWork;
        if ((await vault.OpenAsync<Mailbox>(work.Db, account.Id, purpose)).OrNull is { } mailbox)
        {
            var language = await work.Db.Set<Person>().Where(person => person.Id == account.Id).Select(person => person.Language).SingleAsync();
            await outbox.SendAsync(work, account.Id, write(new Addressee(mailbox.Address, language), letterhead.In(language)), act);
        }
    }
}
