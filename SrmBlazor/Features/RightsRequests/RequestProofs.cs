using System.IO.Pipelines;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Pictures of letters, proofs and authorities: drawn anew, sealed, and gone with the decision.</summary>
public sealed class RequestProofs(Store store, Vault vault, RequestBook book, ScanPipeline pipeline)
{
    /// <summary>Keeps a picture: the person's own where they were asked for it, or what staff received.</summary>
    /// <exception cref="NotAllowedException">The actor is neither a supplier nor a privacy officer.</exception>
    public async Task<RequestResult> KeepAsync(string reference, PipeReader body, Act act, CancellationToken cancel)
    {
        act.Demand(Role.Supplier | Role.PrivacyOfficer);
        return await KeepAsync(reference, Whose(act), body, act, cancel);
    }

    internal async Task<RequestResult> KeepAsync(string reference, Expression<Func<RightsRequest, bool>> whose, PipeReader body, Act act, CancellationToken cancel)
    {
        var received = await pipeline.ReceiveAsync(body, cancel);
        if (received is not ScanOutcome.Accepted accepted)
        {
            return new RequestResult.Invalid(RequestFault.NoPicture) { Picture = (received as ScanOutcome.Refused)?.Fault };
        }

        var result = await book.ChangeAsync(reference, whose, null, RequestStep.EvidenceKept, act, async (work, request, person, on) =>
        {
            if (!on.Is(Role.PrivacyOfficer) && !Takes(request))
            {
                return RequestFault.NotNow;
            }

            request.KeepEvidence(await vault.SealAsync(work, person, new RequestEvidence(accepted.Jpeg), For.RequestProof, on, "request.evidence-kept"), on);
            return null;
        });
        return result is RequestResult.Done done ? done with { Picture = new KeptScan(accepted.Width, accepted.Height) } : result;
    }

    /// <summary>A picture (JPEG) for staff, after its row is in the access ledger; null when there is none any more, or the gate of a child's request is shut.</summary>
    /// <exception cref="NotAllowedException">The actor is no privacy officer.</exception>
    /// <exception cref="DbUpdateException">The row could not be written; nothing was opened.</exception>
    public async Task<byte[]?> PictureAsync(string reference, Guid evidence, Act act)
    {
        act.Demand(Role.PrivacyOfficer);
        await using (var work = await store.WriteAsync(CancellationToken.None))
        {
            if (await RequestDesk.FindAsync(work.Db, reference, act with { On = work.Now }) is not { PersonId: { } person } request
                || !await work.Db.Set<RequestEvent>().AnyAsync(step => step.RequestId == request.Id && step.Step == RequestStep.EvidenceKept && step.RecordId == evidence))
            {
                return null;
            }

            work.Db.Add(AccessEntry.Of(person, act, request.Id, RequestEvidence.Kind.Name, RevealReason.PersonAsked));
            work.Record(act, "record.revealed", person, $"{RequestEvidence.Kind.Name} {For.RequestProof} {RevealReason.PersonAsked}");
            work.Announce(Topics.Person(person));
            await work.CommitAsync();
            return (await vault.OpenAsync<RequestEvidence>(person, evidence, For.RequestProof)).OrNull?.Picture;
        }
    }

    /// <summary>A document is taken from a supplier where it shows what is asked for, and else only after a reason for asking was given.</summary>
    internal static bool Takes(RightsRequest request) => request.Allows(RequestStep.EvidenceKept)
        && (request.State is RequestState.AwaitingIdentity or RequestState.AwaitingAuthority || request.Kind is RequestKind.NextOfKin or RequestKind.Correct);

    private static Expression<Func<RightsRequest, bool>> Whose(Act act) => act.Is(Role.PrivacyOfficer) ? one => true : one => one.PersonId == act.Who;
}
