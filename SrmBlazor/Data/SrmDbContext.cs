using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SrmBlazor.Data;

/// <summary>The main store. Each feature brings its entities as <see cref="IEntityTypeConfiguration{TEntity}"/> beside them.</summary>
public abstract class SrmDbContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        // A mapping is nested in its entity; the key store's stands apart and stays out.
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SrmDbContext).Assembly, type => type.IsNestedPublic);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);
}

public sealed class SqliteSrmDbContext(DbContextOptions<SqliteSrmDbContext> options) : SrmDbContext(options);

public sealed class PostgresSrmDbContext(DbContextOptions<PostgresSrmDbContext> options) : SrmDbContext(options);

/// <summary>Instants are UTC <see cref="DateTime"/> in both databases (SQLite cannot order DateTimeOffset).</summary>
public static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
