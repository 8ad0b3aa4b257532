using Microsoft.EntityFrameworkCore;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Consents;

/// <summary>What a decider's consents have to do with and why it stays, worked out from what happened and without the ledger or the map.</summary>
internal sealed class KeptRecords
{
    /// <summary>By kind, what each consent holds or uses.</summary>
    private static readonly Dictionary<Purpose, string[]> Concerned = new()
    {
        [For.WorkProfile] = ["department"],
        [For.Correspondence] = ["city"],
        [For.KeepLonger] = ["identity", "mailbox", "phone"],
        [For.SensitiveIdentity] = ["identity-document"],
        [For.ShareAffiliate] = ["identity", "mailbox", "department", "city"],
        [For.PublicListing] = ["identity", "city"],
        [For.News] = ["mailbox"],
        [For.CrossBorder] = [],
        [For.MailTracking] = [],
    };

    /// <summary>Ten years from the end of 2026, the year of every test.</summary>
    private static readonly DateTime OrdersUntil = new(2037, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Decider decider;
    private readonly Dictionary<string, Guid> ids;
    private bool open = true;
    private bool reachable = true;
    private bool consented = true;
    private DateTime? longerUntil;

    private KeptRecords(Decider decider, Dictionary<string, Guid> ids) => (this.decider, this.ids) = (decider, ids);

    public HashSet<Guid> Departments { get; } = [];

    public HashSet<Guid> Cities { get; } = [];

    public static async Task<KeptRecords> BeginAsync(Decider decider)
    {
        await using var db = decider.House.Store.Read();
        return new KeptRecords(decider, await db.Set<SealedRow>().Where(row => row.PersonId == decider.Person).ToDictionaryAsync(row => row.Kind, row => row.Id));
    }

    /// <summary>The account and all that it carries ends; orders had been placed.</summary>
    public async Task CloseAsync(HashSet<Purpose> given)
    {
        foreach (var purpose in (Purpose[])[For.OrdersSettlement, For.IdentityCheck, For.Screening, For.LeasingContact, For.Account])
        {
            await decider.EndAsync(purpose);
        }

        (open, reachable) = (false, given.Contains(For.KeepLonger));
    }

    public void Gave(Purpose purpose)
    {
        consented |= purpose == For.SensitiveIdentity;
        longerUntil = purpose == For.KeepLonger ? longerUntil ?? decider.House.Clock.Now().AddDays(2 * 365) : longerUntil;
    }

    public void TookBack(Purpose purpose)
    {
        consented &= purpose != For.SensitiveIdentity;
        (longerUntil, reachable) = purpose == For.KeepLonger ? (null, open) : (longerUntil, reachable);
        Departments.RemoveWhere(_ => purpose == For.WorkProfile);
        Cities.RemoveWhere(_ => purpose == For.Correspondence);
    }

    /// <summary>What stays of what a consent had to do with that was just taken back: record, reason, end.</summary>
    public HashSet<(Guid, Purpose, DateTime)> After(Purpose purpose) => [.. Concerned[purpose].SelectMany(Of)];

    private IEnumerable<(Guid, Purpose, DateTime)> Of(string kind) => kind switch
    {
        "department" => Departments.Select(id => (id, For.WorkProfile, DateTime.MaxValue)),
        "city" => Cities.Select(id => (id, For.Correspondence, DateTime.MaxValue)),
        "identity" => [open ? (ids[kind], For.Account, DateTime.MaxValue) : (ids[kind], For.OrdersSettlement, OrdersUntil)],
        "identity-document" => [open && consented ? (ids[kind], For.Account, DateTime.MaxValue) : (ids[kind], For.OrdersSettlement, open ? DateTime.MaxValue : OrdersUntil)],
        "mailbox" when open => [(ids[kind], For.Account, DateTime.MaxValue)],
        "phone" when open => [(ids[kind], For.LeasingContact, DateTime.MaxValue)],
        _ => reachable ? [(ids[kind], For.KeepLonger, longerUntil!.Value)] : [],
    };
}
