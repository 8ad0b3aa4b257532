using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using static Microsoft.Playwright.Assertions;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>A case from the first doubt to the list that says something else: by the pages of everybody who has a part in it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreeningLifeBrowserTests(Browser browser)
{
    private static readonly Words English = new(
        "Escalate", "You escalated this hit", "Propose to confirm", "A second person has to agree", "Agree: confirm it", "you can contest it here", "I am not the one you mean.", "Contest the decision", "Two people who had no part",
        "Load again", "You decided this.", "Propose: they are right", "Please write the answer that the supplier will read.", "You were right, and we are sorry.", "Agree, and send the answer", "The review is finished.",
        "Stopped", "Go on", "Finished", "under review", ["This was cleared, and is open again: people decide anew.", "The entry says something else now."]);

    private static readonly Words Chinese = new(
        "升级", "此匹配由您升级", "建议确认", "须由另一人同意", "同意确认", "可以在此提出异议", "我不是您所指的人。", "提出异议", "两名未参与该决定的人员",
        "重新加载", "此项由您参与决定", "建议：异议成立", "请填写供应商将看到的答复。", "您说得对，我们深表歉意。", "同意并发送答复", "审查已完成",
        "已停止", "继续", "已完成", "正在审查中", ["此项曾被排除，现已重新打开，须由人员重新决定。", "名单条目内容已改变。"]);

    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    public async Task What_two_people_confirmed_is_contested_answered_by_two_others_and_open_again_when_the_entry_says_something_else(string language, bool dark)
    {
        var words = language == "en" ? English : Chinese;
        await using var scope = browser.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var supplier = await browser.VisitAsync(language, width: 390, dark: dark);
        var registrant = await supplier.SignInSupplierAsync(services, language, Registrant.Everything with { FullName = Subjects.Listed, Nationality = "RU" });
        await ListAsync(services, "RU");
        var reference = await ScreenedAsync(services, registrant);
        var address = $"/staff/screening/{reference}";
        var review = supplier.Page.Locator("[aria-labelledby=review-title]");

        // somebody is in doubt
        await using var first = await browser.VisitAsAsync(Role.Screener, language, dark);
        await first.GotoInteractiveAsync(address);
        await HitOf(first).Locator("textarea:enabled").FillAsync("In doubt.");
        await HitOf(first).GetByRole(AriaRole.Button, new() { Name = words.Escalate, Exact = true }).ClickAsync();
        await Expect(HitOf(first)).ToContainTextAsync(words.YouEscalated);
        await first.CheckAsync($"screening-escalated_{language}");

        // two others confirm it
        await using var second = await browser.VisitAsAsync(Role.Screener, language, dark);
        await second.GotoInteractiveAsync(address);
        await HitOf(second).Locator("select:enabled").SelectOptionAsync(nameof(DecisionReason.SamePerson));
        await HitOf(second).Locator("textarea").FillAsync("Everything agrees.");
        await HitOf(second).GetByRole(AriaRole.Button, new() { Name = words.Propose }).ClickAsync();
        await Expect(HitOf(second)).ToContainTextAsync(words.Waits);
        await second.CheckAsync($"screening-proposed_{language}");
        await using var third = await browser.VisitAsAsync(Role.Screener, language, dark);
        await third.GotoInteractiveAsync(address);
        await third.Page.GetByRole(AriaRole.Button, new() { Name = words.Agree, Disabled = false }).WaitForAsync();
        await third.CheckAsync($"screening-second_{language}");
        await third.Page.GetByRole(AriaRole.Button, new() { Name = words.Agree }).ClickAsync();
        await Expect(HitOf(third).Locator(".decide")).ToHaveCountAsync(0);

        // the supplier contests it, on a phone
        await supplier.GotoInteractiveAsync("/home");
        await Expect(review).ToContainTextAsync(words.Decided);
        await supplier.Page.Locator("#contest:enabled").FillAsync(words.Contest);
        await review.GetByRole(AriaRole.Button, new() { Name = words.Send }).ClickAsync();
        await Expect(review).ToContainTextAsync(words.TwoLook);
        await Expect(review.Locator("h3:focus")).ToHaveCountAsync(1);
        await supplier.CheckAsync($"screening-contested_{language}");

        // who decided is told that others answer; two of them do
        await second.Page.GetByRole(AriaRole.Button, new() { Name = words.Reload }).ClickAsync();
        await Expect(ContestOf(second)).ToContainTextAsync(words.YouDecided);
        await second.CheckAsync($"screening-contest-decider_{language}");
        await using var fourth = await browser.VisitAsAsync(Role.Screener, language, dark);
        await fourth.GotoInteractiveAsync(address);
        await fourth.Page.Locator("#contest-answer:enabled").WaitForAsync();
        await Expect(ContestOf(fourth)).ToContainTextAsync(words.Contest);
        await ContestOf(fourth).GetByRole(AriaRole.Button, new() { Name = words.Overturn }).ClickAsync();
        await Expect(ContestOf(fourth).GetByRole(AriaRole.Alert)).ToHaveTextAsync(words.NoAnswer);
        await fourth.CheckAsync($"screening-contest-empty_{language}");
        await fourth.Page.Locator("#contest-answer").FillAsync(words.Answer);
        await ContestOf(fourth).GetByRole(AriaRole.Button, new() { Name = words.Overturn }).ClickAsync();
        await Expect(ContestOf(fourth)).ToContainTextAsync(words.Waits);
        await using var fifth = await browser.VisitAsAsync(Role.Screener, language, dark);
        await fifth.GotoInteractiveAsync(address);
        await Expect(ContestOf(fifth)).ToContainTextAsync(words.Answer);
        await ContestOf(fifth).GetByRole(AriaRole.Button, new() { Name = words.Give, Disabled = false }).WaitForAsync();
        await fifth.CheckAsync($"screening-contest-second_{language}");
        await ContestOf(fifth).GetByRole(AriaRole.Button, new() { Name = words.Give }).ClickAsync();
        await Expect(ContestOf(fifth)).ToHaveCountAsync(0);
        await Expect(review).ToContainTextAsync(words.Passed);
        await Expect(review).ToContainTextAsync(words.Answer);
        await supplier.CheckAsync($"screening-answered_{language}");

        // the list says something else; an administrator lets go on what was stopped
        await using var administrator = await browser.VisitAsAsync(Role.Administrator, language, dark);
        await StopAsync(services, () => ListAsync(services, "BY"));
        await administrator.GotoInteractiveAsync("/staff/screening/lists");
        await Expect(administrator.Page.Locator(".rescreening [role=status]")).ToHaveTextAsync(words.Stopped);
        var goOn = administrator.Page.Locator(".rescreening").GetByRole(AriaRole.Button, new() { Name = words.GoOn, Disabled = false });
        await goOn.WaitForAsync();
        await administrator.CheckAsync($"rescreening-stopped_{language}");
        await goOn.ClickAsync();
        await services.GetRequiredService<Rescreenings>().RunAsync();
        await Expect(administrator.Page.Locator(".rescreening [role=status]")).ToHaveTextAsync(words.Finished);
        await administrator.CheckAsync($"rescreening-finished_{language}");

        // whoever was in doubt looks again and reads why
        await first.Page.GetByRole(AriaRole.Button, new() { Name = words.Reload }).ClickAsync();
        await Expect(HitOf(first).Locator(".notice p")).ToHaveTextAsync(words.Again);
        await first.CheckAsync($"screening-again_{language}");
        await Expect(review).ToContainTextAsync(words.UnderReview);
        await using var db = services.GetRequiredService<Store>().Read();
        var own = await db.Set<ScreeningCase>().Include(one => one.Hits).Include(one => one.Events).AsSplitQuery().SingleAsync(one => one.Reference == reference);
        Assert.Equal((ScreeningState.UnderReview, false), (own.State, own.IsContested));
        Assert.Equal(
            [ScreeningEventKind.Escalated, ScreeningEventKind.ConfirmationProposed, ScreeningEventKind.Confirmed, ScreeningEventKind.Contested, ScreeningEventKind.AnswerProposed, ScreeningEventKind.Overturned, ScreeningEventKind.Reopened],
            own.Events.OrderBy(step => step.Number).Select(step => step.Kind).Where(kind => kind is not (ScreeningEventKind.Screened or ScreeningEventKind.Found)));
        Assert.Equal(HitChange.Entry, own.Events.Single(step => step.Kind == ScreeningEventKind.Reopened).Change);
        Assert.Equal(ContestState.Overturned, (await db.Set<ScreeningContest>().SingleAsync(one => one.CaseId == own.Id)).State);
        Assert.Empty(Canary.Search("addresses", [.. first.Addresses, .. fourth.Addresses, .. supplier.Addresses], Subjects.Listed, "Zantropov"));
    }

    private static ILocator HitOf(BrowserVisit visit) => visit.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = Subjects.Listed });

    private static ILocator ContestOf(BrowserVisit visit) => visit.Page.Locator("[aria-labelledby=contest-title]");

    /// <summary>One entry bears the name, and says of whom it is a citizen.</summary>
    private static async Task ListAsync(IServiceProvider services, string nationality)
    {
        var (desk, keeper) = (services.GetRequiredService<ListDesk>(), new Act(Guid.NewGuid(), Role.Screener, services.GetRequiredService<TimeProvider>().Now()));
        var list = Subjects.ListOf(Subjects.Row(Subjects.Listed, nationality), Subjects.Row("Quella Morbennik", "KZ", $"{Guid.NewGuid()}"));
        var check = Assert.IsType<CheckResult.Ready>(await desk.CheckAsync(ListSource.Own, new MemoryStream(list), null, deliberate: true, keeper)).Check;
        Assert.Equal(TakeOutcome.Live, await desk.TakeAsync(check, keeper));
    }

    /// <summary>The identity check is passed.</summary>
    private static async Task<string> ScreenedAsync(IServiceProvider services, Registrant registrant)
    {
        var registration = await registrant.RegistrationAsync(services);
        var verifier = new Act(Guid.NewGuid(), Role.Verifier, services.GetRequiredService<TimeProvider>().Now());
        Assert.IsType<DecisionResult.Done>(await services.GetRequiredService<Decisions>().AcceptAsync(registration.Reference, registration.Stamp, verifier));
        Assert.True(await services.GetRequiredService<Screenings>().ScreenAsync(registrant.Person, ScreeningCause.Registration));
        await using var db = services.GetRequiredService<Store>().Read();
        return (await Screenings.FindAsync(db, registrant.Person))!.Reference;
    }

    /// <summary>The comparison of everybody is stopped after its first stretch, whoever runs it: this test or the round.</summary>
    private static async Task StopAsync(IServiceProvider services, Func<Task> change)
    {
        var (faults, rescreenings, stopped) = (services.GetRequiredService<FailPoints>(), services.GetRequiredService<Rescreenings>(), new TaskCompletionSource());
        var keeper = new Act(Guid.NewGuid(), Role.Administrator, services.GetRequiredService<TimeProvider>().Now());
        var before = (await rescreenings.NewestAsync(keeper))?.Id;
        faults.Reached = step =>
        {
            if (step == "rescreening.after-commit" && CancelAsync().GetAwaiter().GetResult())
            {
                faults.Reached = null;
                stopped.SetResult();
            }
        };
        await change();
        await rescreenings.RunAsync();
        await stopped.Task.WaitAsync(TimeSpan.FromMinutes(1));

        async Task<bool> CancelAsync() => await rescreenings.NewestAsync(keeper) is { } newest && newest.Id != before && await rescreenings.CancelAsync(newest.Id, keeper);
    }

    /// <summary>What the pages say, in the order in which they say it.</summary>
    private sealed record Words(
        string Escalate, string YouEscalated, string Propose, string Waits, string Agree, string Decided, string Contest, string Send, string TwoLook,
        string Reload, string YouDecided, string Overturn, string NoAnswer, string Answer, string Give, string Passed,
        string Stopped, string GoOn, string Finished, string UnderReview, string[] Again);
}
