using System.Xml;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Consents;

/// <summary>Receipts of a person's own decisions, written from what was recorded then.</summary>
public sealed class ConsentReceipts(Store store, DataMap map, SigningKeys keys, SiteAddress site)
{
    /// <summary>Null where it is not the person's.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<ConsentReceipt?> FindAsync(Guid decision, Act act)
    {
        act.Demand(Role.Supplier);
        return await WriteAsync(act.Who, decision);
    }

    /// <summary>The signed file, or null where it is not the person's.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<byte[]?> SignAsync(Guid decision, Act act) =>
        await FindAsync(decision, act) is { } receipt ? await SignAsync(receipt) : null;

    /// <inheritdoc cref="SignAsync(Guid, Guid)"/>
    internal Task<ConsentReceipt?> FindAsync(Guid person, Guid decision) => WriteAsync(person, decision);

    /// <summary>For services that have asked themselves whether the receipt may be seen.</summary>
    internal async Task<byte[]?> SignAsync(Guid person, Guid decision) => await WriteAsync(person, decision) is { } receipt ? await SignAsync(receipt) : null;

    /// <summary>With which anybody can check a receipt.</summary>
    public Task<PublicKeys> KeysAsync() => keys.PublishedAsync();

    private Task<byte[]> SignAsync(ConsentReceipt receipt) => keys.SignAsync(receipt.ToJson(), ConsentReceipt.MediaType);

    private async Task<ConsentReceipt?> WriteAsync(Guid person, Guid decision)
    {
        await using var db = store.Read();
        if (await db.Set<ConsentEvent>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == decision && one.PersonId == person) is not { } made)
        {
            return null;
        }

        var served = await db.Set<NoticeServed>().AsNoTracking().FirstAsync(notice => notice.Id == made.NoticeId);
        var notice = Notice.Read(await db.Set<NoticeText>().Where(text => text.Hash == served.TextHash).Select(text => text.Text).FirstAsync());
        var region = await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Region).FirstAsync();
        return new ConsentReceipt(
            ConsentReceipt.Schema, made.Id, made.Id, person, notice.Language,
            new ReceiptNotice(served.Id, served.TextHash, notice.PolicyVersion, notice.PolicyHash, site.To("/policy"), served.Surface, served.On),
            PurposeOf(notice, region, made.Actor),
            new ReceiptParty(notice.Controller.Name, notice.Controller.Department, notice.Controller.Address, notice.Controller.Mailbox, "controller"),
            new ReceiptEvent(made.On, Validity(made), person, made.Actor, notice.Separate ? "explicit-separate-consent" : "explicit-consent", made.State));
    }

    private ReceiptPurpose PurposeOf(Notice notice, string region, ConsentActor actor) => new(
        notice.Purpose, notice.Name, notice.Why, notice.Separate ? "separate" : "additional", notice.Basis,
        [.. notice.Items.Select(item => new ReceiptItem(item.Id, item.Label, !item.Necessary, item.Sensitive))],
        "self", notice.Storage, notice.Kept, notice.Receivers, notice.Refusing,
        site.To(actor == ConsentActor.Guardian ? "/guardian" : "/privacy/consents"), site.To("/policy#rights"), region);

    private string Validity(ConsentEvent made) =>
        map.Purposes.FirstOrDefault(purpose => purpose.Key == made.Purpose)?.Term is { } term ? XmlConvert.ToString(term) : "until-withdrawn";
}
