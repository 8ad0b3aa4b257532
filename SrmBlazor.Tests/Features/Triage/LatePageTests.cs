using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using ClaimTypes = System.Security.Claims.ClaimTypes;
using UserClaim = System.Security.Claims.Claim;

namespace SrmBlazor.Features.Triage;

public sealed class LatePageTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private string reference = "";
    private BunitAuthorizationContext user = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        reference = await (await Applicant.BeginAsync(house)).SubmitAsync();
        house.Clock.Advance(TimeSpan.FromDays(40));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>().AddSingleton(house.Get<LateList>()).AddSingleton(house.Get<BoardStaff>()).AddSingleton(house.Get<ChangeFeed>());
        user = this.AddAuthorization();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await house.DisposeAsync();
    }

    [Theory]
    [InlineData(Role.PrivacyOfficer, true)]
    [InlineData(Role.Administrator, false)]
    public void A_row_is_where_a_warning_leads_and_only_who_may_open_the_case_finds_a_link(Role role, bool opens)
    {
        var staff = Guid.NewGuid().ToString();
        user.SetAuthorized(staff);
        user.SetRoles(role.ToString());
        user.SetClaims(new UserClaim(ClaimTypes.NameIdentifier, staff));

        var page = Render<LatePage>();
        page.WaitForElement($"#{reference}");

        Assert.Equal(opens, page.FindAll($"#{reference} a").Count == 1);
        Assert.Contains("late", page.Find($"#{reference} .tag.danger").TextContent, StringComparison.Ordinal);
        Assert.Contains("40 days", page.Find($"#{reference}").TextContent, StringComparison.Ordinal);
        Assert.Contains("too little was answered", page.Markup, StringComparison.Ordinal);
    }
}
