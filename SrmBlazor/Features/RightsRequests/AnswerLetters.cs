using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Answers as letters on paper: for the person, and for staff who send one by post to somebody without an account.</summary>
public sealed class AnswerLetters(Store store, Vault vault, AccessLedger access)
{
    /// <summary>The last answer to one's own request; null where there is none of this reference, or nothing is decided.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<AnswerLetter?> OfMineAsync(string reference, Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await RequestBook.FindAsync(db, reference, one => one.PersonId == act.Who) is { LastDecision: { } decision } request
            ? AnswerLetter.Of(request, decision, [], await TextAsync(act.Who, decision, For.Access), act.On)
            : null;
    }

    /// <summary>The same for staff, with the address of who has no account; null also where the gate of a child's request is shut. The looks are in the person's access ledger first.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">A row in the access ledger could not be written; nothing was opened.</exception>
    public async Task<AnswerLetter?> OfCaseAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using var db = store.Read();
        if (await RequestDesk.FindAsync(db, reference, act) is not { PersonId: { } person, LastDecision: { } decision } request)
        {
            return null;
        }

        await access.RecordCaseAsync(person, request.Id, act);
        return AnswerLetter.Of(request, decision, await AddressAsync(db, person, request, act), await TextAsync(person, decision, For.RightsRequest), act.On);
    }

    private async Task<string?> TextAsync(Guid person, RequestDecision decision, Purpose purpose) =>
        (await vault.OpenAsync<RequestMessage>(person, decision.MessageId, purpose)).OrNull?.Text;

    /// <summary>Nobody's where the answer is read in an account, and where who asked may not hear it.</summary>
    private async Task<IReadOnlyList<string>> AddressAsync(SrmDbContext db, Guid person, RightsRequest request, Act act)
    {
        if (request.ContactId is not { } contact || (await vault.OpenAsync<Mailbox>(db, person, For.Account)).OrNull is not null
            || await Representation.OfAsync(db, request.Id) is { } representation && !representation.Hears(request, act.On))
        {
            return [];
        }

        return (await access.RevealAsync<RequestContact>(person, contact, request.Id, For.RightsRequest, RevealReason.PersonAsked, act)).OrNull is { } to
            ? [.. to.Address.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(to.Name).Where(line => line.Length > 0)]
            : [];
    }
}
