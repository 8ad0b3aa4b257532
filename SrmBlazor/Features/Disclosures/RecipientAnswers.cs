using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Disclosures;

/// <summary>What a recipient is asked, as its own page says it.</summary>
/// <param name="References">Of the disclosures, parted by spaces.</param>
public sealed record AskedNotice(NoticeCause Cause, string References);

/// <summary>The recipient's side: whoever has the link of the letter answers once.</summary>
public sealed class RecipientAnswers(Store store, MailedLinks links)
{
    /// <summary>Null for a dead link, or where it is answered already.</summary>
    public async Task<AskedNotice?> PeekAsync(string? token)
    {
        if (await links.PeekAsync(LinkKind.RecipientNotice, token) is not LinkState.Good { Person: var id })
        {
            return null;
        }

        await using var db = store.Read();
        return await db.Set<RecipientNotice>().Where(one => one.Id == id && (one.State == NoticeState.Sent || one.State == NoticeState.Overdue))
            .Select(one => new AskedNotice(one.Cause, one.References)).FirstOrDefaultAsync();
    }

    /// <param name="reason">Given: refused for it; null: done.</param>
    /// <returns>False for a dead link, or where it is answered already.</returns>
    public async Task<bool> AnswerAsync(string? token, NoticeReason? reason)
    {
        var state = reason is null ? NoticeState.Acknowledged : NoticeState.Refused;
        await using var work = await store.WriteAsync();
        if (!RecipientNotice.Fits(state, reason) || await links.ConsumeAsync(work, LinkKind.RecipientNotice, token) is not LinkState.Good { Person: var id }
            || await work.Db.Set<RecipientNotice>().FirstOrDefaultAsync(one => one.Id == id) is not { IsOpen: true } notice)
        {
            return false;
        }

        notice.Answer(state, reason, work.Now);
        work.Record(new Act(Guid.Empty, Role.None, work.Now), "recipient.answered", notice.PersonId ?? Guid.Empty, $"{notice.Id:N} {notice.State}");
        work.Announce(Topics.Queue);
        if (notice.PersonId is { } person)
        {
            work.Announce(Topics.Person(person));
        }

        await work.CommitAsync();
        return true;
    }
}
