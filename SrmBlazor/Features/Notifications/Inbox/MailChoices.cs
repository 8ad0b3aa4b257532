using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>How one kind of notice reaches its reader, beside the inbox.</summary>
/// <param name="IsFixed">It always comes by mail.</param>
public sealed record MailWish(InboxKind Kind, bool ByMail, bool IsFixed);

/// <param name="News">Whether the reader agreed to news; null for staff, to whom none is sent. That is a consent, and decided with the other consents.</param>
public sealed record MailWishes(IReadOnlyList<MailWish> Kinds, bool? News);

/// <summary>Which notices come by mail too. The same choice is changed by the reader's mail program, through the link in each such mail.</summary>
public sealed class MailChoices(Store store)
{
    /// <summary>Where a mail is unsubscribed from; the one address for all mails that can be.</summary>
    public const string UnsubscribePath = "/mail/unsubscribe";

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<MailWishes> ListAsync(Act act)
    {
        act.Demand(MyInbox.Readers);
        await using var db = store.Read();
        var chosen = await db.Set<MailChoice>().AsNoTracking().Where(choice => choice.PersonId == act.Who).ToDictionaryAsync(choice => choice.Kind, choice => choice.ByMail);
        var news = act.Is(Role.Supplier) ? (await db.LedgerAsync(act.Who)).IsLive(For.News, null, act.On) : (bool?)null;
        return new MailWishes([.. InboxKinds.For(act.Roles).Select(kind => new MailWish(kind, chosen.GetValueOrDefault(kind, true), kind.MustBeMailed()))], news);
    }

    /// <returns>False where the kind cannot be switched off, or is none of the actor's.</returns>
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<bool> ChooseAsync(InboxKind kind, bool byMail, Act act)
    {
        act.Demand(MyInbox.Readers);
        if (kind.MustBeMailed() || !InboxKinds.For(act.Roles).Contains(kind))
        {
            return false;
        }

        await ChooseAsync(act.Who, kind, byMail, act);
        return true;
    }

    /// <summary>By the secret of a mail, without signing in. Whoever has none learns nothing, not even whether there was such a mail.</summary>
    internal async Task UnsubscribeAsync(string? token, DateTime now)
    {
        if (await OfAsync(token) is { PersonId: { } person } notice)
        {
            await ChooseAsync(person, notice.Kind, byMail: false, new Act(person, Role.None, now));
        }
    }

    private async Task<InboxNotice?> OfAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = InboxNotice.HashOf(token);
        await using var db = store.Read();
        return await db.Set<InboxNotice>().AsNoTracking().FirstOrDefaultAsync(notice => notice.UnsubscribeHash == hash);
    }

    private async Task ChooseAsync(Guid person, InboxKind kind, bool byMail, Act act)
    {
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<MailChoice>().FirstOrDefaultAsync(one => one.PersonId == person && one.Kind == kind) is not { } choice)
        {
            work.Db.Add(choice = MailChoice.Of(person, kind));
        }
        else if (choice.ByMail == byMail)
        {
            return;
        }

        choice.Choose(byMail, work.Now);
        work.Record(act, "mail.chosen", person, $"{kind} {(byMail ? "mail" : "inbox")}");
        work.Announce(Topics.Inbox(person));
        await work.CommitAsync();
    }
}
