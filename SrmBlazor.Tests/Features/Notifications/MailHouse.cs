using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications;

/// <summary>A house whose letters leave through a real SMTP client, and what the outbox tests ask of it.</summary>
internal static class MailHouse
{
    public static Task<House> OpenAsync(Stores stores, FakeTimeProvider clock, int port, Action<IServiceCollection>? replace = null) => House.OpenAsync(
        stores, clock, replace, ("Mail:Transport", "Smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:Security", "None"), ("Mail:FromAddress", "portal@operator.test"), ("Logging:LogLevel:Default", "None"));

    extension(House house)
    {
        public MailRound Round => house.Get<MailRound>();

        public Outbox Outbox => house.Get<Outbox>();

        public async Task<Guid> QueueAsync(Letter letter, Guid? person = null)
        {
            await using var work = await house.Store.WriteAsync();
            var id = await house.Outbox.SendAsync(work, person ?? Guid.NewGuid(), letter, house.System);
            await work.CommitAsync();
            return id;
        }

        public async Task<OutboxMail> FindAsync(Guid mail)
        {
            await using var db = house.Store.Read();
            return await db.Set<OutboxMail>().AsNoTracking().SingleAsync(one => one.Id == mail);
        }

        public async Task<IReadOnlyList<OutboxMail>> AllAsync()
        {
            await using var db = house.Store.Read();
            return await db.Set<OutboxMail>().AsNoTracking().ToListAsync();
        }

        /// <summary>Whether nothing of a mail can be read any more: neither key nor ciphertext is left.</summary>
        public async Task<bool> IsErasedAsync(OutboxMail mail)
        {
            await using var db = house.Store.Read();
            var row = await db.Set<SealedRow>().AsNoTracking().SingleAsync(row => row.Id == mail.RecordId);
            return row is { State: RowState.Erased, Ciphertext: null } && await house.Get<KeyStore>().FindAsync(mail.RecordId) is null;
        }
    }
}
