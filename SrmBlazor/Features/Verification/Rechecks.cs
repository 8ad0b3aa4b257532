using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>What was compared with a document has changed by a decision: it is compared anew.</summary>
public sealed class Rechecks(Vault vault, CaseLetters letters)
{
    private const string Cause = "verification.recheck-asked";

    /// <summary>
    /// Within the caller's transaction. A check that runs begins in nobody's hands; who was verified is asked for a new scan, because none is kept.
    /// </summary>
    /// <param name="text">What the supplier reads, in their language.</param>
    internal async Task BeginAsync(Writing work, Guid person, string text, Act act)
    {
        var registration = await work.Db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person);
        if (registration?.State == RegistrationState.IdentityCheck)
        {
            registration.LayDown();
        }
        else if (registration?.State == RegistrationState.Verified)
        {
            registration.Recheck();
            var message = await vault.SealAsync(work, person, new CaseMessage(text), For.ExplainDecision, act, Cause);
            work.Db.Add(CaseEvent.Asked(registration, [CaseItem.Scan], message, null, act));
            await letters.SendAsync(work, person, Letters.CorrectionAsked, act);
            work.Record(act, Cause, person, registration.Reference);
        }

        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
    }
}
