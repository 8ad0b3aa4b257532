using System.Reflection;
using SrmBlazor.Data;
using Xunit.Sdk;

namespace SrmBlazor.Support;

/// <summary>Runs a theory on SQLite and on PostgreSQL: the first argument is the provider.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothProvidersAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        PostgresServer.Skipped ? [[DatabaseProvider.Sqlite]] : [[DatabaseProvider.Sqlite], [DatabaseProvider.PostgreSql]];
}
