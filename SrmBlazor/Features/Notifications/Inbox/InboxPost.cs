using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>Puts notices into inboxes within the transaction of the letter that they stand beside, and takes them out with the account.</summary>
internal static class InboxPost
{
    /// <summary>Null where the person has no inbox, or the letter does not belong there.</summary>
    public static async Task<InboxNotice?> NoteAsync(Writing work, Guid person, Letter letter, DateTime now, bool released)
    {
        if (InboxNotice.Beside(letter, person, released ? now : null) is not { } notice || !await HasInboxAsync(work.Db, person, now))
        {
            return null;
        }

        work.Db.Add(notice);
        work.Announce(Topics.Inbox(person));
        return notice;
    }

    /// <summary>The letter leaves: its notice is shown.</summary>
    public static async Task ReleaseAsync(Writing work, Guid mail, DateTime now)
    {
        var waiting = work.Db.Set<InboxNotice>().Where(notice => notice.Id == mail && notice.On == null);
        if (await waiting.Select(notice => notice.PersonId).FirstOrDefaultAsync() is { } person)
        {
            await waiting.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.On, now));
            work.Announce(Topics.Inbox(person));
        }
    }

    /// <summary>The account closes: notices and choices go at once, also those that this transaction has yet to save.</summary>
    public static async Task ForgetAsync(Writing work, Guid person)
    {
        foreach (var added in work.Db.ChangeTracker.Entries<InboxNotice>().Where(entry => entry.State == EntityState.Added && entry.Entity.PersonId == person).ToList())
        {
            added.State = EntityState.Detached;
        }

        await work.Db.Set<InboxNotice>().Where(notice => notice.PersonId == person).ExecuteDeleteAsync();
        await work.Db.Set<MailChoice>().Where(choice => choice.PersonId == person).ExecuteDeleteAsync();
        work.Announce(Topics.Inbox(person));
    }

    /// <summary>An inbox belongs to an account: of a supplier, or of staff.</summary>
    private static async Task<bool> HasInboxAsync(SrmDbContext db, Guid person, DateTime now)
    {
        var ledger = await db.LedgerAsync(person);
        return ledger.Lasts(For.Account, null, now) || ledger.Lasts(For.StaffWork, null, now);
    }
}
