using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SrmBlazor.Data;

/// <summary>For <c>dotnet ef migrations</c> only: no database is opened.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteSrmDbContext>
{
    public SqliteSrmDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSrmDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <inheritdoc cref="SqliteDesign"/>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresSrmDbContext>
{
    public PostgresSrmDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSrmDbContext>().UseNpgsql("Host=design").Options);
}
