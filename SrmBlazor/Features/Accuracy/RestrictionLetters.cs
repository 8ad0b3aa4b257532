using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>Tells the person that what was set aside is used again (GDPR 18(3)), in the save that ends it.</summary>
public sealed class RestrictionLetters(Vault vault, Outbox outbox, Letterhead letterhead)
{
    internal async Task SendEndAsync(Writing work, Guid person, string reference, Act act)
    {
        if ((await vault.OpenAsync<Mailbox>(work.Db, person, For.Account)).OrNull is { } mailbox)
        {
            var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).FirstAsync();
            await outbox.SendAsync(work, person, Letters.RestrictionEnds(new Addressee(mailbox.Address, language), letterhead.In(language), letterhead.Link($"/privacy/requests/{reference}"), reference), act);
        }
    }
}
