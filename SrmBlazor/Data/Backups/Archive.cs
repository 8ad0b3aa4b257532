using System.Globalization;
using System.Security.Cryptography;

namespace SrmBlazor.Data.Backups;

/// <summary>A backup of one store: a folder with a manifest and the files that it names.</summary>
public sealed record Archive(DirectoryInfo Folder, Manifest Manifest)
{
    /// <summary>A folder of this beginning is a backup that is being written, or was not finished.</summary>
    private const string Unfinished = ".unfinished-";

    public FileInfo File(string name) => new(Path.Combine(Folder.FullName, name));

    /// <summary>The store itself.</summary>
    public FileInfo Store => File(Manifest.Files[0].Name);

    /// <summary>Where a backup is written until it is whole.</summary>
    public static DirectoryInfo Begin(DirectoryInfo place, ArchiveKind kind, DateTime on) =>
        Directory.CreateDirectory(Path.Combine(place.FullName, FolderOf(kind), Unfinished + NameOf(on)));

    /// <summary>Writes the manifest last and gives the folder its name: whatever has a name is whole.</summary>
    public static Archive Finish(DirectoryInfo unfinished, Manifest manifest, RootSecret root)
    {
        Durable.Write(Path.Combine(unfinished.FullName, Manifest.FileName), manifest.Write(root));
        var whole = Path.Combine(unfinished.Parent!.FullName, NameOf(manifest.TakenOn));
        Directory.Move(unfinished.FullName, whole);
        Durable.Sync(unfinished.Parent.FullName);
        return new Archive(new DirectoryInfo(whole), manifest);
    }

    /// <summary>The archives in a folder and in the folders in it, oldest first. Their files are not looked at yet.</summary>
    /// <exception cref="InvalidDataException">A manifest was changed, or another installation made it.</exception>
    public static IReadOnlyList<Archive> In(DirectoryInfo place, RootSecret root) =>
    [
        .. place.EnumerateFiles(Manifest.FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.None })
            .Where(file => !file.Directory!.Name.StartsWith(Unfinished, StringComparison.Ordinal))
            .Select(file => new Archive(file.Directory!, Read(file, root)))
            .OrderBy(archive => archive.Manifest.TakenOn).ThenBy(archive => archive.Folder.FullName, StringComparer.Ordinal),
    ];

    public static ArchiveFile Describe(FileInfo file)
    {
        using var content = file.OpenRead();
        return new ArchiveFile(file.Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <exception cref="InvalidDataException">A file is missing or another one than was written.</exception>
    public void Verify()
    {
        foreach (var file in Manifest.Files)
        {
            if (!File(file.Name).Exists || Describe(File(file.Name)) != file)
            {
                throw new InvalidDataException($"The archive {Folder.FullName} cannot be used: {file.Name} is not the file that was written.");
            }
        }
    }

    /// <summary>Removes the archives that are too old, and what was begun long ago and never finished.</summary>
    /// <returns>How many archives are gone.</returns>
    public static int Rotate(DirectoryInfo place, RootSecret root, BackupOptions days, DateTime now)
    {
        var old = In(place, root).Where(archive => archive.Manifest.TakenOn < now.AddDays(-(archive.Manifest.Kind == ArchiveKind.Keys ? days.KeyDays : days.DataDays))).ToList();
        old.ForEach(archive => archive.Folder.Delete(recursive: true));
        foreach (var left in place.EnumerateDirectories(Unfinished + "*", SearchOption.AllDirectories).Where(left => string.CompareOrdinal(left.Name, Unfinished + NameOf(now.AddDays(-1))) < 0).ToList())
        {
            left.Delete(recursive: true);
        }

        return old.Count;
    }

    private static string FolderOf(ArchiveKind kind) => kind switch
    {
        ArchiveKind.Data => "data",
        ArchiveKind.Keys => "keys",
    };

    public static string NameOf(DateTime on) => on.ToString("yyyyMMdd'T'HHmmssffffff'Z'", CultureInfo.InvariantCulture);

    private static Manifest Read(FileInfo file, RootSecret root)
    {
        try
        {
            return Manifest.Read(System.IO.File.ReadAllBytes(file.FullName), root);
        }
        catch (InvalidDataException refused)
        {
            throw new InvalidDataException($"The archive {file.Directory!.FullName} cannot be used: {refused.Message}.", refused);
        }
    }
}
