using Microsoft.Extensions.Options;
using MudBlazor;
using SrmBlazor.Data.Jobs;
using SrmBlazor.Features.Consents;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Disclosures;

/// <summary>Who outside the operator receives data: the register, what a supplier sends, and what is public.</summary>
public static class DisclosuresFeature
{
    public static void AddDisclosures(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RecipientSettings>().BindConfiguration(RecipientSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RecipientSettings>, RecipientSettingsCheck>();
        builder.Services.AddSingleton<RecipientRegister>();
        builder.Services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section)
            .Validate(options => options.AnswerWithinDays is >= 1 and <= 60, $"The setting {NoticeOptions.Section}:AnswerWithinDays is between 1 and 60.").ValidateOnStart();
        builder.Services.AddSingleton<RecipientNotices>();
        builder.Services.AddSingleton(provider => new ConsentListener((work, decision, act) => provider.GetRequiredService<RecipientNotices>().FollowAsync(work, decision, act)));
        builder.Services.AddSingleton(provider => new ConsentTrace(new DisclosureTrace(provider.GetRequiredService<RecipientRegister>()).OfAsync));
        builder.Services.AddScoped<RecipientAnswers>();
        builder.Services.AddScoped<RecipientDesk>();
        builder.Services.AddScoped<MySharing>();
        builder.Services.AddScoped<PublicList>();
        builder.Services.AddNavigation<DisclosuresTexts>("/privacy/sharing", "Nav", Icons.Material.Filled.Share, 3, nameof(Role.Supplier));
        builder.Services.AddNavigation<DisclosuresTexts>("/staff/recipients", "Notices.Title", Icons.Material.Filled.ForwardToInbox, 62, nameof(Role.PrivacyOfficer), nameof(Role.Administrator), nameof(Role.Auditor));
        builder.Services.AddRound("recipients", TimeSpan.FromHours(6), async (provider, stop) =>
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecipientDesk>().FollowUpAsync(stop);
        });
    }
}
