using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Notifications;

/// <summary>A start with mail that cannot leave, or would leave unprotected, is refused with the setting's name and what to do.</summary>
internal sealed class MailOptionsRules(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MailOptions options)
    {
        if (!Letter.IsMailbox(options.FromAddress))
            yield return "Mail:FromAddress must be one mailbox address, such as portal@your-company.example.";
        if (options.FromName.Values.Any(value => OneLine.Of(value) != value))
            yield return "Mail:FromName must be a single line in each language.";
        if (options.TimeoutSeconds is < 1 or > 600)
            yield return "Mail:TimeoutSeconds must lie between 1 and 600.";
        foreach (var fault in options.Transport is MailRoute.Folder ? FolderFaults(options) : SmtpFaults(options))
            yield return fault;
    }

    private IEnumerable<string> FolderFaults(MailOptions options)
    {
        if (!environment.IsDevelopment())
            yield return "Mail:Transport is Folder, which keeps letters readable on disk and delivers none. Outside Development set it to Smtp.";
        if (string.IsNullOrWhiteSpace(options.Folder))
            yield return "Mail:Folder must name the folder that letters are written to.";
    }

    private IEnumerable<string> SmtpFaults(MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
            yield return "Mail:Host is empty: letters could not leave. Set it to your SMTP server (environment variable Mail__Host).";
        if (options.Port is < 1 or > 65535)
            yield return "Mail:Port must lie between 1 and 65535.";
        if (options.Security is SmtpSecurity.None && !IsLoopback(options.Host))
            yield return "Mail:Security None would send letters and their links unprotected. Use StartTls or Tls, or a server on this machine.";
        if (options.UserName.Length > 0 && options.Password.Length == 0)
            yield return "Mail:UserName is set without a password. Give it in the environment variable Mail__Password.";
        if (!environment.IsDevelopment() && options.FromAddress.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase))
            yield return "Mail:FromAddress is still portal@localhost. Set it to a mailbox of your own domain.";
    }

    private static bool IsLoopback(string host) =>
        host.Length == 0 // already reported
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
