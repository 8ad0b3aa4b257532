using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Home;

/// <summary>One record held about the person, as it is shown to them.</summary>
/// <param name="Holds">Why it is still there.</param>
/// <param name="Deciding">The purpose that holds it longest; null when its time is over and it waits to be erased.</param>
/// <param name="Choice">The purpose that the person may end for this record alone; null where it is not theirs to end.</param>
public sealed record HeldRecord(Guid Id, RecordKind Kind, DateTime SavedOn, IReadOnlyList<HeldItem> Items, IReadOnlyList<Hold> Holds, Hold? Deciding, Purpose? Choice)
{
    /// <summary>Purposes that may use it now while others hold it.</summary>
    public IReadOnlyList<Purpose> Uses { get; init; } = [];

    /// <summary>Its accuracy or use is disputed: only storage, access and claims open it.</summary>
    public bool IsSetAside { get; init; }
}

/// <param name="Value">As stored: a code stays a code. Null where there is none, or where it is hidden.</param>
/// <param name="Hidden">Sensitive: shown only when asked for.</param>
public sealed record HeldItem(Item Item, string? Value, bool Hidden)
{
    public override string ToString() => Item.Property;
}

/// <summary>"My data": everything sealed about whoever acts, opened for them, and what they may take back.</summary>
public sealed class MyData(Store store, Vault vault, Collector collector, DataMap map, RecipientNotices recipients)
{
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Act act)
    {
        act.Demand(Role.Supplier);
        var held = await vault.OpenEverythingAsync(act.Who, For.Access, kind => !kind.Transient && kind != IdentityScan.Kind);
        await using var db = store.Read();
        var ledger = await db.LedgerAsync(act.Who);
        return [.. held.Where(holding => !holding.Kind.Transient).Select(holding => new HeldRecord(
            holding.Id, holding.Kind, holding.SavedOn, [.. holding.Kind.Items.Select(item => Shown(item, holding.Record))], holding.Holds, holding.Deciding,
            holding.Holds.Select(hold => hold.Purpose).FirstOrDefault(IsChoice))
        {
            IsSetAside = ledger.IsRestricted(holding.Id),
            Uses = [.. holding.Kind.Users.Where(user => ledger.IsLive(user, holding.Id, act.On))],
        })];
    }

    /// <summary>A hidden value in clear. Null where it is not the person's or not held any more.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<string?> ValueAsync(Guid record, string property, Act act)
    {
        act.Demand(Role.Supplier);
        var held = await vault.OpenEverythingAsync(act.Who, For.Access, kind => kind.Items.Any(item => item.Property == property) && kind != IdentityScan.Kind);
        return held.FirstOrDefault(holding => holding.Id == record)?.Record is { } found ? ItemValue.Of(found, property) as string : null;
    }

    /// <summary>The newest scan that is held (JPEG), or null.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<byte[]?> ScanAsync(Act act)
    {
        act.Demand(Role.Supplier);
        return (await vault.OpenAsync<IdentityScan>(act.Who, For.Access)).OrNull?.Picture;
    }

    /// <summary>Ends the person's free choice for one record: it is erased at once, all others stay; who received it is told.</summary>
    /// <returns>False where the record is not theirs, not a free choice, or gone already.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> RemoveAsync(Guid record, Act act)
    {
        act.Demand(Role.Supplier);
        await using var work = await store.WriteAsync();
        if (await work.Db.Set<SealedRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == record && row.PersonId == act.Who && row.State == RowState.Live) is not { } row)
        {
            return false;
        }

        var on = act with { On = work.Now };
        var ledger = await work.Db.LedgerAsync(act.Who);
        if (!Remove(work, map[row.Kind], record, ledger, on))
        {
            return false;
        }

        var kind = map[row.Kind];
        await recipients.CorrectedAsync(work, act.Who, [.. kind.Items.Select(item => $"{kind.Name}.{item.Property}")], Guid.CreateVersion7(), on);
        await collector.CommitAsync(work, act.Who, on, "item.removed");
        return true;
    }

    /// <summary>The same within the caller's transaction, which the collector commits.</summary>
    internal static bool Remove(Writing work, RecordKind kind, Guid record, Ledger ledger, Act on)
    {
        var choices = kind.Holders.Where(purpose => IsChoice(purpose) && ledger.IsLive(purpose, record, on.On)).ToList();
        foreach (var purpose in choices)
        {
            work.End(on.Who, purpose, on, "item.removed", record);
        }

        if (choices.Count > 0)
        {
            work.Record(on, "item.removed", on.Who, $"{kind.Name} {record:N}");
        }

        return choices.Count > 0;
    }

    private static bool IsChoice(Purpose purpose) => purpose is { Basic: false, PerRecord: true, Basis: Basis.Consent };

    private static HeldItem Shown(Item item, SealedRecord? record) =>
        item.IsSecret || item.Sensitivity == Sensitivity.Sensitive ? new HeldItem(item, null, Hidden: !item.IsSecret)
        : new HeldItem(item, record is null ? null : ItemValue.TextOf(ItemValue.Of(record, item.Property)), Hidden: false);
}
