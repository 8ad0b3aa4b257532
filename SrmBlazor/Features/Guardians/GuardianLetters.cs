using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>Letters to a guardian who has consented. They are kept under the guardian's own id: what becomes of the child's data does not stop them.</summary>
public sealed class GuardianLetters(MailedLinks links, Outbox outbox, Letterhead letterhead)
{
    /// <summary>No longer than the links themselves are remembered; a fresh one can be asked for at any time.</summary>
    public static readonly TimeSpan AccessLife = TimeSpan.FromDays(30);

    /// <summary>The way back for the guardian, and the way on for the child.</summary>
    /// <returns>The secret of the way back.</returns>
    public async Task<string> ConsentedAsync(Writing work, Guid child, Draft draft, Addressee to, Act act)
    {
        var access = await links.IssueAsync(work, LinkKind.GuardianAccess, child, AccessLife);
        await outbox.SendAsync(work, act.Who, Letters.GuardianConsented(to, letterhead.In(to.Language), PageOf(access), act.On + AccessLife), act);
        var resume = await links.IssueAsync(work, LinkKind.ResumeDraft, child, Draft.Life);
        await outbox.SendAsync(work, act.Who, Letters.ChildMayRegister(to, letterhead.In(to.Language), letterhead.Link($"/register/resume?token={resume}"), draft.ExpiresOn), act);
        return access;
    }

    /// <summary>A fresh way back; the former ends.</summary>
    public async Task AccessAsync(Writing work, Guid child, Addressee to, Act act)
    {
        var access = await links.IssueAsync(work, LinkKind.GuardianAccess, child, AccessLife);
        await outbox.SendAsync(work, act.Who, Letters.GuardianAccess(to, letterhead.In(to.Language), PageOf(access), act.On + AccessLife), act);
    }

    /// <summary>What the guardian allowed is withdrawn, or the child is of age: the letter that says that access ended.</summary>
    public async Task EndedAsync(Writing work, Guid child, Func<Addressee, LetterSender, Uri, Letter> letter, Addressee to, Act act)
    {
        await links.WithdrawAsync(work, LinkKind.GuardianAccess, child);
        await outbox.SendAsync(work, act.Who, letter(to, letterhead.In(to.Language), letterhead.Link("/policy")), act);
    }

    private Uri PageOf(string access) => letterhead.Link($"/guardian/child/{access}");
}
