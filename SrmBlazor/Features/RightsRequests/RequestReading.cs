using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Reads the steps of a request with what was written. Whoever asks has made sure that the actor may know.</summary>
public sealed class RequestReading(Vault vault)
{
    /// <summary>What only staff see: the words of a proposal are nothing until a second person agrees.</summary>
    private static readonly RequestStep[] AmongStaff = [RequestStep.Proposed, RequestStep.Returned, RequestStep.Released, RequestStep.Undone, RequestStep.Escalated];

    /// <summary>What follows from something else: it is noted with whoever did that, and nobody did it.</summary>
    private static readonly RequestStep[] OfThemselves = [RequestStep.AuthorityAsked, RequestStep.IdentityProved, RequestStep.DueChanged, RequestStep.CoolingBegun, RequestStep.ExecutionBegun];

    internal async Task<IReadOnlyList<PastStep>> StepsAsync(SrmDbContext db, RightsRequest request, Purpose purpose, bool staff, Act act)
    {
        var steps = await db.Set<RequestEvent>().AsNoTracking().Where(step => step.RequestId == request.Id).OrderBy(step => step.Turn).ToListAsync();
        var texts = (await vault.OpenAllAsync<RequestMessage>(request.PersonId!.Value, purpose)).ToDictionary(one => one.Id, one => one.Record.Text);
        // for the person a move that was taken back at once never was: they would read "taken in hand" twice and wonder what went wrong between
        var slips = RequestMoves.TakenBack(steps);
        var shown = staff ? steps : steps.FindAll(step => !AmongStaff.Contains(step.Step) && !slips.Contains(step.Turn));
        // nor does it matter to them that it lay in nobody's hands between
        return [.. shown.Where((step, at) => staff || at == 0 || (step.Step, shown[at - 1].Step) != (RequestStep.Claimed, RequestStep.Claimed)).Select(step => new PastStep(
            step.Turn, step.Step, step.To, step.On, HandsOf(step, staff, act), step.SaysHolder ? "" : step.Reason,
            TextOf(step, request, texts), step.Step == RequestStep.EvidenceKept ? step.RecordId : null))];
    }

    internal static IReadOnlyList<PastDecision> DecisionsOf(RightsRequest request) =>
        [.. request.Decisions.OrderBy(one => one.On).Select(one => new PastDecision(one.Outcome, one.Ground, one.Route, one.CertificateId, one.On))];

    internal static async Task<string?> ReferenceAsync(SrmDbContext db, Guid? id) =>
        id is null ? null : await db.Set<RightsRequest>().Where(one => one.Id == id).Select(one => (long?)one.Number).FirstOrDefaultAsync() is { } number ? RightsRequest.ReferenceOf(number) : null;

    /// <summary>Of the same person and kind, made while this one was open.</summary>
    internal static async Task<IReadOnlyList<string>> LaterAsync(SrmDbContext db, RightsRequest request) =>
        await db.Set<RightsRequest>().Where(one => one.PersonId == request.PersonId && one.Kind == request.Kind && one.TwinId == request.Id).OrderBy(one => one.Number).Select(one => RightsRequest.ReferenceOf(one.Number)).ToListAsync();

    /// <summary>What was written; where an account was closed by its page nothing is kept of it, and the program says what was asked.</summary>
    private static string? TextOf(RequestEvent step, RightsRequest request, Dictionary<Guid, string> texts) =>
        step.RecordId is { } record ? texts.GetValueOrDefault(record)
        : step.Step == RequestStep.Submitted ? RightsRequestsTexts.Say(request.Language, "Message.Close") : null;

    private static Hands HandsOf(RequestEvent step, bool staff, Act act) =>
        step.By is null ? OfThemselves.Contains(step.Step) ? Hands.Program : staff ? Hands.Person : Hands.Me
        : step.By == Guid.Empty ? Hands.Program : step.By == act.Who ? Hands.Me : Hands.Staff;
}
