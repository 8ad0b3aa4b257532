using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using SrmBlazor.Features.Notifications;

namespace SrmBlazor.Shell;

/// <summary>Lists the letters of the Development folder, for scripts; people read them at <c>/dev/mail</c>.</summary>
internal static class CommandLineMail
{
    public static Command List()
    {
        var command = new Command("list", CommandLine.Say("Mail.List"));
        command.SetAction(async asked =>
        {
            var builder = CommandLineStores.Builder();
            builder.AddMailRoute();
            using var host = builder.Build();
            if (host.Services.GetRequiredService<IOptions<MailOptions>>().Value.Transport is not MailRoute.Folder)
            {
                await asked.InvocationConfiguration.Error.WriteLineAsync(CommandLine.Say("Mail.NoFolder"));
                return CommandLine.No;
            }

            var folder = host.Services.GetRequiredService<MailFolder>();
            foreach (var letter in folder.List(limit: int.MaxValue))
            {
                var on = letter.SentOn.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                await asked.InvocationConfiguration.Output.WriteLineAsync($"{on}\t{letter.To}\t{letter.Subject}\t{Path.Combine(folder.Location, letter.Id + ".eml")}");
            }

            return CommandLine.Yes;
        });
        return command;
    }
}
