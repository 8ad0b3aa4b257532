using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>A supplier says that corrected answers, which show a child, are right.</summary>
public sealed class ChildFindings(Store store, Freezing freezing, Collector collector, FailPoints faults)
{
    private static readonly RegistrationState[] Known = [RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked, RegistrationState.Verified, RegistrationState.Refused];

    /// <summary>Nothing is opened any more; number and scan go before this returns, the rest waits for the guardian.</summary>
    /// <returns>False where no registration is open any more.</returns>
    internal async Task<bool> FreezeAsync(Guid person, Act act, params RegistrationState[] from)
    {
        await using var work = await store.WriteAsync();
        var states = from is [] ? Known : from;
        if (await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person && states.Contains(one.State)) is not { } registration)
        {
            return false;
        }

        var on = act with { On = work.Now };
        var erasure = await freezing.FreezeAsync(work, registration, on);
        work.Db.Add(CaseEvent.ChildFound(registration, erasure, on));
        faults.Reach("child.before-commit");
        await work.CommitAsync();
        faults.Reach("child.after-commit");
        if (erasure is { } intent)
        {
            await collector.CarryOutAsync(intent);
        }

        return true;
    }
}
