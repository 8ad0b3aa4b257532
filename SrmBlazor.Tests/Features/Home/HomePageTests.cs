using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Home;

public sealed class HomePageTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private Registrant supplier = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        supplier = await Registrant.ActivateAsync(house);
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<SignOutForm>();
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>().AddScoped<HeldWords>()
            .AddSingleton(house.Get<SupplierHome>()).AddSingleton(house.Get<MyData>()).AddSingleton(house.Get<ChangeFeed>()).AddSingleton(house.Get<IOptions<OperatorOptions>>())
            .AddSingleton(house.Get<MyScreening>());
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
    public async Task A_decision_arrives_on_the_open_page_and_is_announced()
    {
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.Contains("We are checking your identity.", page.Find(".lede").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("[role=status]").TextContent);

        var registration = await supplier.RegistrationAsync(house);
        await house.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, house.ActOf(Guid.NewGuid(), Role.Verifier));

        page.WaitForAssertion(() => Assert.Contains("Your identity is verified.", page.Find(".lede").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Deletion receipts", page.Markup, StringComparison.Ordinal));
        Assert.NotEqual("", page.Find("[role=status]").TextContent);
    }
}
