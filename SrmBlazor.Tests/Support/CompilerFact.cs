namespace SrmBlazor.Support;

/// <summary>A test that needs a C compiler. Skipped only where somebody says so; a missing compiler alone is a failure.</summary>
public sealed class CompilerFactAttribute : FactAttribute
{
    public const string Variable = "SRM_NO_COMPILER";

    public CompilerFactAttribute() => Skip = Environment.GetEnvironmentVariable(Variable) == "1" ? $"{Variable}=1" : null;
}
