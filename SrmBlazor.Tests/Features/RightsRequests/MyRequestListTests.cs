using Bunit;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What somebody reads of their own requests, on the page of all rights and on that of requests.</summary>
public sealed class MyRequestListTests : PageTests
{
    private Applicant applicant = null!;

    protected override async Task PrepareAsync()
    {
        applicant = await Applicant.BeginAsync(House);
        As(applicant.Person, Role.Supplier);
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
        House.Clock.Advance(TimeSpan.FromDays(7));
        Applicant.Done(await applicant.Desk.ClaimAsync(reference, await applicant.StampAsync(reference), applicant.ActOf(Applicant.Officer)));
        list.WaitForAssertion(() => Assert.Contains("5 of 15 days counted", Row(list), StringComparison.Ordinal));
        Assert.Contains("Being handled", Row(list), StringComparison.Ordinal);
    }

    private static string Row(IRenderedComponent<MyRequestList> list) => list.Find("tbody tr").TextContent;
}
