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

    /// <summary>What is granted stays set aside until the person ends it.</summary>
    public async Task EndedAsync(Writing work, RightsRequest request, Act act)
    {
        var person = request.PersonId!.Value;
        if (request.State is RequestState.Refused or RequestState.NoDataHeld or RequestState.Withdrawn && await Dispute.CloseAsync(work, person, request.Reference, act) > 0)
        {
            await letters.SendEndAsync(work, person, request.Reference, act);
        }
    }
}
