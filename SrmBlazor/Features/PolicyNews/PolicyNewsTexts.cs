namespace SrmBlazor.Features.PolicyNews;

/// <summary>Marks the texts that announce a new version of the policy.</summary>
public sealed class PolicyNewsTexts;
