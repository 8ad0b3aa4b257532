using System.CommandLine;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Erasures;

namespace SrmBlazor.Shell;

/// <summary>Checks an erasure certificate, with the installation's own keys or, offline, with a file of published ones.</summary>
internal static class CommandLineCertificates
{
    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("VerifyCertificate.File") };
        var keys = new Option<FileInfo?>("--keys") { Description = CommandLine.Say("VerifyReceipt.Keys"), HelpName = "FILE" };
        var code = new Option<string?>("--code") { Description = CommandLine.Say("VerifyCertificate.Code"), HelpName = "CODE" };
        var command = new Command("verify-certificate", CommandLine.Say("VerifyCertificate")) { file, keys, code };
        command.SetAction(async (asked, stop) =>
        {
            if (await CommandLineSigned.ReadAsync(asked, asked.GetRequiredValue(file), asked.GetValue(keys), stop) is not var (signed, published))
            {
                return CommandLine.Misuse;
            }

            var output = asked.InvocationConfiguration.Output;
            if (SignedDocument.Verify(signed, ErasureCertificate.MediaType, published) is not { } json)
            {
                await output.WriteLineAsync(CommandLine.Say("VerifyCertificate.No"));
                return CommandLine.No;
            }

            var opens = asked.GetValue(code) is not { } shown || IssuedCertificate.CommitmentOf(shown.Trim()) == ErasureCertificate.Read(json).Commitment;
            await output.WriteLineAsync(CommandLine.Say(opens ? "VerifyCertificate.Yes" : "VerifyCertificate.Another"));
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(json));
            return opens ? CommandLine.Yes : CommandLine.No;
        });
        return command;
    }
}
