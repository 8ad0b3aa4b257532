namespace SrmBlazor.Support;

/// <summary>A test that has a PDF drawn by Poppler. Skipped only where somebody says so; a missing Poppler alone is a failure.</summary>
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public const string Program = "pdftoppm";

    public const string Variable = "SRM_NO_POPPLER";

    public PopplerTheoryAttribute() => Skip = Environment.GetEnvironmentVariable(Variable) == "1" ? $"{Variable}=1" : null;
}
