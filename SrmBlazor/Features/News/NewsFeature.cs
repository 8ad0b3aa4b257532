using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Consents;
using SrmBlazor.Features.Notifications.Inbox;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.News;

/// <summary>News by mail to those who agreed to it, and the way out of it.</summary>
public static class NewsFeature
{
    public const string UnsubscribePath = MailChoices.UnsubscribePath;

    /// <summary>The one picture that reports back. Named in the notice of <see cref="PersonalData.For.MailTracking"/>.</summary>
    public const string PicturePath = "/mail/opened";

    /// <summary>Who may see the pages of staff.</summary>
    public const string Staff = $"{Writers},{nameof(Role.Auditor)}";

    public const string Writers = $"{nameof(Role.Coordinator)},{nameof(Role.Administrator)}";

    public static void AddNews(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<NewsDesk>();
        services.AddSingleton<NewsReaders>();
        services.AddSingleton<NewsRound>();
        services.AddSingleton(new ConsentTrace(NewsTrace.OfAsync));
        services.AddNavigation<NewsTexts>("/staff/news", "Nav", Icons.Material.Filled.Campaign, 70, nameof(Role.Coordinator), nameof(Role.Administrator), nameof(Role.Auditor));
        services.AddRound("news", TimeSpan.FromMinutes(1), (provider, stop) => provider.GetRequiredService<NewsRound>().RunAsync(stop));
    }

    /// <summary>The pages are mapped with all other pages.</summary>
    public static void MapNews(this WebApplication app)
    {
        // before the page of the same address, which answers GET alone
        app.MapPost(UnsubscribePath, OneClick.AnswerAsync).WithOrder(-1).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(OneClick.LargestBody)).AllowAnonymous();
        app.MapGet($"{PicturePath}/{{token}}", NewsPicture.AnswerAsync).AllowAnonymous();
    }
}
