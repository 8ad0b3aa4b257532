namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Invented people and firms in many scripts, compiled in, so that Development has hits to look at without anybody's real list.</summary>
public static class DemoList
{
    public static Stream Open() => typeof(DemoList).Assembly.GetManifestResourceStream("Screening/demo-list.csv")
        ?? throw new InvalidOperationException("The demo list is not part of the program.");

    public static ListVersion Read()
    {
        using var stream = Open();
        return ListFile.Read(ListSource.Own, stream) is ListOutcome.Accepted { Version: var list } ? list : throw new InvalidOperationException("The demo list is broken.");
    }
}
