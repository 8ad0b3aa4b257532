namespace SrmBlazor.Features.RightsRequests.Pages;

/// <summary>The classes by which states and outcomes look as they are.</summary>
public static class Tones
{
    public static string Tone(this RequestState state) => state switch
    {
        RequestState.AwaitingIdentity or RequestState.AwaitingAuthority or RequestState.AwaitingClarification or RequestState.Expired or RequestState.PartlyFulfilled => "warning",
        RequestState.Fulfilled or RequestState.Closed => "success",
        RequestState.Refused or RequestState.Failed => "danger",
        RequestState.Withdrawn or RequestState.NoDataHeld => "",
        RequestState.Submitted or RequestState.Triage or RequestState.InProgress or RequestState.AwaitingReview or RequestState.CoolingOff
            or RequestState.Executing or RequestState.Verifying or RequestState.Appealed => "info",
    };

    public static string Tone(this RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Fulfilled => "success",
        RequestOutcome.PartlyFulfilled or RequestOutcome.Expired => "warning",
        RequestOutcome.Refused or RequestOutcome.Upheld => "danger",
        RequestOutcome.NoDataHeld or RequestOutcome.Withdrawn => "info",
    };
}
