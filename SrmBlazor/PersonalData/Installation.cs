using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.PersonalData;

/// <summary>The mark by which both stores know that they belong together.</summary>
public sealed class Installation
{
    public int Id { get; private init; } = 1;

    public Guid InstallationId { get; private init; }

    /// <summary>Pairs the stores on first run and refuses ever after to start with stores, or a root secret, that do not fit.</summary>
    /// <exception cref="InvalidDataException">The stores or the secret belong to different installations; the message says which and what to do.</exception>
    public static async Task PairAsync(Store store, KeyStore keys)
    {
        await using var main = store.Read();
        await using var keyDb = keys.Read();
        var here = await main.Set<Installation>().AsNoTracking().SingleOrDefaultAsync();
        var there = await keyDb.Installations.AsNoTracking().SingleOrDefaultAsync();
        if (there is not null)
        {
            keys.Prove(there);
        }

        if (here is null && there is null)
        {
            var id = Guid.NewGuid();
            await keys.WriteAsync(db =>
            {
                db.Add(new KeyInstallation { Id = 1, InstallationId = id, Proof = keys.Proof(id) });
                return Task.CompletedTask;
            }, CancellationToken.None);
            there = new KeyInstallation { Id = 1, InstallationId = id };
        }

        // A crash between the two first writes leaves a key store without a single key: it may be adopted.
        if (here is null && (await keyDb.Keys.AnyAsync() || await keyDb.Tombstones.AnyAsync()))
        {
            throw new InvalidDataException("The key store holds keys but the main store is new. Restore the main store that belongs to it.");
        }

        if (here is null)
        {
            await using var work = await store.WriteAsync();
            work.Db.Add(new Installation { InstallationId = there!.InstallationId });
            await work.CommitAsync();
        }
        else if (there?.InstallationId != here.InstallationId)
        {
            throw new InvalidDataException(there is null
                ? "The main store holds records but the key store is new. Restore the key store that belongs to it."
                : "Main store and key store belong to different installations.");
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> builder)
        {
            builder.ToTable("Installation");
            builder.Property(installation => installation.Id).ValueGeneratedNever();
        }
    }
}
