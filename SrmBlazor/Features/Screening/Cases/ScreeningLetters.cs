using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Tells the supplier by letter that something was decided; neither the letter nor its name says what of.</summary>
public sealed class ScreeningLetters(Vault vault, Outbox outbox, Letterhead letterhead)
{
    internal delegate Letter Kind(Addressee to, LetterSender from, Uri link);

    /// <summary>Within the caller's transaction. A person without an account any more gets no letter.</summary>
    internal async Task SendAsync(Writing work, Guid person, Kind letter, Act act)
    {
        if ((await vault.OpenAsync<Mailbox>(work.Db, person, For.Account)).OrNull is { } mailbox)
        {
            var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
            await outbox.SendAsync(work, person, letter(new Addressee(mailbox.Address, language), letterhead.In(language), letterhead.Link(MyScreening.Place)), act);
        }
    }
}
