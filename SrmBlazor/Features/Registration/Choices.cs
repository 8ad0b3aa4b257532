namespace SrmBlazor.Features.Registration;

/// <summary>How the supplier will work with the operator; leasing asks for more (REG-2).</summary>
public enum Cooperation
{
    Subcontracting,
    PersonnelLeasing,
}

/// <summary>The first question after the policy. "Child" is under the higher of 14 and the region's age of consent.</summary>
public enum AgeBand
{
    Child,
    UnderEighteen,
    Adult,
}
