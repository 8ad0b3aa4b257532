using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.News;

/// <summary>What is noted of news sent and opened: the one stays for its links, the other goes with its consent.</summary>
internal static class NewsTrace
{
    public static async Task<Trace?> OfAsync(SrmDbContext db, Guid person, Purpose purpose)
    {
        if (purpose == For.MailTracking)
        {
            return await db.Set<NewsOpening>().AnyAsync(opening => opening.PersonId == person) ? new Trace(nameof(NewsOpening), null) : null;
        }

        var last = purpose == For.News ? await db.Set<NewsDelivery>().Where(delivery => delivery.PersonId == person).MaxAsync(delivery => (DateTime?)delivery.QueuedOn) : null;
        return last is { } on ? new Trace(nameof(NewsDelivery), NewsDelivery.Term.Until(on)) : null;
    }
}
