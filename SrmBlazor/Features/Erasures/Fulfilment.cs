using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Erasures;

/// <summary>A request goes the way of its erasure, each step within the same transaction: the one never says what the other has not done.</summary>
public sealed class Fulfilment(RequestBook book, RequestLetters letters, ErasureWords words)
{
    /// <summary>What a request's own handling keeps is no part of what was asked to be deleted; the answer says that it stays.</summary>
    internal static readonly string[] OfRequests = [For.RightsRequest.Key, For.RequestProof.Key];

    /// <summary>The keys are about to be destroyed: nobody takes the request back any more.</summary>
    internal async Task BeginAsync(Writing work, ErasureRun run, Act act)
    {
        if (run.Reach == ErasureReach.Rest || await FindAsync(work.Db, run.RequestId) is not { State: RequestState.CoolingOff or RequestState.Executing } request)
        {
            return;
        }

        if (request.State == RequestState.CoolingOff)
        {
            request.EndCooling(act);
        }

        request.BeginCheck(act);
        await book.NoteAsync(work, request, act);
    }

    /// <summary>The check was clean and the certificate stands: the person is answered. A later version of it completes what had to stay.</summary>
    internal async Task EndAsync(Writing work, Guid id, ErasureCertificate certificate, Act act)
    {
        var kept = certificate.Kept.Where(one => !OfRequests.Contains(one.Purpose)).ToList();
        var request = await FindAsync(work.Db, id);
        if (request is { State: RequestState.PartlyFulfilled } && kept.Count == 0)
        {
            request.EndHold(act);
            request.BeginCheck(act);
        }

        if (request is not { State: RequestState.Verifying })
        {
            return;
        }

        var message = await book.SealAsync(work, request.PersonId!.Value, await words.AnswerAsync(request.Language, certificate.CertificateId, kept), act);
        request.Finish(kept.Count == 0, new RequestAnswer(message, request.Language, kept.Count == 0 ? "" : ComplaintRoutes.Of(request.Region)), certificate.CertificateId, act);
        if (request.LetterId is { } letter && certificate.Version == 1)
        {
            await letters.ReleaseAsync(work, letter, act);
        }

        await book.NoteAsync(work, request, act);
    }

    private static async Task<RightsRequest?> FindAsync(SrmDbContext db, Guid? id) => id is null ? null
        : await db.Set<RightsRequest>().Include(one => one.Pauses).Include(one => one.Decisions).AsSplitQuery().FirstOrDefaultAsync(one => one.Id == id && one.PersonId != null);
}
