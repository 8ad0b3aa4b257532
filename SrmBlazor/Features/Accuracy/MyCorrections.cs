using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using Question = SrmBlazor.Features.Registration.Item;

namespace SrmBlazor.Features.Accuracy;

/// <summary>
/// What a supplier said and nobody checked is changed, supplemented or emptied by the supplier alone and at once, judged by the wizard's rules.
/// All of one save is one transaction; each value stays under the key it has. Who received a former value is told in it.
/// </summary>
public sealed class MyCorrections(
    Store store, Vault vault, Collector collector, StepRules rules, ConsentBook consents, NoticesShown notices, ChildFindings children, RecipientNotices recipients, FailPoints faults)
{
    /// <summary>How ledgers name it.</summary>
    public const string Cause = "item.corrected";

    private const string Surface = "/privacy/correct";

    /// <summary>Null where nothing of a registration is held, or a guardian is waited for.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Correctable?> OpenAsync(Act act)
    {
        act.Demand(Role.Supplier);
        return await HeldFacts.OfAsync(store, vault, act.Who) is { } facts
            ? new Correctable(
                new LoadedDraft(act.Who, facts.Answers, 0, act.On, Sensitive: true, HasScan: false, DateTime.MaxValue), facts.AtOnce,
                [.. Filed.All.Where(filed => !filed.NeedsDecision && facts.IsSetAside(filed.Kind)).Select(filed => filed.Kind.Name)])
            : null;
    }

    /// <summary>Puts before the person the notice of each consent that filling an empty answer gives, and writes that down.</summary>
    /// <inheritdoc cref="NoticesShown.ShowAsync"/>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<IReadOnlyList<ShownNotice>> ShowAsync(string language, Act act)
    {
        act.Demand(Role.Supplier);
        if (await HeldFacts.OfAsync(store, vault, act.Who) is not { } facts || GivenBy(facts, Filed.All.Where(filed => filed.Questions.Any(facts.AtOnce.Contains)), act.On) is not [_, ..] asked)
        {
            return [];
        }

        await using var work = await store.WriteAsync();
        var shown = await notices.ShowAsync(work, act.Who, asked, language, Surface);
        await work.CommitAsync();
        return shown;
    }

    /// <summary>Keeps what was changed. An optional answer that was emptied is erased before this returns.</summary>
    /// <param name="changes">Each with what the page showed before; what is not open is left aside.</param>
    /// <param name="served">The notices that the page showed.</param>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<CorrectionSaved> SaveAsync(IReadOnlyCollection<Change> changes, IReadOnlyCollection<Guid> served, Act act)
    {
        act.Demand(Role.Supplier);
        if (await HeldFacts.OfAsync(store, vault, act.Who) is not { } facts)
        {
            return new CorrectionSaved.Shut();
        }

        var (typed, wanted) = Wanted(facts, changes);
        if (wanted.Where(change => (facts.Answers[change.Item] ?? "") != (change.Seen ?? "")).Select(change => change.Item).ToList() is [_, ..] meanwhile)
        {
            return new CorrectionSaved.Disagrees(meanwhile);
        }

        var touched = Filed.All.Where(filed => filed.Questions.Any(question => wanted.Any(change => change.Item == question))).ToList();
        return FaultsOf(touched, typed) is [_, ..] found
            ? rules.ShowsChild(typed) ? new CorrectionSaved.ShowsChild(found) : new CorrectionSaved.Incomplete(found)
            : await KeepAsync(facts, touched, rules.Tidy(typed), served, act);
    }

    /// <summary>It is right that the answers show a child: nothing of them is kept, and all else waits for the guardian.</summary>
    /// <returns>False where they show none.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> ConfirmChildAsync(IReadOnlyCollection<Change> changes, Act act)
    {
        act.Demand(Role.Supplier);
        return await HeldFacts.OfAsync(store, vault, act.Who) is { } facts && rules.ShowsChild(Wanted(facts, changes).Typed) && await children.FreezeAsync(act.Who, act);
    }

    /// <summary>The answers as they would be, and which of them would differ once tidied.</summary>
    private (Answers Typed, IReadOnlyList<Change> Wanted) Wanted(HeldFacts facts, IReadOnlyCollection<Change> changes)
    {
        var open = changes.Where(change => facts.AtOnce.Contains(change.Item)).ToList();
        var typed = open.Aggregate(facts.Answers, (kept, change) => kept.With(change.Item, change.Value));
        var tidy = rules.Tidy(typed);
        return (typed, [.. open.Where(change => tidy[change.Item] != facts.Answers[change.Item])]);
    }

    private List<Fault> FaultsOf(IReadOnlyCollection<Filed> touched, Answers typed)
    {
        var found = touched.SelectMany(filed => filed.Questions).Where(question => Asked.Is(question, typed))
            .Select(question => (Question: question, Problem: rules.Check(question, typed))).Where(one => one.Problem is not null)
            .Select(one => new Fault(Step.Of(one.Question), one.Question.ToString(), one.Problem!)).ToList();
        // a number that was checked may tell the year of birth
        if (found.Count == 0 && typed.IdNumber is not null && touched.Any(filed => filed.Kind == LeasingProfile.Kind) && rules.Check(Question.IdNumber, typed) is { } disagrees)
        {
            found.Add(new Fault(Step.AboutYou, nameof(Question.BirthYear), disagrees));
        }

        return found;
    }

    /// <summary>The consents that are not given yet and that an answer to one of these gives. A child's guardian gives them, not the child.</summary>
    private static IReadOnlyList<Purpose> GivenBy(HeldFacts facts, IEnumerable<Filed> filed, DateTime now) =>
        facts.Held.ContainsKey(Guardianship.Kind) ? []
        : [.. filed.Where(one => !facts.Held.ContainsKey(one.Kind)).Select(one => one.Keeper).Distinct().Where(keeper => keeper.ByConsent && !facts.Ledger.IsGiven(keeper, now))];

    private async Task<CorrectionSaved> KeepAsync(HeldFacts facts, IReadOnlyList<Filed> touched, Answers tidy, IReadOnlyCollection<Guid> served, Act act)
    {
        await using var work = await store.WriteAsync();
        var on = act with { On = work.Now };
        if (await notices.ReadAsync(work.Db, act.Who, GivenBy(facts, touched.Where(filed => !filed.IsEmpty(tidy)), on.On), served) is not { } read)
        {
            return new CorrectionSaved.NotRead();
        }

        var lines = new List<Corrected>();
        foreach (var filed in touched)
        {
            var held = facts.Held.GetValueOrDefault(filed.Kind);
            Doing? doing = filed.IsEmpty(tidy) ? await RemoveAsync(work, held, on) : held is null ? await AddAsync(work, filed, tidy, read, on) : await ChangeAsync(work, filed, held, tidy, on);
            if (doing is not { } done)
            {
                return new CorrectionSaved.Shut();
            }

            lines.Add(new Corrected(filed.Kind.Name, done));
        }

        var told = await recipients.CorrectedAsync(work, act.Who, [.. touched.SelectMany(filed => filed.ItemsChanged(facts.Answers, tidy))], Guid.CreateVersion7(), on);
        faults.Reach("accuracy.before-commit");
        await collector.CommitAsync(work, act.Who, on, Cause);
        return new CorrectionSaved.Done(lines, [.. told.Select(notice => new Told(notice.RecipientKey, notice.State, notice.Reason))]);
    }

    private static async Task<Doing?> RemoveAsync(Writing work, Holding? held, Act on) =>
        held is not null && MyData.Remove(work, held.Kind, held.Id, await work.Db.LedgerAsync(on.Who), on) ? Doing.Removed : null;

    private async Task<Doing?> AddAsync(Writing work, Filed filed, Answers tidy, IReadOnlyDictionary<Purpose, Guid> read, Act on)
    {
        var (keeper, ledger) = (filed.Keeper, await work.Db.LedgerAsync(on.Who));
        if (ledger.IsPaused(keeper) && ledger.IsGiven(keeper, on.On))
        {
            return null;
        }

        if (keeper.ByConsent && !ledger.IsGiven(keeper, on.On))
        {
            // filled of the person's own will, beside its notice, as in the wizard
            if (!read.TryGetValue(keeper, out var notice) || await consents.RecordAsync(work, on.Who, keeper, ConsentState.Given, notice, on) is null)
            {
                return null;
            }
        }
        else if (!keeper.PerRecord && !ledger.IsLive(keeper, null, on.On))
        {
            work.Begin(on.Who, keeper, on, Cause);
        }

        Note(work, filed, await filed.SealAsync(vault, work, on.Who, tidy, on, Cause), on);
        return Doing.Added;
    }

    private async Task<Doing?> ChangeAsync(Writing work, Filed filed, Holding held, Answers tidy, Act on)
    {
        var ledger = await work.Db.LedgerAsync(on.Who);
        if (filed.Kind.Holders.FirstOrDefault(purpose => ledger.IsLive(purpose, held.Id, on.On)) is not { } under
            || await filed.SaveAsync(vault, work, on.Who, held.Id, held.Version, tidy, under, on) != SaveOutcome.Saved)
        {
            return null;
        }

        Note(work, filed, held.Id, on);
        return Doing.Changed;
    }

    private static void Note(Writing work, Filed filed, Guid record, Act on)
    {
        work.Record(on, Cause, on.Who, $"{filed.Kind.Name} {record:N}");
        work.Announce(Topics.Person(on.Who));
    }
}
