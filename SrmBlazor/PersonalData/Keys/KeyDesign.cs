using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SrmBlazor.PersonalData.Keys;

/// <summary>For <c>dotnet ef migrations</c> only: no database is opened.</summary>
internal sealed class SqliteKeyDesign : IDesignTimeDbContextFactory<SqliteKeyDbContext>
{
    public SqliteKeyDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKeyDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <inheritdoc cref="SqliteKeyDesign"/>
internal sealed class PostgresKeyDesign : IDesignTimeDbContextFactory<PostgresKeyDbContext>
{
    public PostgresKeyDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresKeyDbContext>().UseNpgsql("Host=design").Options);
}
