using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian decides for a child about one purpose, written down with the notice that the guardian's page showed.</summary>
public sealed class GuardianConsents(ConsentBook book, Notices notices)
{
    /// <summary>A yes or a no, also to what has changed since a yes. What the child had agreed to alone, and the guardian does not, is taken back.</summary>
    /// <inheritdoc cref="DecideAsync"/>
    public async Task ChooseAsync(Writing work, Guid child, Purpose purpose, bool agreed, string language, Act act)
    {
        var given = (await work.Db.LedgerAsync(child)).IsGiven(purpose, act.On);
        await DecideAsync(work, child, purpose, ConsentBook.StateOf(agreed, given), language, act);
    }

    /// <param name="language">In which the notice was read.</param>
    public async Task DecideAsync(Writing work, Guid child, Purpose purpose, ConsentState state, string language, Act act)
    {
        var served = await book.ServeAsync(work, child, notices.Of(purpose, language), "/guardian");
        await book.RecordAsync(work, child, purpose, state, served, act);
    }
}
