using System.CommandLine;
using SrmBlazor.Features.PrivacyCenter.Formats;

namespace SrmBlazor.Shell;

/// <summary>Checks a package, with the installation's own keys or, offline, with a file of published ones.</summary>
internal static class CommandLinePackages
{
    public static Command Verify()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandLine.Say("VerifyPackage.File") };
        var keys = new Option<FileInfo?>("--keys") { Description = CommandLine.Say("VerifyReceipt.Keys"), HelpName = "FILE" };
        var command = new Command("verify-package", CommandLine.Say("VerifyPackage")) { file, keys };
        command.SetAction(async (asked, stop) =>
        {
            if (await CommandLineSigned.ReadAsync(asked, asked.GetRequiredValue(file), asked.GetValue(keys), stop) is not var (package, published))
            {
                return CommandLine.Misuse;
            }

            var output = asked.InvocationConfiguration.Output;
            var manifest = PackageManifest.Verify(package, published);
            await output.WriteLineAsync(manifest is null ? CommandLine.Say("VerifyPackage.No") : CommandLine.Say("VerifyPackage.Yes", manifest.MadeOn, manifest.Files.Count));
            foreach (var one in manifest?.Files ?? [])
            {
                await output.WriteLineAsync($"{one.Sha256}  {one.Name}");
            }

            return manifest is null ? CommandLine.No : CommandLine.Yes;
        });
        return command;
    }
}
