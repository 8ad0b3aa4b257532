using System.CommandLine;
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
            if (await CommandLineSigned.ReadAsync(asked, asked.GetRequiredValue(file), asked.GetValue(keys), stop) is not var (signed, published))
            {
                return CommandLine.Misuse;
            }

            var output = asked.InvocationConfiguration.Output;
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
            using var host = CommandLineSigned.Host();
            await asked.InvocationConfiguration.Output.WriteLineAsync(CommandLine.Say("SigningKey.Made", (await host.Services.GetRequiredService<SigningKeys>().RotateAsync()).Id));
            return CommandLine.Yes;
        });
        return command;
    }
}
