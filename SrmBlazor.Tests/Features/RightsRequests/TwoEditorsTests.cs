using Bunit;
using Microsoft.AspNetCore.Components;
using SrmBlazor.Data;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>Two officers in one case: whoever is overtaken is told by what, and loses no word.</summary>
public sealed class TwoEditorsTests : PageTests
{
    private const string Draft = "Half an hour of careful words about the pelican.";

    protected override Task PrepareAsync()
    {
        As(Applicant.Officer, Role.PrivacyOfficer);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task Who_is_overtaken_keeps_the_text_is_told_by_what_and_sends_again_on_the_new_state()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.InHandAsync();
        var page = Render<RequestPage>(one => one.Add(it => it.Reference, reference));
        Choose(page, DeskTask.Write);
        page.Find("#words").Change(Draft);

        Applicant.Done(await applicant.Desk.WriteAsync(reference, await applicant.StampAsync(reference), "A colleague was quicker.", applicant.ActOf(Applicant.Second)));

        page.WaitForAssertion(() => Assert.Contains("Message – a colleague", page.Find(".notice[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Draft, page.Find("#words").GetAttribute("value"));
        Send(page, DeskTask.Write);
        page.WaitForAssertion(() => Assert.Contains("nothing was sent", page.Find("#words-error").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain((await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps, step => step.Text == Draft);
        Assert.Equal(Draft, page.Find("#words").GetAttribute("value"));

        Send(page, DeskTask.Write);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#words")));
        Assert.Equal(["A colleague was quicker.", Draft], (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps.TakeLast(2).Select(step => step.Text));
    }

    [Fact]
    public async Task Where_it_can_no_longer_be_done_the_text_stays_to_be_copied()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.InHandAsync();
        var page = Render<RequestPage>(one => one.Add(it => it.Reference, reference));
        Choose(page, DeskTask.Answer);
        page.Find("#words").Change(Draft);

        Applicant.Done(await applicant.Decisions.AnswerAsync(reference, await applicant.StampAsync(reference), "It was nothing.", applicant.ActOf(Applicant.Second)));

        page.WaitForAssertion(() => Assert.Contains("no longer possible", page.Find(".notice[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(Draft, page.Find("#words").GetAttribute("value"));
        Assert.True(Button(page, DeskTask.Answer).HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_note_and_a_tick_of_a_colleague_overtake_nobody_and_are_seen_at_once()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.InHandAsync(RequestKind.Complaint);
        var page = Render<RequestPage>(one => one.Add(it => it.Reference, reference));
        Choose(page, DeskTask.Write);
        page.Find("#words").Change(Draft);
        var (tasks, second) = (House.Get<CaseTasks>(), applicant.ActOf(Applicant.Second));
        var task = (await tasks.ListAsync(reference, second))!.Single(one => one.Kind == CaseTaskKind.LookInto);

        Applicant.Done(await tasks.FinishAsync(reference, task.Id, task.Stamp, second));
        Applicant.Done(await House.Get<CaseNotes>().AddAsync(reference, "The colleague noted this.", second));

        page.WaitForAssertion(() => Assert.Contains("The colleague noted this.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Done by a colleague", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".notice[role=alert]"));
        Send(page, DeskTask.Write);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#words")));
        Assert.Equal(Draft, (await applicant.Mine.OpenAsync(reference, applicant.Act))!.Steps[^1].Text);
    }

    [Fact]
    public async Task An_officer_ticks_a_task_off_and_opens_it_again()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.InHandAsync(RequestKind.Complaint);
        var page = Render<RequestPage>(one => one.Add(it => it.Reference, reference));
        Assert.Contains("2 open", page.Markup, StringComparison.Ordinal);

        Line(page, "Look into").QuerySelector("input")!.Change(true);

        page.WaitForAssertion(() => Assert.Contains("1 open", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Done by you", Line(page, "Look into").TextContent, StringComparison.Ordinal);
        Line(page, "Look into").QuerySelector("input")!.Change(false);
        page.WaitForAssertion(() => Assert.Contains("2 open", page.Markup, StringComparison.Ordinal));
        Assert.True(Line(page, "Send the answer").QuerySelector("input")!.HasAttribute("disabled"));
        House.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("2 overdue", Render<RequestPage>(one => one.Add(it => it.Reference, reference)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_has_the_case_open_is_seen_until_their_page_is_gone_and_a_hidden_page_counts_as_gone()
    {
        var applicant = await Applicant.BeginAsync(House);
        var (reference, visits, theirs) = (await applicant.InHandAsync(), House.Get<CaseVisits>(), Guid.NewGuid());
        var page = Render<RequestPage>(one => one.Add(it => it.Reference, reference));
        var line = page.FindComponent<CaseCompanyLine>().Instance;

        await page.InvokeAsync(line.StayAsync);
        await visits.SeeAsync(reference, theirs, applicant.ActOf(Applicant.Second));

        page.WaitForAssertion(() => Assert.Contains("A colleague has this case open", page.Markup, StringComparison.Ordinal));
        Assert.Equal(1, await OthersAsync());
        await visits.LeaveAsync(reference, theirs, applicant.ActOf(Applicant.Second));
        page.WaitForAssertion(() => Assert.DoesNotContain("has this case open", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(line.GoAsync);
        Assert.Equal(0, await OthersAsync());
        await page.InvokeAsync(line.StayAsync);
        Assert.Equal(1, await OthersAsync());
        await visits.WriteMineAsync(reference, Guid.NewGuid(), applicant.Act);
        page.WaitForAssertion(() => Assert.Contains("The person is writing", page.Markup, StringComparison.Ordinal));
        await DisposeComponentsAsync();
        Assert.Equal(0, await OthersAsync());

        async Task<int> OthersAsync() => (await visits.CompanyAsync(reference, applicant.ActOf(Applicant.Second)))!.Colleagues;
    }

    private static void Choose(IRenderedComponent<RequestPage> page, DeskTask task) => page.Find($"input[value={task}]").Change(task.ToString());

    private static void Send(IRenderedComponent<RequestPage> page, DeskTask task) => Button(page, task).Click();

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<RequestPage> page, DeskTask task) =>
        page.FindAll("button").Single(button => button.TextContent == (task == DeskTask.Answer ? "Answer" : "Write to the person"));

    private static AngleSharp.Dom.IElement Line(IRenderedComponent<RequestPage> page, string words) =>
        page.FindAll(".case-tasks > li").Single(line => line.TextContent.Contains(words, StringComparison.Ordinal));
}
