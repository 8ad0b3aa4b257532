namespace SrmBlazor.Support;

/// <summary>A test of PostgreSQL alone. Skipped only where somebody says so; a missing PostgreSQL is a failure.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Skipped ? $"{PostgresServer.Variable}=1" : null;
}
