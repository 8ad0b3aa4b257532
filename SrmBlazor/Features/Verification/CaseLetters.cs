using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>One of <see cref="Letters"/> that leads to the supplier's own page.</summary>
public delegate Letter LetterKind(Addressee to, LetterSender from, Uri link);

/// <summary>Tells the supplier by letter that something happened; what, is read after signing in.</summary>
public sealed class CaseLetters(Vault vault, Outbox outbox, Letterhead letterhead)
{
    /// <summary>Where the supplier reads it.</summary>
    public const string Place = "/home";

    /// <summary>Within the caller's transaction. A person without an account any more gets no letter.</summary>
    public async Task SendAsync(Writing work, Guid person, LetterKind letter, Act act)
    {
        if ((await vault.OpenAsync<Mailbox>(work.Db, person, For.Account)).OrNull is { } mailbox)
        {
            var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
            await outbox.SendAsync(work, person, letter(new Addressee(mailbox.Address, language), letterhead.In(language), letterhead.Link(Place)), act);
        }
    }
}
