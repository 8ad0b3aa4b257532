using Microsoft.Extensions.Options;
using MudBlazor;
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
        builder.Services.AddScoped<MySharing>();
        builder.Services.AddScoped<PublicList>();
        builder.Services.AddNavigation<DisclosuresTexts>("/privacy/sharing", "Nav", Icons.Material.Filled.Share, 3, nameof(Role.Supplier));
    }
}
