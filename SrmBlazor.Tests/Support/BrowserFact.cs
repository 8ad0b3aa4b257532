namespace SrmBlazor.Support;

/// <summary>A test that needs a browser. Skipped only where somebody says so; a missing Chromium alone is a failure.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Variable = "SRM_NO_BROWSER";

    public static bool Skipped => Environment.GetEnvironmentVariable(Variable) == "1";

    public BrowserFactAttribute() => Skip = Skipped ? $"{Variable}=1" : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Skipped ? $"{BrowserFactAttribute.Variable}=1" : null;
}
