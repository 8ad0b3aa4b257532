using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class LatePageTests : PageTests
{
    private string reference = "";

    protected override async Task PrepareAsync()
    {
        reference = await (await Applicant.BeginAsync(House)).SubmitAsync();
        House.Clock.Advance(TimeSpan.FromDays(40));
    }

    [Theory]
    [InlineData(Role.PrivacyOfficer, true)]
    [InlineData(Role.Administrator, false)]
    public void A_row_is_where_a_warning_leads_and_only_who_may_open_the_case_finds_a_link(Role role, bool opens)
    {
        As(Guid.NewGuid(), role);

        var page = Render<LatePage>();
        page.WaitForElement($"#{reference}");

        Assert.Equal(opens, page.FindAll($"#{reference} a").Count == 1);
        Assert.Contains("late", page.Find($"#{reference} .tag.danger").TextContent, StringComparison.Ordinal);
        Assert.Contains("40 days", page.Find($"#{reference}").TextContent, StringComparison.Ordinal);
        Assert.Contains("too little was answered", page.Markup, StringComparison.Ordinal);
    }
}
