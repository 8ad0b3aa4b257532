using System.CommandLine;
using System.Text.Json;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Consents;

namespace SrmBlazor.Shell;

/// <summary>Checks a consent receipt, with the installation's own keys or, offline, with a file of published ones; makes a new signing key.</summary>
internal static class CommandLineReceipts
{
    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("VerifyReceipt.File") };
        var keys = new Option<FileInfo?>("--keys") { Description = CommandLine.Say("VerifyReceipt.Keys"), HelpName = "FILE" };
        var command = new Command("verify-receipt", CommandLine.Say("VerifyReceipt")) { file, keys };
        command.SetAction(async (asked, stop) =>
        {
            var published = await KeysAsync(asked.GetValue(keys), stop);
            var (output, signed) = (asked.InvocationConfiguration.Output, await File.ReadAllBytesAsync(asked.GetRequiredValue(file).FullName, stop));
            if (SignedDocument.Verify(signed, ConsentReceipt.MediaType, published) is not { } receipt)
            {
                await output.WriteLineAsync(CommandLine.Say("VerifyReceipt.No"));
                return CommandLine.No;
            }

            await output.WriteLineAsync(CommandLine.Say("VerifyReceipt.Yes"));
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(receipt));
            return CommandLine.Yes;
        });
        return command;
    }

    public static Command Rotate()
    {
        var command = new Command("rotate", CommandLine.Say("SigningKey.Rotate"));
        command.SetAction(async (asked, _) =>
        {
            using var host = Host();
            await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("SigningKey.Made", (await host.Services.GetRequiredService<SigningKeys>().RotateAsync()).Id));
            return CommandLine.Yes;
        });
        return command;
    }

    /// <summary>The published keys in the file; without one, those of this installation.</summary>
    /// <exception cref="InvalidDataException">It is no set of keys.</exception>
    internal static async Task<PublicKeys> KeysAsync(FileInfo? file, CancellationToken stop) => file is null ? await OwnAsync() : await ReadAsync(file, stop);

    private static async Task<PublicKeys> ReadAsync(FileInfo file, CancellationToken stop)
    {
        try
        {
            return PublicKeys.Parse(await File.ReadAllBytesAsync(file.FullName, stop));
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException(CommandLine.Say("VerifyReceipt.NoKeys"), unreadable);
        }
    }

    private static async Task<PublicKeys> OwnAsync()
    {
        using var host = Host();
        return await host.Services.GetRequiredService<SigningKeys>().PublishedAsync();
    }

    private static IHost Host()
    {
        var builder = CommandLineStores.Builder();
        builder.Services.AddSingleton<SigningKeys>();
        return builder.Build();
    }
}
