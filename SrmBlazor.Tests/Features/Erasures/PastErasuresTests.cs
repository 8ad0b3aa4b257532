using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Erasures.Pages;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

public sealed class PastErasuresTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private Leaver leaver = default!;
    private BunitAuthorizationContext user = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        leaver = await Leaver.BeginAsync(house);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>().AddScoped<HeldWords>().AddScoped<ErasureWords>()
            .AddSingleton(house.Get<MyErasures>()).AddSingleton(house.Get<Certificates>()).AddSingleton(house.Get<RecipientRegister>()).AddSingleton(house.Get<IOptions<OperatorOptions>>());
        user = this.AddAuthorization();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task The_list_leads_to_the_certificate_and_its_file_and_shows_nothing_before_there_is_one()
    {
        SignIn(leaver.Person);
        Assert.Empty(Render<PastErasures>().Markup.Trim());
        await EraseAsync();

        var list = Render<PastErasures>();
        var link = list.WaitForElement("li a").GetAttribute("href")!;
        Services.GetRequiredService<NavigationManager>().NavigateTo(link);
        var page = Render<CertificatePage>();

        var number = (await house.Get<MyErasures>().ListAsync(leaver.Act))[0].Number;
        page.WaitForAssertion(() => Assert.Contains(number.ToString(), page.Find("dd.mono").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/privacy/erasures/{number}/1", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_elses_number_opens_nothing()
    {
        await EraseAsync();
        SignIn(Guid.NewGuid());
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/privacy/erasure?number={(await house.Get<MyErasures>().ListAsync(leaver.Act))[0].Number}");

        var page = Render<CertificatePage>();

        Assert.Empty(page.FindAll("dl, a[download]"));
    }

    private void SignIn(Guid person)
    {
        user.SetAuthorized(person.ToString());
        user.SetRoles(nameof(Role.Supplier));
        user.SetClaims(new Claim(ClaimTypes.NameIdentifier, person.ToString()));
    }

    private async Task EraseAsync()
    {
        await using (var db = house.Store.Read())
        {
            await leaver.EraseAsync(ErasureScope.Of(await db.Set<SealedRow>().Where(row => row.PersonId == leaver.Person && row.Kind == "city" && row.State == RowState.Live).Select(row => row.Id).SingleAsync()));
        }

        await house.Get<ErasureRound>().RunAsync();
    }
}
