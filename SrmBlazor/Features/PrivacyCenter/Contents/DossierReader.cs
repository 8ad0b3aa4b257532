using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Home;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.PrivacyCenter.Contents;

/// <summary>
/// Reads everything about a person, led by the map alone: a record kind or a table that is declared tomorrow is in it tomorrow. In the language of
/// whoever asks for it.
/// </summary>
public sealed class DossierReader(Store store, Vault vault, DataMap map, AccessLedger access, HeldWords words, DossierWords own, Information information)
{
    /// <exception cref="InvalidOperationException">Something is held that could not be opened: half a dossier is none.</exception>
    internal async Task<Dossier> ReadAsync(Guid person, DateTime now)
    {
        var held = await vault.OpenEverythingAsync(person, For.Access, kind => !IsPackage(kind));
        var looks = await access.OfAsync(person);
        await using var db = store.Read();
        var ledger = await db.LedgerAsync(person);
        var region = await db.Set<Person>().Where(one => one.Id == person).Select(one => one.Region).FirstOrDefaultAsync() ?? "";
        List<PackageFile> files = [];
        List<DossierRecord> records = [];
        foreach (var holding in held.Where(holding => !IsPackage(holding.Kind)))
        {
            records.Add(RecordOf(holding, ledger, now, looks, files));
        }

        var tables = await TablesAsync(db, person);
        var counts = map.Kinds.Select(kind => new KindCount(kind.Name, words.Kind(kind.Name), held.Count(holding => holding.Kind == kind))).OrderBy(count => count.Kind, StringComparer.Ordinal);
        return new Dossier(person, region, CultureInfo.CurrentUICulture.Name, now, await information.OfAsync(db, person, ledger, held, now), records, tables, [.. counts], files);
    }

    /// <summary>The tables alone, as the access page shows them beside the records.</summary>
    internal async Task<IReadOnlyList<DossierTable>> TablesAsync(Guid person)
    {
        await using var db = store.Read();
        return await TablesAsync(db, person);
    }

    /// <summary>It would repeat everything, and grow each time.</summary>
    private static bool IsPackage(RecordKind kind) => kind.Holders is [var only] && (only == For.CopyDelivery || only == For.TransferDelivery);

    private DossierRecord RecordOf(Holding holding, Ledger ledger, DateTime now, IReadOnlyList<AccessLine> looks, List<PackageFile> files)
    {
        var kind = holding.Kind;
        if (holding is { Record: null, Holds.Count: > 0 })
        {
            throw new InvalidOperationException($"The record {holding.Id} is held and does not open.");
        }

        var deciding = holding.Deciding;
        return new DossierRecord(
            holding.Id, kind.Name, words.Kind(kind.Name), holding.SavedOn, kind.Source.ToString(), words.Source(kind), deciding is { HasEnd: true } ? deciding.Until : null, words.Why(deciding),
            [.. kind.Items.Select(item => ItemOf(holding, item, ledger, now, files))],
            [.. looks.Where(look => look.Kind == kind.Name || look.Kind.Length == 0).Select(look => new DossierLook(look.On, own.Roles(look.Role), own.Reason(look.Reason)))]);
    }

    private DossierItem ItemOf(Holding holding, Item item, Ledger ledger, DateTime now, List<PackageFile> files)
    {
        var kind = holding.Kind;
        var value = holding.Record is null ? null : ItemValue.Of(holding.Record, item.Property);
        var withheld = item.IsSecret && value is not null;
        string? file = null;
        if (value is byte[] { Length: > 0 } bytes)
        {
            file = $"files/{kind.Name}-{holding.Id:N}{ExtensionOf(bytes)}";
            files.Add(new PackageFile(file, bytes));
        }

        var text = withheld || file is not null ? null : ItemValue.TextOf(value);
        var shown = withheld ? own.Withheld : file ?? words.Value(kind, new HeldItem(item, text, Hidden: false));
        return new DossierItem(
            $"{kind.Name}.{item.Property}", own.Label(words, kind, item), item.Category.ToString(), own.Category(item.Category), item.Sensitivity == Sensitivity.Sensitive, text, shown, file, withheld,
            [.. PurposesOf(holding, item, ledger, now)]);
    }

    /// <summary>What holds the value now, and what may use it now while it is held.</summary>
    private IEnumerable<DossierPurpose> PurposesOf(Holding holding, Item item, Ledger ledger, DateTime now) =>
        holding.Holds.Select(hold => own.Purpose(words, hold.Purpose, hold.HasEnd ? hold.Until : null))
            .Concat(holding.Kind.Users.Where(user => holding.Kind.ItemsOf(user).Contains(item) && ledger.IsLive(user, holding.Id, now)).Select(user => own.Purpose(words, user, null)));

    private async Task<IReadOnlyList<DossierTable>> TablesAsync(SrmDbContext db, Guid person)
    {
        List<DossierTable> tables = [];
        foreach (var handling in map.Handlings.OrderBy(handling => handling.Entity.Name, StringComparer.Ordinal))
        {
            var rows = await HandledRows.OfAsync(db, handling, person);
            tables.Add(new DossierTable(
                handling.Entity.Name, own.Table(handling.Entity.Name), handling.Purpose.Key, words.Purpose(handling.Purpose, "Name"), own.Kept(handling),
                [.. handling.Columns.Select(column => new DossierColumn(column, own.Column(column)))],
                [.. rows.Select(row => (IReadOnlyList<DossierCell>)[.. row.Select(own.Cell)])]));
        }

        return tables;
    }

    private static string ExtensionOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => ".jpg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ".pdf",
        _ => ".bin",
    };
}
