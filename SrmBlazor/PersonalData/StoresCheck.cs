using Microsoft.Extensions.Diagnostics.HealthChecks;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Keys;

namespace SrmBlazor.PersonalData;

/// <summary>Ready means that both stores answer: with one of them nothing can be opened and nothing kept.</summary>
internal sealed class StoresCheck(Store store, KeyStore keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = store.Read();
        await using var keyDb = keys.Read();
        return await db.Database.CanConnectAsync(cancellationToken) && await keyDb.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus);
    }
}
