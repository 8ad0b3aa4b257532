using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>What a registered person said, as it is held now, in the form of the wizard's answers.</summary>
/// <param name="Held">The newest record of each kind in which answers lie.</param>
internal sealed record HeldFacts(SupplierRegistration Registration, Answers Answers, IReadOnlyDictionary<RecordKind, Holding> Held, Ledger Ledger)
{
    private static readonly RegistrationState[] Open = [RegistrationState.IdentityCheck, RegistrationState.CorrectionAsked, RegistrationState.Verified, RegistrationState.Refused];

    /// <summary>Null where nothing is registered, or a child's registration waits for the guardian.</summary>
    public static async Task<HeldFacts?> OfAsync(Store store, Vault vault, Guid person)
    {
        await using var db = store.Read();
        if (await db.Set<SupplierRegistration>().AsNoTracking().FirstOrDefaultAsync(one => one.PersonId == person) is not { } registration || !Open.Contains(registration.State))
        {
            return null;
        }

        var everything = await vault.OpenEverythingAsync(person, For.Access, kind => kind == Guardianship.Kind || Filed.All.Any(filed => filed.Kind == kind));
        var held = everything.Where(holding => holding.Record is not null).GroupBy(holding => holding.Kind).ToDictionary(kind => kind.Key, kind => kind.Last());
        var answers = new Answers
        {
            Cooperation = registration.Cooperation.ToString(),
            GuardianChoices = (held.GetValueOrDefault(Guardianship.Kind)?.Record as Guardianship)?.Agreed,
        };
        return new HeldFacts(
            registration, Filed.All.Where(filed => held.ContainsKey(filed.Kind)).Aggregate(answers, (read, filed) => filed.Read(held[filed.Kind].Record!, read)), held, await db.LedgerAsync(person));
    }

    /// <summary>The questions whose answers the person changes without anybody's decision; an empty one can be filled.</summary>
    public IReadOnlyList<Question> AtOnce =>
        [.. Filed.All.Where(filed => !filed.NeedsDecision && !IsSetAside(filed.Kind)).SelectMany(filed => filed.Questions).Where(question => Asked.Is(question, Answers))];

    public bool IsSetAside(RecordKind kind) => Held.TryGetValue(kind, out var holding) && Ledger.IsRestricted(holding.Id);

    public override string ToString() => "HeldFacts ***";
}
