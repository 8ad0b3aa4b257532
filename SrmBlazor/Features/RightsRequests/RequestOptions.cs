namespace SrmBlazor.Features.RightsRequests;

/// <summary>How long what is waited for. Section <c>Requests</c>.</summary>
public sealed class RequestOptions
{
    public const string Section = "Requests";

    /// <summary>How long an answer can be appealed.</summary>
    public int AppealDays { get; init; } = 60;

    /// <summary>After so many days without a proof of who asks a reminder goes out, and after three times as many the request rests.</summary>
    public int ReminderDays { get; init; } = 10;

    /// <summary>After so many days without an answer to a question we go on with the widest reasonable reading.</summary>
    public int ClarificationDays { get; init; } = 10;

    /// <summary>How often carrying out is tried before staff look at it.</summary>
    public int Tries { get; init; } = 5;
}
