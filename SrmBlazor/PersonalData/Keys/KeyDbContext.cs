using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;

namespace SrmBlazor.PersonalData.Keys;

/// <summary>The key store: its own database, so that its backups can be short-lived and a copy of the data opens nothing.</summary>
public abstract class KeyDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<WrappedKey> Keys => Set<WrappedKey>();

    public DbSet<BlindIndex> Indexes => Set<BlindIndex>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<KeyInstallation> Installations => Set<KeyInstallation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var mapping = new KeyMapping();
        modelBuilder.ApplyConfiguration<WrappedKey>(mapping);
        modelBuilder.ApplyConfiguration<BlindIndex>(mapping);
        modelBuilder.ApplyConfiguration<Tombstone>(mapping);
        modelBuilder.ApplyConfiguration<KeyInstallation>(mapping);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);
}

public sealed class SqliteKeyDbContext(DbContextOptions<SqliteKeyDbContext> options) : KeyDbContext(options);

public sealed class PostgresKeyDbContext(DbContextOptions<PostgresKeyDbContext> options) : KeyDbContext(options);
