namespace SrmBlazor.Features.ChildApprovals;

/// <summary>Marks the texts of this folder.</summary>
public sealed class ChildApprovalsTexts;
