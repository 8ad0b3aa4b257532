using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SrmBlazor.Features.Notifications;

/// <summary>
/// Hands letters to the SMTP server of <see cref="MailOptions"/>, one conversation a letter. Only a lasting refusal of the
/// recipient or of the letter rejects it; a refused sender, sign-in or certificate is the operator's to mend, and the letter waits.
/// </summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider clock) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(Letter letter, MessageId id, CancellationToken cancellationToken = default)
    {
        using var message = LetterMime.Compose(letter, id, options.Value, clock.GetUtcNow());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var client = new SmtpClient { CheckCertificateRevocation = options.Value.CheckRevocation };
        try
        {
            await ConnectAsync(client, stop.Token);
            await client.SendAsync(FormatFor(message), message, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailOutcome.Deferred("timeout");
        }
        catch (Exception trouble) when (OutcomeOf(trouble) is { } outcome)
        {
            return outcome;
        }

        // the letter is accepted: what goes wrong with the good-bye, which MailKit keeps to itself, must not send it again
        await client.DisconnectAsync(quit: true, stop.Token);
        return new MailOutcome.Sent();
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        var security = mail.Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls, // demanded, not merely taken when offered
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        };
        await client.ConnectAsync(mail.Host, mail.Port, security, cancellationToken);
        if (mail.UserName.Length > 0)
            await client.AuthenticateAsync(mail.UserName, mail.Password, cancellationToken);
    }

    private static FormatOptions FormatFor(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.International = message.To.Mailboxes.Any(mailbox => !System.Text.Ascii.IsValid(mailbox.LocalPart));
        return format;
    }

    private static MailOutcome? OutcomeOf(Exception trouble) => trouble switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused when (int)refused.StatusCode >= 500
            => new MailOutcome.Rejected(Code(refused)),
        SmtpCommandException answer => new MailOutcome.Deferred(Code(answer)),
        AuthenticationException or ServiceNotAuthenticatedException => new MailOutcome.Deferred("auth"),
        SslHandshakeException => new MailOutcome.Deferred("tls"),
        // the server offers no STARTTLS, or no SMTPUTF8 for a mailbox that needs it
        NotSupportedException => new MailOutcome.Deferred("unsupported"),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new MailOutcome.Deferred("refused"),
        SocketException => new MailOutcome.Deferred("unreachable"),
        TimeoutException => new MailOutcome.Deferred("timeout"),
        ProtocolException or IOException or ServiceNotConnectedException => new MailOutcome.Deferred("broken"),
        _ => null,
    };

    private static string Code(SmtpCommandException answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}
