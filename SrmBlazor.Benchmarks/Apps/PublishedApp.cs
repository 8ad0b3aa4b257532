using System.Diagnostics;

namespace SrmBlazor.Benchmarks.Apps;

/// <summary>An app as it would be installed.</summary>
internal sealed record PublishedApp(Subject Subject, string Folder)
{
    public string Assembly => Path.Combine(Folder, Path.GetFileName(Subject.Project) + ".dll");

    public static async Task<PublishedApp> PublishAsync(Subject subject, string folder)
    {
        var app = new PublishedApp(subject, Path.Combine(folder, subject.Name));
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Root(), subject.Project), "-c", "Release", "-o", app.Folder, "-v", "q", "--nologo"]) { RedirectStandardOutput = true };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? app : throw new InvalidOperationException($"Publishing {subject.Project} failed.\n{said}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SrmBlazor.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run this from within the repository: the apps are published from their sources.");
        return folder.FullName;
    }
}
