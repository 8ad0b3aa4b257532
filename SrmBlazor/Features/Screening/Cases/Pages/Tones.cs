namespace SrmBlazor.Features.Screening.Cases.Pages;

/// <summary>Classes of tags.</summary>
internal static class Tones
{
    public static string Of(ScreeningState state) => state switch
    {
        ScreeningState.Cleared => "tag success",
        ScreeningState.UnderReview => "tag info",
        ScreeningState.Escalated => "tag warning",
        ScreeningState.Confirmed => "tag danger",
    };

    public static string Of(HitState state) => state switch
    {
        HitState.Open => "tag info",
        HitState.Escalated => "tag warning",
        HitState.Cleared => "tag success",
        HitState.Confirmed => "tag danger",
        HitState.Closed => "tag",
    };

    public static string Of(RescreeningState state) => state switch
    {
        RescreeningState.Running => "tag info",
        RescreeningState.Cancelled => "tag warning",
        RescreeningState.Done => "tag success",
        RescreeningState.Overtaken => "tag",
    };

    /// <summary>Of a notice.</summary>
    public static string Of(ReplayAnswer answer) => answer switch
    {
        ReplayAnswer.Same => "notice success",
        ReplayAnswer.Differs => "notice danger",
        ReplayAnswer.Erased or ReplayAnswer.Shut => "notice info",
    };
}
