namespace SrmBlazor.Support;

/// <summary>A test that needs files of the shared data. Skipped, with the reason, where they are absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] files) => Skip = files.Select(SharedData.WhyAbsent).FirstOrDefault(why => why is not null);
}

/// <inheritdoc cref="SharedDataFactAttribute"/>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute(params string[] files) => Skip = files.Select(SharedData.WhyAbsent).FirstOrDefault(why => why is not null);
}
