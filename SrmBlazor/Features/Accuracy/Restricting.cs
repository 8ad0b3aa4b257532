using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accuracy;

/// <summary>Restrictions and objections: staff answer them by text. What is refused or taken back is used again, and the person is told.</summary>
public sealed class Restricting(RequestKind kind, RestrictionLetters letters) : IRequestWork
{
    public RequestKind Kind => kind;

    public Task<bool> HasToDoAsync(Guid person, Guid request) => Task.FromResult(false);

    public Task<WorkResult> CarryOutAsync(RequestToDo work, CancellationToken stop) => Task.FromResult<WorkResult>(new WorkResult.Failed("AnsweredByStaff"));

    public Task AppealedAsync(Writing work, RightsRequest request, Act act) => Dispute.ReopenAsync(work, request, act);

    /// <summary>What is granted stays set aside until the person ends it; what is denied is free, also where an appeal did not change that.</summary>
    public async Task EndedAsync(Writing work, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        var decided = request.Decisions.Where(one => one.Outcome != RequestOutcome.Upheld).MaxBy(one => one.On)?.Outcome;
        if (decided is RequestOutcome.Refused or RequestOutcome.NoDataHeld or RequestOutcome.Withdrawn && await Dispute.CloseAsync(work, person, request.Reference, act) > 0)
        {
            await letters.SendEndAsync(work, person, request.Reference, act);
        }
    }
}
