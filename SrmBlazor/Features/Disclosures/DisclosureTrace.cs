using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Disclosures;

/// <summary>What was given to others by a consent stays noted when it is taken back.</summary>
internal sealed class DisclosureTrace(RecipientRegister register)
{
    public async Task<Trace?> OfAsync(SrmDbContext db, Guid person, Purpose purpose)
    {
        var given = await db.Set<Disclosure>().AsNoTracking().Where(one => one.PersonId == person).Select(one => new { one.Purpose, one.RecipientKey, one.On }).ToListAsync();
        var last = given.Where(one => one.Purpose == purpose.Key || purpose == For.CrossBorder && WentAbroad(one.RecipientKey)).Max(one => (DateTime?)one.On);
        return last is { } on ? new Trace(nameof(Disclosure), Disclosure.Handling.Term!.Value.Until(on)) : null;
    }

    private bool WentAbroad(string key) => register.Find(key) is not { } recipient || register.IsAbroad(recipient);
}
