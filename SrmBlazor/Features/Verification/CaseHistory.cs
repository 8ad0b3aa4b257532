using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Verification;

/// <summary>What happened in a person's identity check. Whoever asks has made sure that the person is the one who may know.</summary>
public sealed class CaseHistory(Store store, Vault vault)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<CaseEvent>> OfAsync(Guid person)
    {
        await using var db = store.Read();
        return await OfAsync(db, person);
    }

    /// <summary>What the verifier wrote; null where nothing was written or it is not kept any more.</summary>
    public async Task<string?> MessageOfAsync(CaseEvent one) =>
        one is { PersonId: { } person, MessageId: { } message }
            ? (await vault.OpenAsync<CaseMessage>(person, message, For.ExplainDecision)).OrNull?.Text
            : null;

    /// <summary>What was asked for and not mended yet: a lapsed scan adds to an open correction.</summary>
    public async Task<IReadOnlySet<CaseItem>> OutstandingAsync(Guid person)
    {
        var open = (await OfAsync(person)).Reverse().TakeWhile(one => one.Kind is CaseEventKind.CorrectionAsked or CaseEventKind.ScanLapsed or CaseEventKind.ChildFound);
        return open.SelectMany(one => one.Items).ToHashSet();
    }

    internal static Task<List<CaseEvent>> OfAsync(SrmDbContext db, Guid person) =>
        db.Set<CaseEvent>().AsNoTracking().Where(one => one.PersonId == person).OrderBy(one => one.On).ThenBy(one => one.Id).ToListAsync();
}
