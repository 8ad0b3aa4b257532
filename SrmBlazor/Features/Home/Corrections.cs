using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Features.Registration.Steps;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Home;

/// <summary>
/// A supplier mends what a verifier asked for. The values are saved first, each under the key it has, then the case goes back in one
/// transaction; a try that died in between is simply sent again.
/// </summary>
public sealed class Corrections(
    Store store, Vault vault, KeyStore keys, Collector collector, CaseHistory history, StepRules rules, ChildFindings children, RecipientNotices notices, IStringLocalizer<ScanTexts> scanTexts, FailPoints faults)
{
    private const string Cause = "verification.corrected";

    /// <summary>Null where nothing is asked.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<Correction?> OpenAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        if (await AskedAsync(db, act.Who) is not { } registration || !(await db.LedgerAsync(act.Who)).IsLive(For.SensitiveIdentity, null, act.On)
            || await CurrentAsync(act.Who, registration) is not { } current)
        {
            return null;
        }

        var events = await history.OfAsync(act.Who);
        var asked = events.LastOrDefault(one => one.Kind == CaseEventKind.CorrectionAsked);
        var message = asked is null || events.Any(one => one.Kind == CaseEventKind.Corrected && one.On > asked.On) ? null : await history.MessageOfAsync(asked);
        var scan = await ScanOwner.WaitingAsync(db, act.Who, act.On) is { } waiting
            && (await vault.OpenAsync<IdentityScan>(act.Who, waiting, For.Registration)).OrNull is { Picture: var jpeg } && PictureHeader.Read(FileKind.Jpeg, jpeg) is { } header
                ? new KeptScan(header.Width, header.Height) : null;
        var draft = new LoadedDraft(act.Who, current, 0, act.On, Sensitive: true, scan is not null, DateTime.MaxValue);
        var outstanding = await history.OutstandingAsync(act.Who);
        // a consent taken back meanwhile took document and scan with it
        return new Correction(current.IdNumber is null ? outstanding.Append(CaseItem.IdNumber).Append(CaseItem.Scan).ToHashSet() : outstanding, message, draft, scan);
    }

    /// <summary>Keeps what was mended and gives the case back to the verifiers. Answers to questions that were not asked are left aside.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<CorrectionResult> SendAsync(Answers answers, Act act)
    {
        act.Demand(Role.Supplier);
        if (await OpenAsync(act) is not { } correction)
        {
            return new CorrectionResult.NothingAsked();
        }

        var mended = MendedBy(answers, correction);
        if (FaultsOf(correction, mended) is [_, ..] found)
        {
            return rules.ShowsChild(mended) ? new CorrectionResult.ShowsChild(found) : new CorrectionResult.Incomplete(found);
        }

        if (!await SaveAsync(act, correction.Asked, mended))
        {
            return new CorrectionResult.NothingAsked();
        }

        faults.Reach("correct.saved");
        return await ReturnAsync(correction.Asked, act) ? new CorrectionResult.Sent() : new CorrectionResult.NothingAsked();
    }

    /// <summary>It is right that the answers show a child: nothing of them is kept, and all else waits for the guardian.</summary>
    /// <returns>False where nothing is asked or the answers show no child.</returns>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> ConfirmChildAsync(Answers answers, Act act)
    {
        act.Demand(Role.Supplier);
        if (await OpenAsync(act) is not { } correction || !rules.ShowsChild(MendedBy(answers, correction)))
        {
            return false;
        }

        return await children.FreezeAsync(act.Who, act, RegistrationState.CorrectionAsked);
    }

    /// <summary>A child's guardian decides about the document, and not the child.</summary>
    /// <exception cref="NotAllowedException">The actor is no supplier.</exception>
    public async Task<bool> IsGuardedAsync(Act act)
    {
        act.Demand(Role.Supplier);
        await using var db = store.Read();
        return await Children.HasAsync(db, act.Who);
    }

    private Answers MendedBy(Answers answers, Correction correction) =>
        rules.Tidy(correction.Questions.Aggregate(correction.Current.Answers, (kept, question) => kept.With(question, answers[question])));

    private List<Fault> FaultsOf(Correction correction, Answers mended)
    {
        var found = correction.Questions.Select(question => (Question: question, Problem: rules.Check(question, mended)))
            .Where(one => one.Problem is not null).Select(one => new Fault(Step.Of(one.Question), one.Question.ToString(), one.Problem!)).ToList();
        if (correction is { AsksScan: true, Scan: null })
        {
            found.Add(new Fault(Step.IdentityDocument, Fault.Scan, scanTexts[$"Fault.{ScanFault.Missing}"]));
        }

        return found;
    }

    private async Task<bool> SaveAsync(Act act, IReadOnlySet<CaseItem> asked, Answers mended)
    {
        var questions = Correction.QuestionsOf(asked);
        return (!questions.Contains(Item.FullName) && !questions.Contains(Item.Nationality)
                || await SaveAsync(act, new Identity(mended.FullName!, mended.Nationality!), (LookUp.WholeName, mended.FullName!)))
            && (!questions.Contains(Item.IdNumber)
                || await SaveAsync(act, new IdentityDocument(mended.IdType!, mended.IdCountry ?? "", mended.IdNumber!), (LookUp.IdNumber, mended.IdNumber!)));
    }

    /// <summary>The look-up is renewed whether or not the value changed: a try that died before it is mended so.</summary>
    private async Task<bool> SaveAsync<T>(Act act, T mended, (LookUp Kind, string Value) lookUp)
        where T : SealedRecord, IDeclared
    {
        var person = act.Who;
        while (await vault.OpenAsync<T>(person, For.Account) is Opening<T>.Opened(var record, var version, _))
        {
            await using var work = await store.WriteAsync();
            switch (await vault.SaveAsync(work, person, record, version, mended, For.Account, act with { On = work.Now }))
            {
                case SaveOutcome.Saved:
                    await work.CommitAsync();
                    faults.Reach("correct.before-index");
                    await keys.ReplaceIndexAsync(record, person, lookUp.Kind, lookUp.Value);
                    return true;
                case SaveOutcome.Conflict:
                    continue;
                case SaveOutcome.Gone:
                case SaveOutcome.Refused:
                    return false;
            }
        }

        await using var anew = await store.WriteAsync();
        if ((await anew.Db.LedgerAsync(person)).HoldsOf(T.Kind, Guid.Empty, anew.Now).All(hold => hold.Purpose != For.Account))
        {
            return false;
        }

        await vault.SealAsync(anew, person, mended, For.Account, act with { On = anew.Now }, Cause, lookUp);
        await anew.CommitAsync();
        return true;
    }

    private async Task<bool> ReturnAsync(IReadOnlySet<CaseItem> asked, Act act)
    {
        await using var work = await store.WriteAsync();
        var (person, on) = (act.Who, act with { On = work.Now });
        if (await AskedAsync(work.Db, person) is not { } registration)
        {
            return false;
        }

        var runs = (await work.Db.LedgerAsync(person)).IsLive(For.IdentityCheck, null, on.On);
        var waiting = await ScanOwner.WaitingAsync(work.Db, person, on.On);
        Guid? erasure = null;
        if (waiting is not null && runs)
        {
            // the new scan takes the place of the one the check has: that one goes when the check ends, the new one is held by itself meanwhile
            work.End(person, For.IdentityCheck, on, Cause);
            erasure = await collector.IntendAsync(work, person, on, Cause);
        }

        if (waiting is not null || !runs)
        {
            work.Begin(person, For.IdentityCheck, on, Cause);
        }

        if (waiting is { } scan)
        {
            work.End(person, For.Registration, on, Cause, scan);
        }

        registration.Correct(on.On);
        var corrected = CaseEvent.Corrected(registration, asked, erasure, on);
        work.Db.Add(corrected);
        if (asked.Contains(CaseItem.FullName))
        {
            // of what a correction mends, only the name was ever given to anybody
            await notices.CorrectedAsync(work, person, [$"{Identity.Kind.Name}.{nameof(Identity.FullName)}"], corrected.Id, on);
        }

        work.Record(on, Cause, person, registration.Reference);
        work.Announce(Topics.Queue);
        work.Announce(Topics.Person(person));
        faults.Reach("correct.before-commit");
        await work.CommitAsync();
        if (erasure is { } intent)
        {
            await collector.CarryOutAsync(intent);
        }

        return true;
    }

    private static Task<SupplierRegistration?> AskedAsync(SrmDbContext db, Guid person) =>
        db.Set<SupplierRegistration>().FirstOrDefaultAsync(one => one.PersonId == person && one.State == RegistrationState.CorrectionAsked);

    /// <summary>The stored values in the form of the wizard's answers, whose rules judge them.</summary>
    private async Task<Answers?> CurrentAsync(Guid person, SupplierRegistration registration)
    {
        if ((await vault.OpenAsync<Identity>(person, For.Account)).OrNull is not { } identity)
        {
            return null;
        }

        var document = (await vault.OpenAsync<IdentityDocument>(person, For.Account)).OrNull;

        var residence = (await vault.OpenAsync<Residence>(person, For.Jurisdiction)).OrNull;
        var leasing = (await vault.OpenAsync<LeasingProfile>(person, For.LeasingMatching)).OrNull;
        return new Answers
        {
            FullName = identity.FullName,
            Nationality = identity.Nationality,
            IdType = document?.Type,
            IdCountry = document?.Country,
            IdNumber = document?.Number,
            Country = residence?.Country,
            AgeBand = residence?.AgeBand,
            Cooperation = registration.Cooperation.ToString(),
            Gender = leasing?.Gender,
            BirthYear = leasing?.BirthYear,
        };
    }
}
