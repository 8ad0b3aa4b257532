using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>Making, finding and closing accounts.</summary>
public sealed class AccountRegister(Store store, KeyStore keys, IPasswordHasher<Account> hasher)
{
    /// <summary>Hashes a password. Slow by intent: call it before opening a transaction, or every writer waits.</summary>
    public PasswordHash Hash(string password) => new(hasher.HashPassword(null!, password));

    /// <summary>
    /// Makes a person's account within the caller's transaction. That the mailbox is sealed with its look-up, and that
    /// <see cref="For.Account"/> begins, is the caller's part.
    /// </summary>
    public void Create(Writing work, Guid person, PasswordHash password, Role roles, Act act)
    {
        work.Db.Add(Account.Active(person, password, roles, work.Now));
        work.Record(act, "account.opened", person, roles.ToString());
    }

    /// <summary>The person whose account this mailbox leads to; null for none. Known and unknown cost the same two reads.</summary>
    public async Task<Guid?> FindByMailboxAsync(string mailbox)
    {
        var found = await keys.LookUpAsync(LookUp.Mailbox, mailbox);
        var records = found.Select(index => index.RecordId).ToList();
        await using var db = store.Read();
        return await db.Set<SealedRow>().Where(row => records.Contains(row.Id) && row.State == RowState.Live).Select(row => row.PersonId).FirstOrDefaultAsync();
    }

    /// <summary>Closes an account within the caller's transaction: nobody signs in by it again, and open sessions end. Ending purposes is the caller's part.</summary>
    /// <returns>False when there is none, or it is closed.</returns>
    public async Task<bool> CloseAsync(Writing work, Guid person, Act act)
    {
        var account = await work.Db.Set<Account>().FirstOrDefaultAsync(account => account.Id == person && account.ClosedOn == null);
        account?.Close(work.Now);
        if (account is not null)
        {
            work.Record(act, "account.closed", person);
            work.Announce(Topics.Sessions(person));
            await InboxPost.ForgetAsync(work, person);
        }

        return account is not null;
    }
}
