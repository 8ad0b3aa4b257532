using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>
/// A supplier says that something is wrong which was checked, or which decides what law applies. It becomes a request that staff decide; from the
/// same save on what is disputed opens for no purpose but storage, access and claims.
/// </summary>
public sealed class MyProposals(Store store, Vault vault, StepRules rules, RequestBook book, ChildFindings children)
{
    /// <summary>Null where nothing of a registration is held, or a guardian is waited for.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Proposable?> OpenAsync(Act act)
    {
        act.Demand(Role.Supplier);
        if (await HeldFacts.OfAsync(store, vault, act.Who) is not { } facts)
        {
            return null;
        }

        await using var db = store.Read();
        var pending = await RequestBook.Open(db.Set<RightsRequest>()).Where(one => one.PersonId == act.Who && one.Kind == RequestKind.Correct).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync();
        return new Proposable(
            new LoadedDraft(act.Who, facts.Answers, 0, act.On, Sensitive: true, HasScan: false, DateTime.MaxValue), OpenOf(facts, act), [.. pending.Select(RightsRequest.ReferenceOf)],
            facts.Registration.State == RegistrationState.CorrectionAsked);
    }

    /// <summary>Keeps before and after, and asks for a decision.</summary>
    /// <param name="changes">Each with what the page showed before.</param>
    /// <param name="text">Anything the person wants to say about it; may be empty.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<ProposalResult> SubmitAsync(IReadOnlyCollection<Change> changes, string text, Act act)
    {
        act.Demand(Role.Supplier);
        if (!act.IsConfirmed)
        {
            return new ProposalResult.NotConfirmed();
        }

        if (await HeldFacts.OfAsync(store, vault, act.Who) is not { } facts)
        {
            return new ProposalResult.Shut();
        }

        var typed = Typed(facts, changes, act);
        var tidy = rules.Tidy(typed);
        var wanted = changes.Where(change => OpenOf(facts, act).Contains(change.Item) && tidy[change.Item] != facts.Answers[change.Item]).ToList();
        var touched = Filed.All.Where(filed => filed.Questions.Any(question => wanted.Any(change => change.Item == question))).ToList();
        return wanted.Count == 0 ? new ProposalResult.Same()
            : wanted.Where(change => (facts.Answers[change.Item] ?? "") != (change.Seen ?? "")).Select(change => change.Item).ToList() is [_, ..] meanwhile ? new ProposalResult.Disagrees(meanwhile)
            : FaultsOf(facts, touched, typed) is [_, ..] found ? rules.ShowsChild(typed) ? new ProposalResult.ShowsChild(found) : new ProposalResult.Incomplete(found)
            : text.Trim().Length > RequestMessage.Longest ? new ProposalResult.Invalid(RequestFault.TextTooLong)
            : await KeepAsync(facts, touched, tidy, text.Trim(), act);
    }

    /// <summary>It is right that the number shows a child: nothing of it is kept, and all else waits for the guardian.</summary>
    /// <returns>False where it shows none.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> ConfirmChildAsync(IReadOnlyCollection<Change> changes, Act act)
    {
        act.Demand(Role.Supplier);
        return await HeldFacts.OfAsync(store, vault, act.Who) is { } facts && rules.ShowsChild(Typed(facts, changes, act)) && await children.FreezeAsync(act.Who, act);
    }

    /// <summary>Without the consent to the number nothing of the document is held, and none is taken.</summary>
    private static IReadOnlyList<Question> OpenOf(HeldFacts facts, Act act) =>
        facts.Registration.State == RegistrationState.CorrectionAsked ? []
            : [.. Filed.All.Where(filed => filed.NeedsDecision && facts.Held.ContainsKey(filed.Kind) && (filed.Kind != IdentityDocument.Kind || facts.Ledger.IsLive(For.SensitiveIdentity, null, act.On)))
                .SelectMany(filed => filed.Questions).Where(CheckedValues.Questions.Contains)];

    private static Answers Typed(HeldFacts facts, IReadOnlyCollection<Change> changes, Act act) =>
        changes.Where(change => OpenOf(facts, act).Contains(change.Item)).Aggregate(facts.Answers, (kept, change) => kept.With(change.Item, change.Value));

    private List<Fault> FaultsOf(HeldFacts facts, IReadOnlyCollection<Filed> touched, Answers typed)
    {
        // a number is judged by the country too: how old a child is differs
        var judged = touched.Any(filed => filed.Kind == Residence.Kind) && facts.Held.ContainsKey(IdentityDocument.Kind) ? Filed.All.Where(filed => filed.Kind == IdentityDocument.Kind).Union(touched) : touched;
        return [.. judged.SelectMany(filed => filed.Questions).Where(CheckedValues.Questions.Contains).Select(question => (Question: question, Problem: rules.Check(question, typed)))
            .Where(one => one.Problem is not null).Select(one => new Fault(Step.Of(one.Question), one.Question.ToString(), one.Problem!))];
    }

    private async Task<ProposalResult> KeepAsync(HeldFacts facts, IReadOnlyList<Filed> touched, Answers tidy, string text, Act act)
    {
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        var language = await work.Db.Set<Person>().Where(one => one.Id == act.Who).Select(one => one.Language).FirstAsync();
        var said = text.Length > 0 ? text : AccuracyTexts.Say(language, "Proposal.Message");
        var request = await book.OpenAsync(work, new RightsRequests.Asked(act.Who, RequestKind.Correct, RequestChannel.Dashboard, RequestClock.Today(on.On), said, Proved: true), on);
        await vault.SealAsync(
            work, act.Who, new CorrectionProposal(request.Id.ToString(), CheckedValues.Of(facts.Answers), CheckedValues.Of(tidy)), For.Correction, on, "correction.proposed");
        Dispute.Open(work, act.Who, touched.Select(filed => facts.Held[filed.Kind].Id), request.Reference, on);
        await book.CommitAsync(work, request, on);
        return new ProposalResult.Done(request.Reference);
    }
}
