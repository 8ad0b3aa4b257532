using MudBlazor;
using SrmBlazor.Shared;
using SrmBlazor.Shared.Components;

namespace SrmBlazor.Features.ChildApprovals;

/// <summary>A second person approves before anybody opens what is held about a child.</summary>
public static class ChildApprovalsFeature
{
    public static void AddChildApprovals(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Approvals>();
        builder.Services.AddNavigation<ChildApprovalsTexts>("/staff/approvals", "Title", Icons.Material.Filled.HowToReg, 11, nameof(Role.Verifier), nameof(Role.PrivacyOfficer));
    }
}
