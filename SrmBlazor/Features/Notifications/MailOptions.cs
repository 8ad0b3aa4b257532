using System.Globalization;

namespace SrmBlazor.Features.Notifications;

public enum MailRoute { Folder, Smtp }

public enum SmtpSecurity { None, StartTls, Tls }

/// <summary>How letters leave (section <c>Mail</c>). The password belongs into the environment (<c>Mail__Password</c>), never into a file that is committed.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Unset: a folder in Development, SMTP everywhere else.</summary>
    public MailRoute? Transport { get; set; }

    /// <summary>Where letters are put in Development; relative to the data folder.</summary>
    public string Folder { get; set; } = "mail";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Ask the certificate's issuer whether it was revoked. Off only where the server may not reach the issuer.</summary>
    public bool CheckRevocation { get; set; } = true;

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string FromAddress { get; set; } = "portal@localhost";

    /// <summary>The sender's name as the reader sees it, by language.</summary>
    public Dictionary<string, string> FromName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For the whole conversation about one letter.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    internal string SenderName(string language) => FromName.GetValueOrDefault(language, "");

    internal string FromDomain =>
        new IdnMapping().GetAscii(FromAddress[(FromAddress.LastIndexOf('@') + 1)..]);
}
