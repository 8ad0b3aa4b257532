using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Erasures.Check;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>The check after the erasure. While anything is found, nothing says "deleted"; it is searched for again, and staff are told where.</summary>
internal sealed partial class Verification(Store store, Vault vault, Collector collector, RawCheck check, FailPoints faults, ILogger<Verification> log)
{
    private const string Cause = "erasure.clean";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    public async Task VerifyAsync(ErasureRun run, CancellationToken stop)
    {
        var person = run.PersonId!.Value;
        var values = run.ProofId is { } sealedIn ? (await vault.OpenAsync<ErasureProof>(person, sealedIn, For.ProveErasure)).OrNull?.Values ?? [] : [];
        check.RemoveLetters(values);
        var result = await check.RunAsync(run.AsPlanned, values, stop);
        faults.Reach("erasure.checked");

        await using var work = await store.WriteAsync(stop);
        var (act, now) = (new Act(Guid.Empty, Role.None, work.Now), await work.Db.Set<ErasureRun>().SingleAsync(one => one.Id == run.Id, stop));
        if (now.State is not (ErasureState.Verifying or ErasureState.Dirty))
        {
            return;
        }

        work.Announce(Topics.Erasures);
        if (!result.IsClean)
        {
            now.Soil(string.Join("; ", result.Found), act.On, act.On + Again);
            work.Record(act, "erasure.dirty", person, $"{run.Id:N} {result.Found.Count}");
            await work.CommitAsync(stop);
            NotClean(log, run.Id, result.Found.Count);
            return;
        }

        now.Clear($"{values.Count}; {string.Join("; ", result.Searched)}", act.On);
        if (run.ProofId is { } proof)
        {
            work.End(person, For.ProveErasure, act, Cause, proof);
        }

        work.Record(act, Cause, person, $"{run.Id:N}");
        faults.Reach("erasure.before-clean");
        await collector.CommitAsync(work, person, act, Cause);
        faults.Reach("erasure.after-clean");
    }

    [LoggerMessage(1, LogLevel.Error, "After the erasure {Run} something was found in {Places} places; see /staff/erasures. It is searched for again.")]
    private static partial void NotClean(ILogger log, Guid run, int places);
}
