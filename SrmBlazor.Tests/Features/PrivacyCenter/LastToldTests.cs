using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.PrivacyCenter.Pages;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>Who looked last and what went last, on the page of one's rights itself.</summary>
public sealed class LastToldTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private Registrant supplier = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        supplier = await Registrant.ActivateAsync(house);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>().AddScoped<HeldWords>()
            .AddSingleton(house.Get<SupplierHome>()).AddSingleton(house.Get<MySharing>()).AddSingleton(house.Get<ChangeFeed>());
        var user = this.AddAuthorization();
        user.SetAuthorized(supplier.Person.ToString());
        user.SetRoles(nameof(Role.Supplier));
        user.SetClaims(new Claim(ClaimTypes.NameIdentifier, supplier.Person.ToString()));
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public void Where_nothing_happened_it_says_so()
    {
        var told = Render<LastTold>();

        Assert.Empty(told.FindAll("table"));
        Assert.Equal(["Nobody has looked so far.", "You have not sent your profile to anybody."], told.FindAll(".empty").Select(one => one.TextContent));
    }

    [Fact]
    public async Task The_three_newest_of_each_stand_there_with_the_way_to_all_and_a_new_look_appears_by_itself()
    {
        foreach (var role in (Role[])[Role.Verifier, Role.Coordinator, Role.PrivacyOfficer, Role.Screener])
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await LookAsync(role);
        }

        await supplier.ShareAsync(house, twice: true);
        Assert.True((await supplier.SendAsync(house, Sharer.AtHome)).Left);
        Assert.True((await supplier.SendAsync(house, Sharer.AtHome)).Left);
        Assert.Equal(4, (await house.DisclosuresAsync()).Count);

        var told = Render<LastTold>();

        Assert.Equal([3, 3], told.FindAll("tbody").Select(body => body.Children.Length));
        Assert.Equal(["Screener", "Privacy officer", "Coordinator"], Lookers(told));
        Assert.Equal(["/privacy/data#looks", "/privacy/sharing#past"], told.FindAll("p > a").Select(link => link.GetAttribute("href")));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(Role.Auditor);
        told.WaitForAssertion(() => Assert.Equal(["Auditor", "Screener", "Privacy officer"], Lookers(told)));
    }

    private static IEnumerable<string> Lookers(IRenderedComponent<LastTold> told) => told.FindAll("tbody")[0].Children.Select(row => row.Children[1].TextContent);

    private Task LookAsync(Role role) => house.Get<AccessLedger>().RecordCaseAsync(supplier.Person, Guid.NewGuid(), house.ActOf(Guid.NewGuid(), role));
}
