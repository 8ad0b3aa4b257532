using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>From the plan to the point of no return: one transaction ends the purposes, takes down what to search for, seals the letter and intends the erasure.</summary>
public sealed class Execution(Store store, Vault vault, Collector collector, ErasurePlans plans, Leaving leaving, Outbox outbox, Letterhead letterhead, RecipientNotices recipients, Fulfilment fulfilment, FailPoints faults)
{
    private static readonly ErasureState[] Open = [ErasureState.Executing, ErasureState.Verifying, ErasureState.Dirty, ErasureState.Clean];

    internal async Task ExecuteAsync(Guid id)
    {
        await using var work = await store.WriteAsync();
        var run = await work.Db.Set<ErasureRun>().SingleAsync(one => one.Id == id);
        if (run.State is not (ErasureState.Planned or ErasureState.CoolingOff) || run.StartsOn > work.Now || run.PersonId is not { } person
            || await work.Db.Set<ErasureRun>().AnyAsync(other => other.PersonId == person && Open.Contains(other.State)))
        {
            return;
        }

        var (act, cause) = (new Act(Guid.Empty, Role.None, work.Now), $"erasure.{run.Reach}".ToLowerInvariant());
        var scope = run.AsPlanned.Scope;
        var plan = await plans.OfAsync(work.Db, person, scope, run.Ground, act.On);
        var held = await vault.OpenEverythingAsync(person, For.Access, kind => kind.Telling.Count > 0);
        await EndAsync(work, plan, act, cause);

        var (proof, mail, certificate) = (run.ProofId, (Guid?)null, run.CertificateId);
        if (scope.Reach != ErasureReach.Rest)
        {
            var going = plan.Goes.Select(one => one.Record).ToHashSet();
            proof = await vault.SealAsync(work, person, ErasureProof.Of(held.Where(one => going.Contains(one.Id))), For.ProveErasure, act, cause);
            (mail, certificate) = await PromiseAsync(work, person, held, act);
            await recipients.ErasedAsync(work, person, plan.Recipients, run.Id, act);
        }

        run.Execute(plan, await collector.IntendAsync(work, person, act, cause), proof, mail, certificate!.Value, act.On);
        await fulfilment.BeginAsync(work, run, act);
        work.Record(act, "erasure.executed", person, $"{run.Id:N} {plan.Hash}");
        work.Announce(Topics.Erasures);
        faults.Reach("erasure.before-execute");
        await work.CommitAsync();
        faults.Reach("erasure.after-execute");
    }

    /// <summary>Steps 2 and 3 of the collector, as often as it takes.</summary>
    internal async Task CarryOutAsync(ErasureRun run)
    {
        if (run.ErasureId is { } erasure)
        {
            await collector.CarryOutAsync(erasure);
        }

        faults.Reach("erasure.carried-out");
        await using var work = await store.WriteAsync();
        var now = await work.Db.Set<ErasureRun>().SingleAsync(one => one.Id == run.Id);
        if (now.State == ErasureState.Executing)
        {
            now.Verify();
            work.Announce(Topics.Erasures);
            await work.CommitAsync();
        }
    }

    private async Task EndAsync(Writing work, ErasurePlan plan, Act act, string cause)
    {
        if (plan.Scope.EndsAccount)
        {
            Purpose[] stay = plan.Scope.Reach == ErasureReach.Closing ? [For.KeepLonger] : [];
            await leaving.EndAllAsync(work, plan.Person, act, cause, stay);
            foreach (var left in plan.Stays.Where(left => left.Purpose != For.KeepLonger.Key))
            {
                work.Restrict(plan.Person, left.Record, act, cause);
            }

            return;
        }

        foreach (var (purpose, record) in await plans.EndingsAsync(work.Db, plan.Person, plan.Scope, plan.Ground, act.On))
        {
            work.End(plan.Person, purpose, act, cause, record);
        }
    }

    /// <summary>The letter is written while the mailbox is still known; it leaves with the certificate or not at all.</summary>
    private async Task<(Guid? Mail, Guid Certificate)> PromiseAsync(Writing work, Guid person, IReadOnlyList<Holding> held, Act act)
    {
        var (certificate, token, code) = IssuedCertificate.Make(person, act.On);
        work.Db.Add(certificate);
        if (held.Select(one => one.Record).OfType<Mailbox>().LastOrDefault() is not { } mailbox)
        {
            return (null, certificate.Id);
        }

        var language = await work.Db.Set<Person>().Where(one => one.Id == person).Select(one => one.Language).SingleAsync();
        var letter = Letters.DataErased(new Addressee(mailbox.Address, language), letterhead.In(language), letterhead.Link($"{ErasuresFeature.CertificatePath}?token={token}"), code);
        return (await outbox.PrepareAsync(work, person, letter, act), certificate.Id);
    }
}
