using System.Diagnostics;

namespace SrmBlazor.Support.Processes;

/// <summary>
/// A folder of which a process loses, when it is killed, whatever it did not sync. How that is modelled stands in <c>power-cut.c</c>, which is
/// compiled when first needed.
/// </summary>
public sealed class PowerCut(string folder) : IDisposable
{
    public const string Compiler = "/usr/bin/cc";

    private static readonly Lazy<string> Library = new(Compile);

    private readonly DirectoryInfo disk = Directory.CreateTempSubdirectory("srm-disk-");

    /// <summary>Environment of the process that will be killed.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
        [("LD_PRELOAD", Library.Value), ("POWER_CUT_FOLDER", folder), ("POWER_CUT_DISK", disk.FullName)];

    /// <summary>The process is dead: the folder holds what the disk holds, and nothing else.</summary>
    public void Strike()
    {
        Empty(new DirectoryInfo(folder));
        foreach (var file in disk.EnumerateFiles())
        {
            file.MoveTo(Path.Combine(folder, file.Name));
        }

        Empty(disk);
    }

    public void Dispose() => disk.Delete(recursive: true);

    private static void Empty(DirectoryInfo place)
    {
        foreach (var entry in place.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo inner)
            {
                inner.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <exception cref="InvalidOperationException">There is no compiler, or it refuses.</exception>
    private static string Compile()
    {
        if (!File.Exists(Compiler))
        {
            throw new InvalidOperationException($"Cutting the power needs {Compiler} (apt-get install gcc libc6-dev).");
        }

        var place = Directory.CreateTempSubdirectory("srm-power-cut-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(place, recursive: true);
        var (source, library) = (Path.Combine(place, "power-cut.c"), Path.Combine(place, "power-cut.so"));
        using (var text = typeof(PowerCut).Assembly.GetManifestResourceStream("power-cut.c")!)
        using (var file = File.Create(source))
        {
            text.CopyTo(file);
        }

        using var compiler = Process.Start(new ProcessStartInfo(Compiler, ["-O2", "-shared", "-fPIC", "-o", library, source]) { RedirectStandardError = true })!;
        var said = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"power-cut.c was not compiled. {said}");
    }
}
