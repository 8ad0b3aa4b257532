using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>A forgotten password: a link to the account's mailbox, good for an hour and once.</summary>
public sealed class PasswordResets(Store store, AccountRegister accounts, MailedLinks links, AccountLetters letters)
{
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <summary>Sends the link if an open account has this mailbox, to the mailbox as it was confirmed and not as it was typed.</summary>
    public async Task SendAsync(string mailbox)
    {
        if (await accounts.FindByMailboxAsync(mailbox) is not { } person)
        {
            return;
        }

        await using var work = await store.WriteAsync();
        if (await OpenAccountAsync(work.Db, person) is { } account)
        {
            var act = new Act(person, Role.None, work.Now);
            var token = await links.IssueAsync(work, LinkKind.PasswordReset, person, LinkLife);
            await letters.PasswordResetAsync(work, account, token, act);
            work.Record(act, "password.reset-asked", person);
            await work.CommitAsync();
        }
    }

    /// <summary>Sets the new password, ends every session and tells the person.</summary>
    public async Task<PasswordOutcome> ChangeAsync(string? token, string password)
    {
        var state = await links.PeekAsync(LinkKind.PasswordReset, token);
        if (state is not LinkState.Good(var person) || await AccountAsync(person) is not { } seen)
        {
            return new PasswordOutcome.Dead(state is LinkState.Good ? new LinkState.Unknown() : state);
        }

        if (PasswordRule.Check(password, (seen.Roles & Role.Staff) != Role.None) is { } flaw)
        {
            return new PasswordOutcome.Weak(flaw);
        }

        var hash = accounts.Hash(password);
        await using var work = await store.WriteAsync();
        var consumed = await links.ConsumeAsync(work, LinkKind.PasswordReset, token);
        if (consumed is not LinkState.Good || await OpenAccountAsync(work.Db, person) is not { } account)
        {
            return new PasswordOutcome.Dead(consumed is LinkState.Good ? new LinkState.Unknown() : consumed);
        }

        var act = new Act(person, Role.None, work.Now);
        account.ChangePassword(hash);
        await letters.PasswordChangedAsync(work, account, act);
        work.Record(act, "password.changed", person);
        work.Announce(Topics.Sessions(person));
        await work.CommitAsync();
        return new PasswordOutcome.Chosen(person);
    }

    private async Task<Account?> AccountAsync(Guid person)
    {
        await using var db = store.Read();
        return await OpenAccountAsync(db, person);
    }

    private static async Task<Account?> OpenAccountAsync(SrmDbContext db, Guid person) =>
        await db.Set<Account>().FirstOrDefaultAsync(account => account.Id == person) is { IsOpen: true } account ? account : null;
}
