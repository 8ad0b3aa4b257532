namespace SrmBlazor.Shared.Components;

/// <summary>
/// Marks a page built from MudBlazor: it gets the staff layout, MudBlazor's css and js. A page without it gets the slim layout and
/// must not use a Mud component. Links between the two kinds become full page loads by themselves.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesMudBlazorAttribute : Attribute;
