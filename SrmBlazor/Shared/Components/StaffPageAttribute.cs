namespace SrmBlazor.Shared.Components;

/// <summary>Marks a page of staff: the ways to the others stand beside it. Links to pages without are full page loads by themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffPageAttribute : Attribute;
