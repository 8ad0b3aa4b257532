using SrmBlazor.Shared;

namespace SrmBlazor.Features.RightsRequests.Pages;

/// <summary>Does what was chosen for the request as it was seen.</summary>
internal sealed class DeskWork(RequestDesk desk, RequestDecisions decisions, string reference, Guid stamp)
{
    public Task<RequestResult> DoAsync(DeskTask chosen, string text, DenialGround? ground, IReadOnlyCollection<string> kinds, Act act) => chosen switch
    {
        DeskTask.Claim => desk.ClaimAsync(reference, stamp, act),
        DeskTask.Release => desk.ReleaseAsync(reference, stamp, act),
        DeskTask.Prove => desk.ProveAsync(reference, stamp, act),
        DeskTask.AskIdentity or DeskTask.AskAuthority => desk.AskIdentityAsync(reference, stamp, text, chosen == DeskTask.AskAuthority, act),
        DeskTask.AskClarification => desk.AskClarificationAsync(reference, stamp, text, act),
        DeskTask.Write => desk.WriteAsync(reference, stamp, text, act),
        DeskTask.Pause => desk.PauseAsync(reference, stamp, act),
        DeskTask.Resume => desk.ResumeAsync(reference, stamp, act),
        DeskTask.Extend => desk.ExtendAsync(reference, stamp, text, act),
        DeskTask.Restrict => decisions.RestrictAsync(reference, stamp, kinds, act),
        DeskTask.Answer => decisions.AnswerAsync(reference, stamp, text, act),
        DeskTask.Fulfil or DeskTask.FulfilPartly or DeskTask.Refuse or DeskTask.NoData => decisions.ProposeAsync(reference, stamp, chosen.Proposes()!.Value, chosen.NeedsGround() ? ground : null, text, act),
        DeskTask.Approve => decisions.ApproveAsync(reference, stamp, act),
        DeskTask.Return => decisions.ReturnAsync(reference, stamp, text, act),
        DeskTask.Overturn => decisions.OverturnAsync(reference, stamp, text, act),
        DeskTask.Uphold => decisions.UpholdAsync(reference, stamp, text, act),
    };
}
