using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;

namespace SrmBlazor.Shell;

/// <summary>A signed file and the keys to check it with. Where either is not to be had, there is no answer: neither yes nor no.</summary>
internal sealed record CommandLineSigned(byte[] File, PublicKeys Keys)
{
    /// <param name="keys">Published keys; without them those of this installation are used.</param>
    /// <returns>Null where the question could not be answered; why was said.</returns>
    public static async Task<CommandLineSigned?> ReadAsync(ParseResult asked, FileInfo file, FileInfo? keys, CancellationToken stop)
    {
        if (await ContentAsync(file, stop) is not { } content)
        {
            return await NoneAsync(asked, "Verify.NoFile");
        }

        if (keys is null)
        {
            return await OwnAsync(stop) is { } own ? new(content, own) : await NoneAsync(asked, "Verify.NoInstallation");
        }

        return await ContentAsync(keys, stop) is not { } published ? await NoneAsync(asked, "Verify.NoKeysFile")
            : Parse(published) is { } read ? new(content, read) : await NoneAsync(asked, "VerifyReceipt.NoKeys");
    }

    public override string ToString() => nameof(CommandLineSigned);

    internal static IHost Host()
    {
        var builder = CommandLineStores.Builder();
        builder.Services.AddSingleton<SigningKeys>();
        return builder.Build();
    }

    private static async Task<CommandLineSigned?> NoneAsync(ParseResult asked, string why)
    {
        await CommandLine.RefuseAsync(asked, CommandLine.Say(why));
        return null;
    }

    private static async Task<byte[]?> ContentAsync(FileInfo file, CancellationToken stop)
    {
        try
        {
            return await System.IO.File.ReadAllBytesAsync(file.FullName, stop);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PublicKeys? Parse(byte[] published)
    {
        try
        {
            return PublicKeys.Parse(published);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<PublicKeys?> OwnAsync(CancellationToken stop)
    {
        using var host = Host();
        try
        {
            // asked before anything else: a store that is not there would be made
            await using var db = host.Services.GetRequiredService<Func<SrmDbContext>>()();
            return await CommandLineStores.IsNotMigratedAsync(db, stop) ? null : await host.Services.GetRequiredService<SigningKeys>().PublishedAsync();
        }
        catch (DbException)
        {
            return null;
        }
    }
}
