using Bunit;
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
public sealed class LastToldTests : PageTests
{
    private Registrant supplier = default!;

    protected override async Task PrepareAsync()
    {
        supplier = await Registrant.ActivateAsync(House);
        As(supplier.Person, Role.Supplier);
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
            House.Clock.Advance(TimeSpan.FromMinutes(1));
            await LookAsync(role);
        }

        await supplier.ShareAsync(House, twice: true);
        Assert.True((await supplier.SendAsync(House, Sharer.AtHome)).Left);
        Assert.True((await supplier.SendAsync(House, Sharer.AtHome)).Left);
        Assert.Equal(4, (await House.DisclosuresAsync()).Count);

        var told = Render<LastTold>();

        Assert.Equal([3, 3], told.FindAll("tbody").Select(body => body.Children.Length));
        Assert.Equal(["Screener", "Privacy officer", "Coordinator"], Lookers(told));
        Assert.Equal(["/privacy/data#looks", "/privacy/sharing#past"], told.FindAll("p > a").Select(link => link.GetAttribute("href")));
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(Role.Auditor);
        told.WaitForAssertion(() => Assert.Equal(["Auditor", "Screener", "Privacy officer"], Lookers(told)));
    }

    private static IEnumerable<string> Lookers(IRenderedComponent<LastTold> told) => told.FindAll("tbody")[0].Children.Select(row => row.Children[1].TextContent);

    private Task LookAsync(Role role) => House.Get<AccessLedger>().RecordCaseAsync(supplier.Person, Guid.NewGuid(), House.ActOf(Guid.NewGuid(), role));
}
