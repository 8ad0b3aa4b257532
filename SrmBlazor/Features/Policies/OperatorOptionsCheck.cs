using System.Net.Mail;
using Microsoft.Extensions.Options;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Policies;

/// <summary>An installation that cannot say who runs it does not start, except on a developer's machine.</summary>
public sealed class OperatorOptionsCheck(IHostEnvironment environment) : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options)
    {
        if (environment.IsDevelopment())
        {
            return ValidateOptionsResult.Success;
        }

        var empty = options.EmptySettings().Select(path => $"The setting {path} is empty; the privacy policy needs it.");
        var malformed = new[] { ("Mailbox", options.Mailbox), ("DataProtectionOfficer:Mailbox", options.DataProtectionOfficer.Mailbox) }
            .Where(setting => setting.Item2.Length > 0 && !IsMailbox(setting.Item2))
            .Select(setting => $"The setting {OperatorOptions.Section}:{setting.Item1} is not a mailbox.");
        var nowhere = Countries.Find(options.Country)?.Alpha2 == options.Country ? [] : new[] { $"The setting {OperatorOptions.Section}:Country is not the two-letter code of a country." };
        var failures = empty.Concat(malformed).Concat(nowhere).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // "Name <a@b>" parses too, but only the bare address can stand in a mail link.
    private static bool IsMailbox(string value) =>
        MailAddress.TryCreate(value, out var address) && string.Equals(address.Address, value, StringComparison.Ordinal);
}
