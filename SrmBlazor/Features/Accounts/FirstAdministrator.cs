using SrmBlazor.Shared.Web;

namespace SrmBlazor.Features.Accounts;

/// <summary>
/// An installation without an administrator prints a link on its console when it has started: no default password exists, and the link
/// stands in no log.
/// </summary>
internal sealed class FirstAdministrator(StaffAccounts staff, SiteAddress site) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await staff.OfferFirstAsync() is { } token)
        {
            await Console.Out.WriteLineAsync(
                $"""

                No administrator yet. Open this link within 24 hours to make the first one; it works once:
                尚无管理员。请在 24 小时内打开以下链接创建首位管理员，链接仅可使用一次：
                {site.To("/account/setup", token)}

                """);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
