using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Home;
using SrmBlazor.Features.RightsRequests.Cases;
using SrmBlazor.Features.RightsRequests.Pages;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>In a case no word that was typed is lost unasked, and the focus goes where something happened.</summary>
public sealed class CaseWordsTests : PageTests
{
    private const string Draft = "Half an hour of careful words about the pelican.";

    protected override Task PrepareAsync()
    {
        As(Applicant.Officer, Role.PrivacyOfficer);
        return base.PrepareAsync();
    }

    [Fact]
    public async Task What_was_typed_for_one_task_is_there_again_after_another_was_looked_at()
    {
        var applicant = await Applicant.BeginAsync(House);
        var page = Open(await applicant.InHandAsync());
        Choose(page, DeskTask.Write);
        page.Find("#words").Change(Draft);

        Choose(page, DeskTask.AskClarification);

        Assert.Equal("", page.Find("#words").GetAttribute("value") ?? "");
        page.Find("#words").Change("Which pelican?");
        Choose(page, DeskTask.Release);
        Choose(page, DeskTask.Write);
        Assert.Equal(Draft, page.Find("#words").GetAttribute("value"));
        Choose(page, DeskTask.AskClarification);
        Assert.Equal("Which pelican?", page.Find("#words").GetAttribute("value"));
    }

    [Fact]
    public async Task Leaving_asks_first_while_words_are_unsent_and_not_once_they_are_sent()
    {
        var applicant = await Applicant.BeginAsync(House);
        var reference = await applicant.InHandAsync();
        var navigation = (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/staff/requests/{reference}");
        var asked = JSInterop.Setup<bool>("confirm", _ => true).SetResult(false);
        var page = Open(reference);
        Choose(page, DeskTask.Write);
        navigation.NavigateTo("/staff/requests");
        Assert.Empty(asked.Invocations);
        navigation.NavigateTo($"/staff/requests/{reference}");
        page.Find("#words").Change(Draft);

        navigation.NavigateTo("/staff/requests");

        Assert.Contains("not been sent", (string)Assert.Single(asked.Invocations).Arguments[0]!, StringComparison.Ordinal);
        Assert.Equal(NavigationState.Prevented, navigation.History.First().State);
        Press(page, "Write to the person");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#words")));
        navigation.NavigateTo("/staff/requests");
        Assert.Single(asked.Invocations);
        Assert.Equal(NavigationState.Succeeded, navigation.History.First().State);
    }

    [Fact]
    public async Task Once_something_was_sent_the_focus_is_where_it_is_said()
    {
        var applicant = await Applicant.BeginAsync(House);
        var page = Open(await applicant.InHandAsync());
        Choose(page, DeskTask.Write);
        page.Find("#words").Change(Draft);

        Press(page, "Write to the person");

        page.WaitForAssertion(() => Assert.Equal("Done: Write to the person.", page.Find("[role=status][tabindex] .notice").TextContent));
        // the text box is gone, so that nothing else could have asked for it
        page.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["Blazor._internal.domWrapper.focus"]));
    }

    [Fact]
    public async Task To_see_a_name_in_clear_the_focus_goes_to_the_reasons_and_then_to_the_name()
    {
        var applicant = await Applicant.BeginAsync(House);
        var page = Open(await applicant.InHandAsync());

        Press(page, "Show in clear");
        page.WaitForAssertion(() => IsFocused(page, "aside fieldset"));
        Press(page, "Cancel");
        page.WaitForAssertion(() => IsFocused(page, "aside p > button"));
        Press(page, "Show in clear");
        page.Find("aside fieldset button").Click();

        page.WaitForAssertion(() => IsFocused(page, "aside .revealed"));
        Assert.Contains("Qvarnström", page.Find("aside .revealed").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Also to who listens and to who goes by keys: no style sheet puts it there.</summary>
    [Fact]
    public async Task A_case_says_who_asks_and_until_when_before_it_says_what_to_do()
    {
        var applicant = await Applicant.BeginAsync(House);
        var page = Open(await applicant.InHandAsync());
        string[] parts = ["id=\"who\"", "We aim to answer by", "name=\"task\"", "id=\"way\""];

        var places = parts.Select(part => page.Markup.IndexOf(part, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private IRenderedComponent<RequestPage> Open(string reference) => Render<RequestPage>(one => one.Add(it => it.Reference, reference));

    /// <summary>The last thing that was given the focus.</summary>
    private void IsFocused(IRenderedComponent<RequestPage> page, string selector) =>
        JSInterop.Invocations["Blazor._internal.domWrapper.focus"][^1].Arguments[0].ShouldBeElementReferenceTo(page.Find(selector));

    private static void Choose(IRenderedComponent<RequestPage> page, DeskTask task) => page.Find($"input[value={task}]").Change(task.ToString());

    private static void Press(IRenderedComponent<RequestPage> page, string words) => page.FindAll("button").Single(button => button.TextContent == words).Click();
}
