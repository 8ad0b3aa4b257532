namespace SrmBlazor.Support;

/// <summary>A test that has a PDF drawn by Poppler. Skipped, with the reason, where it is not installed.</summary>
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public const string Program = "pdftoppm";

    public PopplerTheoryAttribute() =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, Program))) ? null : $"There is no {Program} here.";
}
