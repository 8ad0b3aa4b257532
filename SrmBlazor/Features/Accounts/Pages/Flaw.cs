namespace SrmBlazor.Features.Accounts.Pages;

/// <summary>Something to put right on a form.</summary>
/// <param name="Field">The id of the input it belongs to.</param>
public sealed record Flaw(string Field, string Text);
