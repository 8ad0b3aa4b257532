using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Notifications.Inbox;

/// <summary>What people are told inside the portal, and what of it comes by mail too.</summary>
public static class InboxFeature
{
    public const string Path = "/inbox";

    public const string ChoicesPath = "/inbox/choices";

    public static void AddInbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MyInbox>();
        builder.Services.AddSingleton<MailChoices>();
        builder.Services.AddSingleton<InboxRound>();
        builder.Services.AddNavigation<InboxTexts>(Path, "Nav", Icons.Material.Filled.Notifications, 90);
        builder.Services.AddRound("inbox", TimeSpan.FromHours(6), (provider, stop) => provider.GetRequiredService<InboxRound>().RunAsync(stop));
    }
}
