using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accuracy.Pages;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>
/// Carries an approved correction out: what is disputed is free again and saved in one transaction, each value under the key it has, and the
/// identity is checked anew; who received a former value is told in it too. Look-ups are renewed after it, whether or not the values changed: a
/// try that died before is mended so.
/// </summary>
public sealed class Correcting(
    Store store, Vault vault, KeyStore keys, Collector collector, Rechecks rechecks, RestrictionLetters letters, RecipientNotices recipients, RecipientRegister register, FailPoints faults, TimeProvider clock) : IRequestWork
{
    private const string Cause = "request.corrected";

    public RequestKind Kind => RequestKind.Correct;

    public Type CasePart => typeof(CorrectionCase);

    public bool HasOwnPage => true;

    public async Task<bool> HasToDoAsync(Guid person, Guid request) => await FindAsync(vault, person, request) is not null;

    public async Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop)
    {
        if (await FindAsync(vault, work.Person, work.Id) is not { Record: var proposal } || await HeldFacts.OfAsync(store, vault, work.Person) is not { } facts)
        {
            return new WorkResult.Failed("NothingToCorrect");
        }

        var touched = TouchedBy(proposal).Where(filed => facts.Held.ContainsKey(filed.Kind)).ToList();
        var mended = touched.SelectMany(filed => filed.Questions).Where(CheckedValues.Questions.Contains)
            .Aggregate(facts.Answers, (answers, question) => answers.With(question, proposal.After.Over(answers)[question]));
        if (!await SaveAsync(work, facts, touched, mended, Act.OfSystem(clock)))
        {
            return new WorkResult.Failed("NotSaved");
        }

        faults.Reach("correcting.before-index");
        foreach (var filed in touched.Where(filed => filed.LookUp is not null))
        {
            var (kind, question) = filed.LookUp!.Value;
            await keys.ReplaceIndexAsync(facts.Held[filed.Kind].Id, work.Person, kind, mended[question]!);
        }

        return new WorkResult.Done(Whole: true, AccuracyTexts.Say(work.Language, "Corrected.Answer") + await ToldAsync(work));
    }

    /// <summary>An appeal against a denial: what that had freed is disputed again.</summary>
    public Task AppealedAsync(Writing work, RightsRequest request, Act act) => Dispute.ReopenAsync(work, request, act);

    /// <summary>What ended is not disputed any more; before and after go when nobody can ask about the decision any more.</summary>
    public async Task EndedAsync(Writing work, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        if (request.State != RequestState.Expired && await Dispute.CloseAsync(work, person, request.Reference, act) > 0)
        {
            await letters.SendEndAsync(work, person, request.Reference, act);
        }

        if (request.State is RequestState.Fulfilled or RequestState.Withdrawn or RequestState.Closed && await FindAsync(vault, person, request.Id) is { Id: var record }
            && (await work.Db.LedgerAsync(person)).Lasts(For.Correction, record, act.On))
        {
            work.End(person, For.Correction, act, "request.decided", record);
        }
    }

    internal static async Task<Opening<CorrectionProposal>.Opened?> FindAsync(Vault vault, Guid person, Guid request) =>
        (await vault.OpenAllAsync<CorrectionProposal>(person, For.Correction)).LastOrDefault(one => one.Record.Request == request.ToString());

    /// <summary>The records in which before and after differ.</summary>
    internal static IReadOnlyList<Filed> TouchedBy(CorrectionProposal proposal)
    {
        var (before, after) = (proposal.Before.Over(new Answers()), proposal.After.Over(new Answers()));
        return [.. Filed.All.Where(filed => filed.Questions.Any(question => before[question] != after[question]))];
    }

    private async Task<bool> SaveAsync(RequestToDo todo, HeldFacts facts, IReadOnlyList<Filed> touched, Answers mended, Act act)
    {
        var stale = touched.Where(filed => filed.Questions.Any(question => facts.Answers[question] != mended[question])).ToList();
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        await Dispute.CloseAsync(work, todo.Person, todo.Reference, on);
        var ledger = await work.Db.LedgerAsync(todo.Person);
        foreach (var filed in stale)
        {
            var held = facts.Held[filed.Kind];
            if (filed.Kind.Holders.FirstOrDefault(purpose => ledger.IsLive(purpose, held.Id, on.On)) is not { } under
                || await filed.SaveAsync(vault, work, todo.Person, held.Id, held.Version, mended, under, on) != SaveOutcome.Saved)
            {
                return false;
            }

            work.Record(on, Cause, todo.Person, $"{todo.Reference} {filed.Kind.Name} {held.Id:N}");
        }

        if (stale.Any(filed => filed.Kind == Residence.Kind))
        {
            await MoveAsync(work, todo.Person, mended, on);
        }

        if (stale.Any(filed => filed.Kind.Holders.Contains(For.IdentityCheck)))
        {
            await rechecks.BeginAsync(work, todo.Person, AccuracyTexts.Say(todo.Language, "Recheck.Message"), on);
        }

        await recipients.CorrectedAsync(work, todo.Person, [.. stale.SelectMany(filed => filed.ItemsChanged(facts.Answers, mended))], todo.Id, on);
        faults.Reach("correcting.before-commit");
        await collector.CommitAsync(work, todo.Person, on, Cause);
        return true;
    }

    /// <summary>Who received a former value, asked anew at each try: nobody is told twice, and the answer names them all the same.</summary>
    private async Task<string> ToldAsync(RequestToDo work)
    {
        var told = await recipients.OfAsync(work.Id);
        var names = told.Select(one => register.Find(one.RecipientKey)?.Name.In(work.Language) ?? one.RecipientKey);
        return told.Count == 0 ? "" : $"\n\n{string.Format(CultureInfo.InvariantCulture, AccuracyTexts.Say(work.Language, "Corrected.Told"), string.Join(AccuracyTexts.Say(work.Language, "And"), names))}";
    }

    /// <summary>Another country: another law, and what was asked only for the former one is let go.</summary>
    private static async Task MoveAsync(Writing work, Guid person, Answers mended, Act act)
    {
        (await work.Db.Set<Person>().SingleAsync(one => one.Id == person)).LivesIn(mended.Country!);
        if (!Registration.Asked.Is(Question.ScreeningAddress, mended) && (await work.Db.LedgerAsync(person)).IsLive(For.RegionalScreening, null, act.On))
        {
            work.End(person, For.RegionalScreening, act, Cause);
        }
    }
}
