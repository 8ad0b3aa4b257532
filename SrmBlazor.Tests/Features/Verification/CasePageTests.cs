using Bunit;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Verification.Pages;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

public sealed class CasePageTests : PageTests
{
    protected override Task PrepareAsync()
    {
        As(WaitingCase.Verifier, Role.Verifier);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task A_colleagues_decision_appears_at_once_and_keeps_what_was_typed()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);
        Choose(page, "Refuse");
        page.Find("#decision-text").Input("The photo is of somebody else.");

        await House.Get<Decisions>().AcceptAsync(waiting.Reference, await waiting.StampAsync(House), WaitingCase.ActOf(House, WaitingCase.OtherVerifier));

        page.WaitForAssertion(() => Assert.Contains("Another identity checker accepted it", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("The photo is of somebody else.", page.Find("#kept-text").TextContent);
        Assert.Empty(page.FindAll("#decision-text"));
    }

    [Fact]
    public async Task A_lost_race_is_told_and_nothing_is_sent()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);
        Choose(page, "Refuse");
        page.Find("input[name=ground][value=DetailsDisagree]").Change("DetailsDisagree");
        Press(page, "Continue");
        // the announcement of a colleague on another node has not arrived
        await using (var work = await House.Store.WriteAsync())
        {
            (await work.Db.FindAsync<SupplierRegistration>((await waiting.RegistrationAsync(House)).Id))!.HandOver(WaitingCase.OtherVerifier, House.ActOf(WaitingCase.OtherVerifier, Role.Verifier));
            await work.CommitAsync();
        }

        Press(page, "Refuse and destroy the scan");

        page.WaitForAssertion(() => Assert.Contains("Another identity checker has taken it in hand.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(RegistrationState.IdentityCheck, (await waiting.RegistrationAsync(House)).State);
        Assert.Empty(await waiting.LettersAsync(House));
        Press(page, "Load the present state");
        page.WaitForAssertion(() => Assert.Contains("A colleague has this case in hand.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_is_worded_in_the_suppliers_language_and_confirmed_before_it_is_sent()
    {
        var waiting = await WaitingCase.BeginAsync(House, "zh-CN");
        var page = Open(waiting);
        Choose(page, "AskCorrection");
        Press(page, "Continue");
        Assert.Contains("Choose at least one thing", page.Find("#decision-flaw").TextContent, StringComparison.Ordinal);

        page.FindAll("input[type=checkbox]")[(int)CaseItem.Scan].Change(true);
        Assert.StartsWith("为完成您的身份核验", page.Find("#decision-text").GetAttribute("value") ?? page.Find("#decision-text").TextContent, StringComparison.Ordinal);
        Press(page, "Continue");
        Assert.Contains("The scan is destroyed now", page.Find("[aria-labelledby=confirm-title]").TextContent, StringComparison.Ordinal);
        Press(page, "Ask for the correction");

        page.WaitForAssertion(() => Assert.Contains("The correction is asked for.", page.Markup, StringComparison.Ordinal));
        var asked = Assert.Single(await waiting.EventsAsync(House));
        Assert.Equal([CaseItem.Scan], asked.Items);
        Assert.StartsWith("为完成您的身份核验", await House.Get<CaseHistory>().MessageOfAsync(asked), StringComparison.Ordinal);
        Assert.Contains(asked.ErasureId!.Value.ToString("D"), page.Find("[role=status].success").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_shown_for_a_reason_only_and_can_be_hidden_again()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);
        Assert.DoesNotContain("Zylphia", page.Markup, StringComparison.Ordinal);

        Press(page, "Reveal");
        Press(page, "Compare with the scan");

        page.WaitForAssertion(() => Assert.Contains(WaitingCase.Name, page.Markup, StringComparison.Ordinal));
        Assert.Contains(await House.Get<AccessLedger>().OfAsync(waiting.Person), line => line is { Kind: "identity", Reason: RevealReason.CompareWithScan });
        Press(page, "Hide");
        Assert.DoesNotContain("Zylphia", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scan_is_asked_for_only_when_it_is_to_be_shown()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);
        Assert.Empty(page.FindAll("img"));

        Press(page, "Show scan");
        Press(page, "Turn right");
        Press(page, "Zoom in");

        var scan = page.Find("img");
        Assert.Equal($"/staff/verifications/{waiting.Reference}/scan", scan.GetAttribute("src"));
        Assert.Equal("90", scan.GetAttribute("data-turn"));
        Assert.Equal("150", page.Find(".scan-view").GetAttribute("data-zoom"));
    }

    [Fact]
    public async Task A_child_is_reported_after_reading_what_will_happen_and_the_case_is_closed_to_everybody()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);
        Press(page, "Report a child");
        Assert.Contains("No colleague sees the case", page.Find("[aria-labelledby=child-confirm]").TextContent, StringComparison.Ordinal);
        Assert.Equal(RegistrationState.IdentityCheck, (await waiting.RegistrationAsync(House)).State);

        Press(page, "Report and stop the registration");

        page.WaitForAssertion(() => Assert.Contains("The registration is stopped.", page.Find("[role=status].success").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Masked", page.Markup, StringComparison.Ordinal);
        Assert.Equal(RegistrationState.AwaitsGuardian, (await waiting.RegistrationAsync(House)).State);
        Assert.Equal(CaseEventKind.ChildFound, Assert.Single(await waiting.EventsAsync(House)).Kind);
    }

    [Fact]
    public async Task A_case_that_a_colleague_reported_leaves_the_page_at_once()
    {
        var waiting = await WaitingCase.BeginAsync(House);
        var page = Open(waiting);

        await House.Get<Decisions>().ReportChildAsync(waiting.Reference, await waiting.StampAsync(House), WaitingCase.ActOf(House, WaitingCase.OtherVerifier));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("input[name=decision]")));
    }

    private IRenderedComponent<CasePage> Open(WaitingCase waiting)
    {
        var page = Render<CasePage>(parameters => parameters.Add(one => one.Reference, waiting.Reference));
        page.WaitForElement("input[name=decision]");
        return page;
    }

    private static void Choose(IRenderedComponent<CasePage> page, string kind) => page.Find($"input[name=decision][value={kind}]").Change(kind);

    private static void Press(IRenderedComponent<CasePage> page, string text) =>
        page.WaitForElements("button").First(button => button.TextContent.Trim() == text).Click();
}
