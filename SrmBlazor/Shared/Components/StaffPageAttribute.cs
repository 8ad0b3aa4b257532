namespace SrmBlazor.Shared.Components;

/// <summary>Marks a page of staff: the ways to the others stand beside it. Links to pages without are full page loads by themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffPageAttribute : Attribute
{
    /// <summary>Suppliers use it too, and see no ways of staff.</summary>
    public bool AlsoSuppliers { get; set; }

    public bool HasWays(bool ofStaff) => ofStaff || !AlsoSuppliers;
}
