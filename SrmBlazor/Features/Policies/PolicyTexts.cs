namespace SrmBlazor.Features.Policies;

/// <summary>Marks the texts around the policy: its page, its tables and the choice between accepting and rejecting it.</summary>
public sealed class PolicyTexts;
