namespace SrmBlazor.Features.Notifications;

/// <summary>A way out for letters: <see cref="SmtpTransport"/>, or <see cref="MailFolder"/> in Development.</summary>
public interface IMailTransport
{
    /// <summary>Tries once. Trouble on the way is an outcome, not an exception; only the caller's own cancellation throws.</summary>
    /// <param name="id">the same for every attempt at the same letter</param>
    Task<MailOutcome> SendAsync(Letter letter, MessageId id, CancellationToken cancellationToken = default);
}
