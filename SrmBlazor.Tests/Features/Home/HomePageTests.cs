using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Policies;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Home;

public sealed class HomePageTests : PageTests
{
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
        ComponentFactories.AddStub<SignOutForm>();
    }

    [Fact]
    public async Task A_decision_arrives_on_the_open_page_and_is_announced()
    {
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.Contains("We are checking your identity.", page.Find(".lede").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("[role=status]").TextContent);

        var registration = await supplier.RegistrationAsync(House);
        await House.Get<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, House.ActOf(Guid.NewGuid(), Role.Verifier));

        page.WaitForAssertion(() => Assert.Contains("Your identity is verified.", page.Find(".lede").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Deletion receipts", page.Markup, StringComparison.Ordinal));
        Assert.NotEqual("", page.Find("[role=status]").TextContent);
    }
}
