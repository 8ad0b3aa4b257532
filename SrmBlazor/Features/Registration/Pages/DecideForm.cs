namespace SrmBlazor.Features.Registration.Pages;

/// <summary>The answer to the policy, as posted.</summary>
public sealed class DecideForm
{
    public const string Accept = "accept";
    public const string Reject = "reject";

    public string? Answer { get; set; }

    /// <summary>The text that was on the screen.</summary>
    public string? TextHash { get; set; }
}
