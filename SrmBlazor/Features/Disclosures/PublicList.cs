using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Disclosures;

/// <summary>A supplier as everybody may see them.</summary>
/// <param name="City">Null where it is not held.</param>
public sealed record Listed(string Name, string? City)
{
    public override string ToString() => "***";
}

/// <param name="Next">What to ask for the page after this one with; null on the last.</param>
public sealed record ListedPage(IReadOnlyList<Listed> Suppliers, long? Next);

/// <summary>
/// The public list: verified suppliers whose consent to it stands now. Nothing is copied for it, so that there is nothing to take back but the
/// consent: each request asks the ledger, and the vault.
/// </summary>
public sealed class PublicList(Store store, Vault vault)
{
    public const int PageSize = 20;

    /// <param name="after">The <see cref="ListedPage.Next"/> of the page before: the ledger's number of a consent, which names nobody.</param>
    public async Task<ListedPage> PageAsync(long after)
    {
        await using var db = store.Read();
        var rows = await Consenting(db).Where(line => line.Number > after).OrderBy(line => line.Number).Take(PageSize + 1)
            .Select(line => new { line.Number, Person = line.PersonId!.Value }).ToListAsync();
        var listed = new List<Listed>();
        foreach (var row in rows.Take(PageSize))
        {
            if ((await vault.OpenAsync<Identity>(db, row.Person, For.PublicListing)).OrNull is { } identity)
            {
                listed.Add(new Listed(identity.FullName, (await vault.OpenAsync<City>(db, row.Person, For.PublicListing)).OrNull?.Name));
            }
        }

        return new ListedPage(listed, rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>The consents that were not taken back. Whether one is paused, or a record disputed, the vault asks.</summary>
    private static IQueryable<PurposeEvent> Consenting(SrmDbContext db) => db.Set<PurposeEvent>().AsNoTracking()
        .Where(line => line.Purpose == For.PublicListing.Key && line.Change == PurposeChange.Began && line.PersonId != null
            && !db.Set<PurposeEvent>().Any(later => later.PersonId == line.PersonId && later.Purpose == line.Purpose && later.Number > line.Number && later.Change != PurposeChange.Renewed)
            && db.Set<SupplierRegistration>().Any(one => one.PersonId == line.PersonId && one.State == RegistrationState.Verified)
            && db.Set<Account>().Any(account => account.Id == line.PersonId && account.ClosedOn == null));
}
