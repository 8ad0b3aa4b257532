using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>
/// Opens what is compared of a person and nothing else: name and nationality, and of residents of Russia and Ukraine the screening address, each under its
/// own purpose. The communication address is another record, which neither purpose opens.
/// </summary>
public sealed class PersonWords(Vault vault)
{
    private static readonly string[] Kinds = [Identity.Kind.Name, ScreeningAddress.Kind.Name];

    /// <summary>Records whose saving or erasure can make another mark; the residence decides whether an address is asked for.</summary>
    internal static readonly string[] Told = [.. Kinds, Residence.Kind.Name];

    /// <summary>Whose screening ended, whose name is disputed and opens for nobody, and whoever's words are damaged have no entry.</summary>
    /// <param name="damaged">Told of a record that does not open although it should.</param>
    internal async Task<IReadOnlyDictionary<Guid, ScreenedWords>> OpenAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, Action<Guid, CryptographicException> damaged)
    {
        HashSet<Guid> shut = [];
        void Shut(Guid person, CryptographicException trouble)
        {
            shut.Add(person);
            damaged(person, trouble);
        }

        var names = await vault.OpenEachAsync<Identity>(db, persons, For.Screening, Shut);
        var regions = await db.Set<Person>().Where(one => names.Keys.Contains(one.Id) && ScreenedWords.WithAddress.Contains(one.Region)).ToDictionaryAsync(one => one.Id, one => one.Region);
        var addresses = regions.Count == 0 ? new Dictionary<Guid, ScreeningAddress>() : await vault.OpenEachAsync<ScreeningAddress>(db, regions.Keys, For.RegionalScreening, Shut);
        return names.Where(own => !shut.Contains(own.Key)).ToDictionary(own => own.Key, own => Of(own.Value, regions.GetValueOrDefault(own.Key), addresses.GetValueOrDefault(own.Key)));
    }

    private static ScreenedWords Of(Identity identity, string? region, ScreeningAddress? address) => region is null
        ? new ScreenedWords(identity.FullName, identity.Nationality)
        : new ScreenedWords(identity.FullName, identity.Nationality, Country: region, Postcode: address?.Postcode ?? "", Address: address?.Address ?? "");

    /// <summary>Says of each person which records would be opened, in which version. Another mark: something else would be compared.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, string>> MarksAsync(SrmDbContext db, IReadOnlyCollection<Guid> persons, CancellationToken stop = default)
    {
        var rows = await db.Set<SealedRow>().AsNoTracking().Where(row => row.PersonId != null && persons.Contains(row.PersonId.Value) && row.State == RowState.Live && Kinds.Contains(row.Kind))
            .Select(row => new { Person = row.PersonId!.Value, row.Kind, row.Id, row.Version }).ToListAsync(stop);
        var regions = await db.Set<Person>().Where(one => persons.Contains(one.Id)).Select(one => new { one.Id, one.Region }).ToDictionaryAsync(one => one.Id, one => one.Region, stop);
        var byPerson = rows.ToLookup(row => row.Person);
        return persons.ToDictionary(person => person, person => MarkOf(
            ScreenedWords.WithAddress.Contains(regions.GetValueOrDefault(person)) ? regions[person] : "",
            byPerson[person].GroupBy(row => row.Kind).Select(kind => kind.MaxBy(row => row.Id)!).OrderBy(row => row.Kind, StringComparer.Ordinal).Select(row => (row.Id, row.Version))));
    }

    internal static async Task<string> MarkAsync(SrmDbContext db, Guid person) => (await MarksAsync(db, [person]))[person];

    private static string MarkOf(string? region, IEnumerable<(Guid Id, int Version)> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows.Aggregate(region ?? "", (text, row) => string.Create(CultureInfo.InvariantCulture, $"{text} {row.Id:N}.{row.Version}")))));
}
