using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// Signing in with mailbox and password, and giving the password again. Unknown, wrong, locked, not activated and closed take one path and one hash, and the answer
/// never says which it was.
/// </summary>
public sealed partial class SignIns(Store store, RootSecret root, AccountRegister accounts, IPasswordHasher<Account> hasher, ILogger<SignIns> log)
{
    /// <returns>The account that was entered, or null.</returns>
    public async Task<Account?> TryAsync(string mailbox, string password) =>
        await EnterAsync(await accounts.FindByMailboxAsync(mailbox) ?? Account.Nobody, password, confirms: false);

    /// <summary>Whoever is signed in gives the password again. Wrong tries count and lock as at the door: a stolen session guesses no faster.</summary>
    /// <returns>What the session is told; null where the password is not theirs.</returns>
    public async Task<Confirmation?> ConfirmAsync(Act act, string password) =>
        await EnterAsync(act.Who, password, confirms: true) is { } account ? new Confirmation(account.Id) : null;

    private async Task<Account?> EnterAsync(Guid person, string password, bool confirms)
    {
        var (id, hash) = await FindAsync(person);
        var result = hasher.VerifyHashedPassword(null!, hash, password.Length <= PasswordRule.MaxLength ? password : "");
        var newer = result == PasswordVerificationResult.SuccessRehashNeeded ? accounts.Hash(password) : null;

        await using var work = await store.WriteAsync();
        var account = await work.Db.Set<Account>().SingleAsync(account => account.Id == id);
        // a password changed meanwhile fits no more
        var entered = account.TryEnter(result != PasswordVerificationResult.Failed && account.PasswordHash == hash, work.Now);
        if (entered && confirms)
        {
            work.Record(new Act(id, account.Roles, work.Now), "account.confirmed", id);
        }

        if (entered && newer is not null)
        {
            account.Rehash(newer);
        }

        await work.CommitAsync();
        // a sign-in is not put into the audit chain, which keeps for ever: the log goes after six months
        var pseudonym = RootSecret.Pseudonym(root.Log, id);
        if (!entered)
        {
            Refused(log, pseudonym);
            return null;
        }

        Entered(log, pseudonym);
        return account;
    }

    /// <summary>The account to try and the hash to try it with: nobody's where there is no account, nobody's hash where it has no password.</summary>
    private async Task<(Guid Id, string Hash)> FindAsync(Guid person)
    {
        await using var db = store.Read();
        var found = await db.Set<Account>().Where(account => account.Id == person || account.Id == Account.Nobody)
            .Select(account => new { account.Id, account.PasswordHash }).ToListAsync();
        var nobody = found.Single(one => one.Id == Account.Nobody);
        var account = found.Find(one => one.Id == person) ?? nobody;
        return (account.Id, account.PasswordHash ?? nobody.PasswordHash!);
    }

    [LoggerMessage(1, LogLevel.Information, "Sign-in refused for account {Pseudonym}")]
    private static partial void Refused(ILogger log, string pseudonym);

    [LoggerMessage(2, LogLevel.Information, "Signed in to account {Pseudonym}")]
    private static partial void Entered(ILogger log, string pseudonym);
}

/// <summary>That a person has just given their password again.</summary>
public sealed record Confirmation(Guid Who);
