namespace SrmBlazor.Features.Guardians;

/// <summary>What guardians do, as ledgers name it.</summary>
internal static class Causes
{
    public const string Asked = "guardian.asked";
    public const string Consented = "guardian.consented";
    public const string Refused = "guardian.refused";
    public const string Withdrawn = "guardian.withdrawn";
    public const string OfAge = "guardian.child-of-age";
}
