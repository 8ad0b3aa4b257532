using System.Runtime.InteropServices;
using System.Text;

namespace SrmBlazor.Data.Backups;

/// <summary>Files that are on the disk when the method returns.</summary>
internal static class Durable
{
    private const int ReadOnly = 0;

    public static void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public static void Copy(string from, string to)
    {
        var part = to + ".part";
        System.IO.File.Copy(from, part, overwrite: true);
        Sync(part);
        System.IO.File.Move(part, to, overwrite: true);
        Sync(Path.GetDirectoryName(to)!);
    }

    /// <summary>A file, or the names in a folder (which Windows syncs by itself).</summary>
    public static void Sync(string path)
    {
        if (System.IO.File.Exists(path))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
        else if (!OperatingSystem.IsWindows())
        {
            // .NET opens no folder
            var folder = Open([.. Encoding.UTF8.GetBytes(path), 0], ReadOnly);
            var synced = folder >= 0 && Fsync(folder) == 0;
            _ = folder >= 0 && Close(folder) == 0;
            if (!synced)
            {
                throw new IOException($"The folder {path} could not be synced.");
            }
        }
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int file);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
