namespace SrmBlazor.Features.Registration.Steps;

/// <summary>Something missing or wrong.</summary>
/// <param name="Field">Id of the field on the page: an <see cref="Item"/>'s name, or <see cref="Scan"/> or <see cref="Consent"/>.</param>
/// <param name="Message">What is wrong and how to mend it, in the reader's language; the same words beside the field and in the summary.</param>
public sealed record Fault(Step Step, string Field, string Message)
{
    public const string Scan = "scan";
    public const string Consent = "sensitive";

    public override string ToString() => $"Fault {Field}";
}
