using System.Globalization;
using System.Text;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>What a mailbox looks like. Whether it exists shows the activation mail.</summary>
public static class MailboxForm
{
    public const int Longest = 254;
    private const int LongestName = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The mailbox as it is stored and compared: full-width signs made plain, no spaces around it, the domain in lower case.</summary>
    public static string Tidy(string typed)
    {
        var plain = typed.Trim().Normalize(NormalizationForm.FormKC).Replace('。', '.');
        var at = plain.LastIndexOf('@');
        return at < 0 ? plain : plain[..at] + plain[at..].ToLowerInvariant();
    }

    /// <returns>The key of the sentence that says what is wrong, or null.</returns>
    public static string? Problem(string typed)
    {
        var mailbox = Tidy(typed);
        if (mailbox.Any(char.IsWhiteSpace))
        {
            return "Mailbox.Space";
        }

        if (mailbox.Count(c => c == '@') is var signs and not 1)
        {
            return signs == 0 ? "Mailbox.NoAt" : "Mailbox.TwoAts";
        }

        var at = mailbox.IndexOf('@', StringComparison.Ordinal);
        var (name, domain) = (mailbox[..at], mailbox[(at + 1)..]);
        return 0 switch
        {
            _ when name.Length == 0 => "Mailbox.NoName",
            _ when domain.Length == 0 => "Mailbox.NoDomain",
            _ when mailbox.Length > Longest || name.Length > LongestName => "Mailbox.TooLong",
            _ when mailbox.Any(c => char.IsControl(c) || "()<>[]\\,;:\"".Contains(c, StringComparison.Ordinal)) => "Mailbox.Sign",
            _ when mailbox.Contains("..", StringComparison.Ordinal) || name.StartsWith('.') || name.EndsWith('.') || domain.StartsWith('.') || domain.EndsWith('.') => "Mailbox.Dot",
            _ when !domain.Contains('.', StringComparison.Ordinal) => "Mailbox.NoDot",
            _ when !IsDomain(domain) => "Mailbox.Domain",
            _ => null,
        };
    }

    private static bool IsDomain(string domain)
    {
        try
        {
            var ending = Idn.GetAscii(domain).Split('.')[^1];
            return ending.Length >= 2 && !char.IsAsciiDigit(ending[0]);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
