using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Verification;

/// <summary>Who acted or holds a case, as the asking verifier sees it: a role, never a name.</summary>
public enum Hands
{
    Nobody,
    Me,
    Colleague,
    Supplier,

    /// <summary>A term ran out.</summary>
    System,
}

/// <summary>Where a case stands.</summary>
/// <param name="Stamp">To be named when deciding.</param>
/// <param name="Holder">Who has it in hand, or decided it.</param>
/// <param name="Last">The last event, with who caused it and when; null while nothing happened.</param>
public sealed record Standing(Guid Stamp, RegistrationState State, Hands Holder, CaseEventKind? Last, Hands LastBy, DateTime? LastOn)
{
    internal static async Task<Standing> OfAsync(SrmDbContext db, SupplierRegistration registration, Act act)
    {
        var last = await db.Set<CaseEvent>().AsNoTracking().Where(one => one.RegistrationId == registration.Id)
            .OrderByDescending(one => one.On).ThenByDescending(one => one.Id).FirstOrDefaultAsync();
        return new Standing(registration.Stamp, registration.State, Held(registration.CheckedBy, act), last?.Kind, last is null ? Hands.Nobody : Caused(last, act), last?.On);
    }

    internal static Hands Held(Guid? verifier, Act act) => verifier is null ? Hands.Nobody : verifier == act.Who ? Hands.Me : Hands.Colleague;

    internal static Hands Caused(CaseEvent one, Act act) =>
        one.By == Guid.Empty ? Hands.System : one.By == act.Who ? Hands.Me : one.Kind == CaseEventKind.Corrected || one.By == one.PersonId ? Hands.Supplier : Hands.Colleague;
}
