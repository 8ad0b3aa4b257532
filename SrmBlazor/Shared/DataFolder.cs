namespace SrmBlazor.Shared;

/// <summary>The folder for databases, keys, mail and logs: setting <c>Storage:Folder</c>.</summary>
public static class DataFolder
{
    /// <summary>A relative folder counts from the solution in Development and from the application elsewhere, never from where it was started.</summary>
    public static string Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration["Storage:Folder"] is { Length: > 0 } set ? set : "data";
        var home = environment.IsDevelopment() ? SolutionFolder() : AppContext.BaseDirectory;
        return Path.GetFullPath(folder, home);
    }

    private static string SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SrmBlazor.sln")))
                return folder.FullName;
        return Environment.CurrentDirectory;
    }
}
