using SrmBlazor.Features.Accounts;

namespace SrmBlazor.Features.Guardians;

/// <summary>Takes requests for a fresh link. The answer takes the same time whether a guardian has the mailbox or not.</summary>
public sealed class GuardianRequests(IServiceScopeFactory scopes, ILogger<GuardianRequests> log) : BackgroundService
{
    private readonly MailboxQueue queue = new(log);

    /// <inheritdoc cref="MailboxQueue.Add"/>
    public Task Ask(string mailbox) => queue.Add(mailbox);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queue.WorkAsync(SendAsync, stoppingToken);

    private async Task SendAsync(string mailbox)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GuardianAccess>().SendAsync(mailbox);
    }
}
