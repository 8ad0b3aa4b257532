using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Staff with accounts and mailboxes: an officer who takes things in hand, another one, an administrator, and a verifier.</summary>
internal sealed record Watchers(House House, Guid Holder, Guid Officer, Guid Administrator, Guid Verifier)
{
    public static async Task<Watchers> HireAsync(House house)
    {
        var people = Population.Of(house);
        return new Watchers(
            house,
            await people.RegisterAsync("holder@staff.test", Role.PrivacyOfficer),
            await people.RegisterAsync("officer@staff.test", Role.PrivacyOfficer, "zh-CN"),
            await people.RegisterAsync("administrator@staff.test", Role.Administrator),
            await people.RegisterAsync("verifier@staff.test", Role.Verifier));
    }

    public Act ActOf(Guid staff) => House.ActOf(staff, staff == Administrator ? Role.Administrator : staff == Verifier ? Role.Verifier : Role.PrivacyOfficer);

    /// <summary>Of which requests the inbox says that another day is due, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MovedAsync(Guid staff) =>
        [.. (await House.Get<MyInbox>().ListAsync(null, 50, ActOf(staff))).Rows.Where(row => row.Letter == nameof(Letters.StaffDueChanged)).Select(row => row.Reference!).Order(StringComparer.Ordinal)];

    /// <summary>The warnings that were mailed, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(Guid staff)
    {
        await using var db = House.Store.Read();
        return await db.Set<OutboxMail>().Where(mail => mail.PersonId == staff && mail.Letter.EndsWith("Warning")).OrderBy(mail => mail.QueuedOn).ThenBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
    }
}
