using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SrmBlazor.Shared;

namespace SrmBlazor.Features.Notifications;

public static class NotificationsFeature
{
    /// <summary>Letters, the outbox and the way out.</summary>
    public static IHostApplicationBuilder AddNotifications(this IHostApplicationBuilder builder)
    {
        builder.AddMailRoute();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<MailRound>();
        return builder;
    }

    /// <summary>The way out alone; wrong <c>Mail</c> settings stop the start.</summary>
    public static IHostApplicationBuilder AddMailRoute(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>();
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart()
            .PostConfigure<IHostEnvironment, IConfiguration>((options, environment, configuration) =>
            {
                options.Transport ??= environment.IsDevelopment() ? MailRoute.Folder : MailRoute.Smtp;
                if (options.Folder.Length > 0)
                    options.Folder = Path.GetFullPath(options.Folder, DataFolder.Of(configuration, environment));
            });
        builder.Services.AddSingleton<MailFolder>();
        builder.Services.AddSingleton<SmtpTransport>();
        builder.Services.AddSingleton<IMailTransport>(services => services.GetRequiredService<IOptions<MailOptions>>().Value.Transport switch
        {
            MailRoute.Folder => services.GetRequiredService<MailFolder>(),
            MailRoute.Smtp or null => services.GetRequiredService<SmtpTransport>(),
        });
        return builder;
    }

    /// <summary>Sends in this process: the web host does, a command does not.</summary>
    public static IHostApplicationBuilder AddMailWorker(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<MailWorker>();
        return builder;
    }
}
