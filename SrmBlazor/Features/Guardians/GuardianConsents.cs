using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Guardians;

/// <summary>What a guardian decides for a child about one purpose, with the notice that the guardian's page showed before.</summary>
public sealed class GuardianConsents(ConsentBook book, NoticesShown shown)
{
    public const string Surface = "/guardian";

    /// <inheritdoc cref="NoticesShown.ShowAsync"/>
    public Task<IReadOnlyList<ShownNotice>> ShowAsync(Writing work, Guid child, IEnumerable<Purpose> purposes, string language) => shown.ShowAsync(work, child, purposes, language, Surface);

    /// <inheritdoc cref="NoticesShown.ReadAsync"/>
    public Task<IReadOnlyDictionary<Purpose, Guid>?> ReadAsync(Writing work, Guid child, IReadOnlyCollection<Purpose> purposes, IReadOnlyCollection<Guid> served) =>
        shown.ReadAsync(work.Db, child, purposes, served);

    /// <summary>A yes or a no, also to what has changed since a yes. What the child had agreed to alone, and the guardian does not, is taken back.</summary>
    /// <param name="served">The notice that was read.</param>
    public async Task ChooseAsync(Writing work, Guid child, Purpose purpose, bool agreed, Guid served, Act act) =>
        await book.RecordAsync(work, child, purpose, ConsentBook.StateOf(agreed, (await work.Db.LedgerAsync(child)).IsGiven(purpose, act.On)), served, act);

    /// <summary>Takes the consent to a child's data back. It names the notice that was agreed to: no other is shown.</summary>
    public async Task WithdrawAsync(Writing work, Guid child, Act act)
    {
        if (await book.IdBehindAsync(work.Db, child, For.ChildData) is { } agreed)
        {
            await book.RecordAsync(work, child, For.ChildData, ConsentState.Withdrawn, agreed, act);
        }
    }
}
