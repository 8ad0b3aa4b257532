using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>One line of before and after.</summary>
public sealed record ProposedChange(Question Question, string? Before, string? After)
{
    public override string ToString() => Question.ToString();
}

/// <summary>Corrections as privacy officers see them: masked, and in clear only after a row in the person's access ledger.</summary>
public sealed class CorrectionDesk(Store store, Vault vault, AccessLedger access)
{
    /// <summary>Before and after, masked; empty where nothing is proposed any more, or the gate of a child's request is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<IReadOnlyList<ProposedChange>> OpenAsync(string reference, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        if (await FindAsync(reference, act) is not (var person, var request))
        {
            return [];
        }

        await access.RecordCaseAsync(person, request, act);
        return await Correcting.FindAsync(vault, person, request) is { Record: var proposal } ? [.. ChangesOf(proposal).Select(Masked)] : [];
    }

    /// <summary>The same in clear, after its row is in the access ledger.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<IReadOnlyList<ProposedChange>> RevealAsync(string reference, RevealReason reason, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        return await FindAsync(reference, act) is (var person, var request) && await Correcting.FindAsync(vault, person, request) is { Id: var record }
            && (await access.RevealAsync<CorrectionProposal>(person, record, request, For.Correction, reason, act)).OrNull is { } proposal
                ? [.. ChangesOf(proposal)]
                : [];
    }

    private async Task<(Guid Person, Guid Request)?> FindAsync(string reference, Act act)
    {
        await using var db = store.Read();
        return await RequestDesk.FindAsync(db, reference, act) is { PersonId: { } person, Kind: RequestKind.Correct } request ? (person, request.Id) : null;
    }

    private static IEnumerable<ProposedChange> ChangesOf(CorrectionProposal proposal)
    {
        var (before, after) = (proposal.Before.Over(new Answers()), proposal.After.Over(new Answers()));
        return CheckedValues.Questions.Where(question => before[question] != after[question]).Select(question => new ProposedChange(question, before[question], after[question]));
    }

    private static ProposedChange Masked(ProposedChange change) => change.Question switch
    {
        Question.FullName => change with { Before = Accounts.Masked.Name(change.Before), After = Accounts.Masked.Name(change.After) },
        Question.IdNumber => change with { Before = Dots(change.Before), After = Dots(change.After) },
        _ => change,
    };

    private static string Dots(string? value) => value is { Length: > 4 } ? $"••••{value[^2..]}" : "••••";
}
