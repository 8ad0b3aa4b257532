using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Policies;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>Letters to a guardian who has consented. They are kept under the guardian's own id: what becomes of the child's data does not stop them.</summary>
public sealed class GuardianLetters(MailedLinks links, AccountLetters accounts, Outbox outbox, Letterhead letterhead)
{
    /// <summary>No longer than the links themselves are remembered; a fresh one can be asked for at any time.</summary>
    public static readonly TimeSpan AccessLife = TimeSpan.FromDays(30);

    /// <summary>The way back for the guardian, and the way on for the child: whoever has an account signs in.</summary>
    /// <returns>The secret of the way back.</returns>
    internal async Task<string> ConsentedAsync(Writing work, WaitingChild waiting, Addressee to, Act act)
    {
        var child = waiting.Person;
        var access = await links.IssueAsync(work, LinkKind.GuardianAccess, child, AccessLife);
        await outbox.SendAsync(work, act.Who, Letters.GuardianConsented(to, letterhead.In(to.Language), PageOf(access), act.On + AccessLife), act);
        if (waiting.Draft is not { } draft)
        {
            await accounts.ChildMayGoOnAsync(work, child, act);
            return access;
        }

        var resume = await links.IssueAsync(work, LinkKind.ResumeDraft, child, draft.ExpiresOn - act.On);
        await outbox.SendAsync(work, act.Who, Letters.ChildMayRegister(to, letterhead.In(to.Language), letterhead.Link($"/register/resume?token={resume}"), draft.ExpiresOn), act);
        return access;
    }

    /// <summary>A fresh way back; the former ends.</summary>
    public async Task AccessAsync(Writing work, Guid child, Addressee to, Act act)
    {
        var access = await links.IssueAsync(work, LinkKind.GuardianAccess, child, AccessLife);
        await outbox.SendAsync(work, act.Who, Letters.GuardianAccess(to, letterhead.In(to.Language), PageOf(access), act.On + AccessLife), act);
    }

    /// <summary>A major version of the policy, with a way back beside those that are known: nobody asked for it, so none of them ends.</summary>
    internal async Task PolicyChangedAsync(Writing work, Ward ward, PolicyVersion version, Act act)
    {
        var to = await ward.AddresseeAsync(work.Db);
        var access = MailedLinks.IssueAnother(work, LinkKind.GuardianAccess, ward.Child, AccessLife);
        var changes = new BothLanguages { English = version.ChangesEnglish, Chinese = version.ChangesChinese }.In(to.Language);
        await outbox.SendAsync(work, ward.Guardian, Letters.GuardianPolicyChanged(to, letterhead.In(to.Language), PageOf(access), act.On + AccessLife, PolicyNumber.Of(version.Number), changes), act);
    }

    /// <summary>What the guardian allowed is withdrawn, or the child is of age: the letter that says that access ended.</summary>
    public async Task EndedAsync(Writing work, Guid child, Func<Addressee, LetterSender, Uri, Letter> letter, Addressee to, Act act)
    {
        await links.WithdrawAsync(work, LinkKind.GuardianAccess, child);
        await outbox.SendAsync(work, act.Who, letter(to, letterhead.In(to.Language), letterhead.Link("/policy")), act);
    }

    private Uri PageOf(string access) => letterhead.Link($"/guardian/child/{access}");
}
