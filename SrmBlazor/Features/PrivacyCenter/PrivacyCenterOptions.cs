namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>Section <c>PrivacyCenter</c>.</summary>
public sealed class PrivacyCenterOptions
{
    public const string Section = "PrivacyCenter";

    /// <summary>How many packages one process makes at the same time; each is in memory while it is made.</summary>
    public int CopiesAtOnce { get; init; } = 2;
}
