using MudBlazor;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.Triage;

/// <summary>One board for everything that waits for staff.</summary>
public static class TriageFeature
{
    public const string Path = "/staff/requests";

    public static void AddTriage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BoardMemory>();
        builder.Services.AddScoped<Board>();
        builder.Services.AddScoped<Claims>();
        builder.Services.AddNavigation<TriageTexts>(Path, "Nav", Icons.Material.Filled.Inbox, 10, nameof(Role.Verifier), nameof(Role.PrivacyOfficer));
    }
}
