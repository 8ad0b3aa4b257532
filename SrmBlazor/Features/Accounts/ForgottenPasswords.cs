namespace SrmBlazor.Features.Accounts;

/// <summary>Takes requests for a reset. The answer takes the same time whether an account has the mailbox or not; a letter, once made, is never lost.</summary>
public sealed class ForgottenPasswords(PasswordResets resets, ILogger<ForgottenPasswords> log) : BackgroundService
{
    private readonly MailboxQueue queue = new(log);

    /// <inheritdoc cref="MailboxQueue.Add"/>
    public Task Ask(string mailbox) => queue.Add(mailbox);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queue.WorkAsync(mailbox => resets.SendAsync(mailbox), stoppingToken);
}
