using Microsoft.Extensions.Options;
using MimeKit;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// The way out in Development: every letter becomes one <c>.eml</c> file named after its random message id, so a repeated
/// letter replaces itself. The folder holds readable letters, and is storage like any other where erasure is checked.
/// </summary>
public sealed class MailFolder(IOptions<MailOptions> options, TimeProvider clock) : IMailTransport
{
    private const string Extension = ".eml";

    public string Location => options.Value.Folder;

    public async Task<MailOutcome> SendAsync(Letter letter, MessageId id, CancellationToken cancellationToken = default)
    {
        using var message = LetterMime.Compose(letter, id, options.Value, clock.GetUtcNow());
        var partial = Path.Combine(Location, $".{Guid.NewGuid():N}.partial");
        try
        {
            CreateFolder();
            await WriteAsync(message, partial, cancellationToken);
            File.Move(partial, Path.Combine(Location, id.Left + Extension), overwrite: true);
            return new MailOutcome.Sent();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome.Deferred("folder");
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    /// <summary>The letters in the folder, newest first.</summary>
    public IReadOnlyList<FolderLetter> List(int limit = 200)
    {
        var folder = new DirectoryInfo(Location);
        if (!folder.Exists)
            return [];
        return [.. folder.EnumerateFiles("*" + Extension)
            .OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal)
            .Take(limit)
            .Select(FolderLetter.Read)];
    }

    /// <summary>One letter by its <see cref="FolderLetter.Id"/>, or null. The id is compared with what is there, never made into a path.</summary>
    public FolderLetter? Find(string id)
    {
        var folder = new DirectoryInfo(Location);
        var file = folder.Exists
            ? folder.EnumerateFiles("*" + Extension).FirstOrDefault(file => string.Equals(Path.GetFileNameWithoutExtension(file.Name), id, StringComparison.Ordinal))
            : null;
        return file is null ? null : FolderLetter.Read(file);
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Location);
        else
            Directory.CreateDirectory(Location, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task WriteAsync(MimeMessage message, string path, CancellationToken cancellationToken)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, how);
        await message.WriteToAsync(file, cancellationToken);
        // on the disk before it has its name: a power cut leaves a whole letter or none
        file.Flush(flushToDisk: true);
    }
}
