using SrmBlazor.Support.Processes;

namespace SrmBlazor.Support;

/// <summary>A test that needs a C compiler. Skipped only where somebody says so; a missing compiler alone is a failure.</summary>
public sealed class CompilerFactAttribute : FactAttribute
{
    public const string Variable = "SRM_NO_COMPILER";

    public CompilerFactAttribute() => Skip = Environment.GetEnvironmentVariable(Variable) == "1" ? $"{Variable}=1" : null;

    public static void Demand() =>
        Assert.True(File.Exists(PowerCut.Compiler), $"Power cuts need {PowerCut.Compiler} (apt-get install gcc libc6-dev); set {Variable}=1 to skip them.");
}
