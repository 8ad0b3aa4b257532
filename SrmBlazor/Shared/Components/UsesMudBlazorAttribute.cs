namespace SrmBlazor.Shared.Components;

/// <summary>
/// Marks a page with MudBlazor's controls: it gets their css, js and providers. A page without it must not use one. Links between the
/// two kinds become full page loads by themselves.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesMudBlazorAttribute : Attribute;
