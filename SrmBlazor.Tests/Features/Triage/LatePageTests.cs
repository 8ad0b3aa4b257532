using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class LatePageTests : PageTests
{
    private Applicant applicant = default!;
    private string reference = "";

    protected override async Task PrepareAsync()
    {
        applicant = await Applicant.BeginAsync(House);
        reference = await applicant.SubmitAsync();
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

    [Theory]
    [InlineData("en", "nobody", "you")]
    [InlineData("zh-CN", "无人", "您")]
    public async Task A_row_says_whose_hands_it_is_in_a_colleague_by_the_masked_name(string language, string nobody, string you)
    {
        Speak(language);
        var (me, colleague) = (await Desk.StaffAsync(House, "Imogen Vale"), await Desk.StaffAsync(House, "Sun Adebayo"));
        var (mine, theirs) = (await TakenAsync(me), await TakenAsync(colleague));
        House.Clock.Advance(TimeSpan.FromDays(40));
        As(me, Role.PrivacyOfficer);

        var page = Render<LatePage>();
        page.WaitForElement($"#{theirs}");

        Assert.Equal([nobody, you, "S••• A•••"], new[] { reference, mine, theirs }.Select(one => page.Find($"#{one} td:last-child").TextContent));
        Assert.All(["Imogen", "Vale", "Adebayo"], word => Assert.DoesNotContain(word, page.Markup, StringComparison.Ordinal));
    }

    private async Task<string> TakenAsync(Guid staff)
    {
        var taken = await applicant.SubmitAsync();
        Applicant.Done(await applicant.Desk.ClaimAsync(taken, await applicant.StampAsync(taken), applicant.ActOf(staff)));
        return taken;
    }
}
