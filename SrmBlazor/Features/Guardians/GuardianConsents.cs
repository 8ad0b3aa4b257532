using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian decides for a child about one purpose, written down with the notice that the guardian's page showed.</summary>
public sealed class GuardianConsents(ConsentBook book, Notices notices)
{
    /// <param name="language">In which the notice was read.</param>
    public async Task DecideAsync(Writing work, Guid child, Purpose purpose, ConsentState state, string language, Act act)
    {
        var served = await book.ServeAsync(work, child, notices.Of(purpose, language), "/guardian");
        await book.RecordAsync(work, child, purpose, state, served, act);
    }
}
