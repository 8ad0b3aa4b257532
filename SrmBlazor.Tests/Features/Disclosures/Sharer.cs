using Microsoft.EntityFrameworkCore;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Disclosures;

/// <summary>A supplier who decides and sends, by the program's own services.</summary>
internal static class Sharer
{
    public const string AtHome = "example-components";
    public const string Abroad = "example-works";

    /// <summary>Whose profile was sent to the affiliate at home.</summary>
    /// <param name="left">False: it waits in the outbox.</param>
    public static async Task<Registrant> SharedAsync(House house, bool twice = false, bool left = true)
    {
        var supplier = await Registrant.ActivateAsync(house);
        await supplier.ShareAsync(house, twice, left);
        return supplier;
    }

    extension(Registrant supplier)
    {
        public async Task ShareAsync(House house, bool twice = false, bool left = true)
        {
            await supplier.DecideAsync(house, For.ShareAffiliate, give: true);
            for (var times = twice ? 2 : 1; times > 0; times--)
            {
                Assert.True((await supplier.SendAsync(house, AtHome)).Left);
            }

            if (left)
            {
                await house.MarkAsync(nameof(Letters.SupplierProfile), MailState.Sent);
            }

            house.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        public async Task DecideAsync(House house, Purpose purpose, bool give)
        {
            var panel = await house.Get<MyConsents>().OpenAsync(purpose.Key, "en", "/privacy/consents", supplier.Act(house));
            Assert.True(await house.Get<MyConsents>().DecideAsync(purpose.Key, give, panel!.Served, supplier.Act(house)));
            if (give && purpose == For.ShareAffiliate)
            {
                await Subjects.ClearedAsync(house.Services, supplier.Person);
            }
        }

        public Task<Offering> OfferAsync(House house, string recipient) => house.Get<MySharing>().OfferAsync(recipient, supplier.Act(house));

        /// <summary>Looks at what would go and confirms it.</summary>
        public async Task<Sending> SendAsync(House house, string recipient) =>
            await supplier.OfferAsync(house, recipient) is { Offer: { } offer } ? await house.Get<MySharing>().SendAsync(offer, supplier.Act(house))
                : new Sending(false, (await supplier.OfferAsync(house, recipient)).Obstacle);

        public async Task VerifyAsync(House house)
        {
            var registration = await supplier.RegistrationAsync(house);
            Assert.IsType<DecisionResult.Done>(await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, house.ActOf(Guid.NewGuid(), Role.Verifier)));
        }
    }

    extension(House house)
    {
        /// <summary>What was decided about a purpose is asked anew.</summary>
        public async Task ReviseAsync(Purpose purpose)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await using var work = await house.Store.WriteAsync();
            await work.ReviseAsync(purpose, 2, house.System);
            await work.CommitAsync();
        }

        public async Task<IReadOnlyList<Disclosure>> DisclosuresAsync()
        {
            await using var db = house.Store.Read();
            return await db.Set<Disclosure>().AsNoTracking().ToListAsync();
        }

        /// <summary>As the mail round leaves it.</summary>
        public Task<int> MarkAsync(string letter, MailState state) =>
            house.Store.UpdateAsync(db => db.Set<OutboxMail>().Where(mail => mail.Letter == letter).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, state)));

        public async Task<IReadOnlyList<RecipientNotice>> NoticesAsync()
        {
            await using var db = house.Store.Read();
            return await db.Set<RecipientNotice>().AsNoTracking().ToListAsync();
        }

        /// <summary>The letters to recipients, in whatever state.</summary>
        public async Task<IReadOnlyList<OutboxMail>> ProfilesAsync()
        {
            await using var db = house.Store.Read();
            return await db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.Letter == nameof(Letters.SupplierProfile)).ToListAsync();
        }
    }
}
