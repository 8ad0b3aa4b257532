namespace SrmBlazor.Features.Policies.Lint;

/// <summary>What the check of the policy says.</summary>
public sealed class PolicyLintTexts;
