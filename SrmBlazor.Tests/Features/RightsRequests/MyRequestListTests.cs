using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What somebody reads of their own requests, on the page of all rights and on that of requests.</summary>
public sealed class MyRequestListTests : BunitContext, IAsyncLifetime
{
    private House house = null!;
    private Applicant applicant = null!;

    public async Task InitializeAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        applicant = await Applicant.BeginAsync(house);
        Services.AddLocalization();
        Services.AddSingleton<AuthenticationStateProvider>(new SupplierAtHome(applicant.Person));
        Services.AddSingleton(house.Get<MyRequests>());
        Services.AddSingleton(house.Get<ChangeFeed>());
        Services.AddSingleton<TimeProvider>(house.Clock);
        Services.AddScoped<CurrentUser>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task The_open_list_says_what_staff_do_the_day_and_how_many_days_counted()
    {
        var list = Render<MyRequestList>();
        Assert.NotEmpty(list.FindAll(".empty"));

        var reference = await applicant.SubmitAsync();
        list.WaitForAssertion(() => Assert.Contains("23 March 2026", Row(list), StringComparison.Ordinal));
        Assert.Contains("0 of 15 days counted", Row(list), StringComparison.Ordinal);

        // a Monday, over a weekend
        house.Clock.Advance(TimeSpan.FromDays(7));
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Officer)));
        list.WaitForAssertion(() => Assert.Contains("5 of 15 days counted", Row(list), StringComparison.Ordinal));
        Assert.Contains("Being handled", Row(list), StringComparison.Ordinal);
    }

    private static string Row(IRenderedComponent<MyRequestList> list) => list.Find("tbody tr").TextContent;

    private sealed class SupplierAtHome(Guid person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [new System.Security.Claims.Claim(ClaimTypes.NameIdentifier, person.ToString()), new System.Security.Claims.Claim(ClaimTypes.Role, nameof(Role.Supplier))], "test"))));
    }
}
