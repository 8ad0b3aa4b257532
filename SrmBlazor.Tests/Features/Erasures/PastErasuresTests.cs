using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Disclosures;
using SrmBlazor.Features.Erasures.Pages;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.Policies;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

public sealed class PastErasuresTests : PageTests
{
    private Leaver leaver = default!;

    protected override async Task PrepareAsync()
    {
        leaver = await Leaver.BeginAsync(House);
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

        var number = (await House.Get<MyErasures>().ListAsync(leaver.Act))[0].Number;
        page.WaitForAssertion(() => Assert.Contains(number.ToString(), page.Find("dd.mono").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/privacy/erasures/{number}/1", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_elses_number_opens_nothing()
    {
        await EraseAsync();
        SignIn(Guid.NewGuid());
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/privacy/erasure?number={(await House.Get<MyErasures>().ListAsync(leaver.Act))[0].Number}");

        var page = Render<CertificatePage>();

        Assert.Empty(page.FindAll("dl, a[download]"));
    }

    private void SignIn(Guid person)
    {
        As(person, Role.Supplier);
    }

    private async Task EraseAsync()
    {
        await using (var db = House.Store.Read())
        {
            await leaver.EraseAsync(ErasureScope.Of(await db.Set<SealedRow>().Where(row => row.PersonId == leaver.Person && row.Kind == "city" && row.State == RowState.Live).Select(row => row.Id).SingleAsync()));
        }

        await House.Get<ErasureRound>().RunAsync();
    }
}
