namespace SrmBlazor.Benchmarks.Apps;

/// <summary>What a run publishes and writes; gone at its end.</summary>
internal static class WorkFolder
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("srm-benchmarks-").FullName;

    public static void Remove() => Directory.Delete(Path, recursive: true);
}
