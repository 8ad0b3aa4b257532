using SrmBlazor.Features.PrivacyCenter.Contents;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>What is kept beside a person's id: states, dates and outcomes. The person is always the one who acts.</summary>
public sealed class MyHandling(DossierReader reader)
{
    /// <summary>Every table that the map declares, also those without a row of theirs.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public Task<IReadOnlyList<DossierTable>> TablesAsync(Act act)
    {
        act.Demand(Role.Supplier);
        return reader.TablesAsync(act.Who);
    }
}
