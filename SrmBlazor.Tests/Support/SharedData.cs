namespace SrmBlazor.Support;

/// <summary>Real lists and labelled data. They lie beside the project, never in it.</summary>
public static class SharedData
{
    public const string Variable = "SRM_SHARED_DATA";

    private static readonly string Folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : BesideTheProject();

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static string? WhyAbsent(string file) => File.Exists(PathOf(file)) ? null : $"{file} is not in {Folder}; name another folder in {Variable}.";

    private static string BesideTheProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SrmBlazor.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data");
    }
}
