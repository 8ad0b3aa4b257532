using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SrmBlazor.Data;
using SrmBlazor.Data.Signing;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.PrivacyCenter.Formats;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Transfers;

[Collection(BrowserCollection.Name)]
public sealed class TransferBrowserTests(Browser browser)
{
    private const string StaffPassword = "plum-orbit-teapot-lantern-91";

    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task From_the_wish_to_the_download_without_script_and_the_answer_on_paper(string language, bool dark)
    {
        await using var scope = browser.Services.CreateAsyncScope();
        await using var visit = await browser.VisitAsync(language, dark: dark);
        await using var first = await browser.VisitAsync(language, dark: !dark);
        await using var second = await browser.VisitAsync(language);
        var supplier = await Home.HomeBrowserTests.ActivateAsync(scope.ServiceProvider, visit, language, given: Registrant.Everything with { Mailbox = $"{Guid.NewGuid():N}@supplier.example" });
        await SignInStaffAsync(scope.ServiceProvider, first);
        await SignInStaffAsync(scope.ServiceProvider, second);

        await visit.GotoInteractiveAsync("/privacy/transfer");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".summary:focus").WaitForAsync();
        await CheckAsync(visit, $"transfer-fault_{language}");
        await visit.Page.FillAsync("#Controller", "Pelican Shipping AS");
        await visit.Page.SelectOptionAsync("#Country", "NO");
        await visit.Page.FillAsync("#Mailbox", "data@pelican.test");
        await visit.Page.CheckAsync("#Way");
        await visit.Page.CheckAsync("#Agrees");
        await visit.Page.CheckAsync("#AgreesAbroad");
        await visit.Page.ClickAsync("details.why > summary");
        await CheckAsync(visit, $"transfer_{language}");
        await visit.Page.ClickAsync("form .actions .button");
        await visit.Page.Locator(".notice.success:focus").WaitForAsync();
        await CheckAsync(visit, $"transfer-sent_{language}");
        var reference = (await visit.Page.Locator(".notice.success a").TextContentAsync())!.Trim();

        await first.GotoInteractiveAsync($"/staff/requests/{reference}");
        await DoAsync(first, "Claim", null);
        var conditions = first.Page.Locator("section[aria-labelledby=transfer] input[type=checkbox]:enabled");
        await conditions.First.WaitForAsync();
        Assert.Equal(5, await conditions.CountAsync());
        await first.Page.ClickAsync("section[aria-labelledby=transfer] .actions button");
        await Assertions.Expect(first.Page.Locator("section[aria-labelledby=transfer] .error")).Not.ToBeEmptyAsync();
        foreach (var condition in await conditions.AllAsync())
        {
            await condition.CheckAsync();
        }

        await CheckAsync(first, $"staff-transfer_{language}");
        await first.Page.ClickAsync("section[aria-labelledby=transfer] .actions button");
        await conditions.First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await DoAsync(first, "Fulfil", "We send it.");
        await second.GotoInteractiveAsync($"/staff/requests/{reference}");
        await DoAsync(second, "Approve", null);

        await Assertions.Expect(visit.Page.Locator(".table tbody tr")).ToContainTextAsync(language == "en" ? "The link was mailed" : "链接已寄出");
        await CheckAsync(visit, $"transfer-mailed_{language}");
        await FetchAsync(scope.ServiceProvider, supplier.Person, language);
        await Assertions.Expect(visit.Page.Locator(".table tbody tr")).ToContainTextAsync(language == "en" ? "Downloaded by them" : "对方已下载");

        await visit.GotoAsync($"/privacy/requests/{reference}/letter");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.PictureAsync($"letter-print_{language}");
        Assert.False(await visit.Page.Locator(".site-header").IsVisibleAsync());
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await CheckAsync(visit, $"letter_{language}");
        await second.GotoAsync($"/staff/requests/{reference}/letter");
        await CheckAsync(second, $"staff-letter_{language}");
        Assert.Empty(Canary.Search("addresses", [.. visit.Addresses, .. first.Addresses], "elican"));
    }

    /// <summary>The other controller, with a browser without script.</summary>
    private async Task FetchAsync(IServiceProvider services, Guid person, string language)
    {
        var link = await LinkAsync(services.GetRequiredService<Store>(), person);
        await using var other = await browser.VisitAsync(language, script: false);
        await other.GotoAsync(link);
        await other.PictureAsync($"pickup_{language}_1280");
        await other.Page.SetViewportSizeAsync(320, 640);
        await other.PictureAsync($"pickup_{language}_320");
        var download = await other.Page.RunAndWaitForDownloadAsync(() => other.Page.ClickAsync("form .button"));
        await using var read = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await read.CopyToAsync(bytes);
        var keys = await services.GetRequiredService<SigningKeys>().PublishedAsync();
        Assert.NotNull(PackageManifest.Verify(bytes.ToArray(), keys));
        await using var again = await browser.VisitAsync(language);
        await again.GotoAsync(link);
        Assert.Equal(0, await again.Page.Locator("form[action^='/transfer']").CountAsync());
        await CheckAsync(again, $"pickup-dead_{language}");
    }

    /// <summary>The letter has left and is erased by now: another link to the same package.</summary>
    private static async Task<string> LinkAsync(Store store, Guid person)
    {
        await using var work = await store.WriteAsync();
        var transfer = await work.Db.Set<Transfer>().SingleAsync(one => one.PersonId == person);
        var token = MailedLinks.IssueAnother(work, LinkKind.TransferPickup, transfer.Id, TimeSpan.FromHours(1));
        await work.CommitAsync();
        return $"/transfer/{token}";
    }

    private static async Task DoAsync(BrowserVisit staff, string task, string? words)
    {
        await staff.Page.CheckAsync($"input[value={task}]:enabled");
        if (words is not null)
        {
            await staff.Page.FillAsync("#words", words);
        }

        var done = staff.Page.Locator($"input[value={task}]");
        await staff.Page.Locator("fieldset.choices:has(input[name=task]) ~ .actions button").ClickAsync();
        await done.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task SignInStaffAsync(IServiceProvider services, BrowserVisit visit)
    {
        var mailbox = $"{Guid.NewGuid():N}@operator.example";
        var accounts = services.GetRequiredService<StaffAccounts>();
        Assert.True(await accounts.InviteAsync(mailbox, Role.PrivacyOfficer, "en", new Act(Guid.NewGuid(), Role.Administrator, DateTime.UtcNow)));
        var person = (await services.GetRequiredService<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var token = await services.GetRequiredService<MailedLinks>().IssueAsync(work, LinkKind.StaffSetup, person, TimeSpan.FromHours(1));
        await work.CommitAsync();
        Assert.IsType<PasswordOutcome.Chosen>(await accounts.SetUpAsync(token, "Lin Qing", StaffPassword));
        await visit.GotoAsync("/account/sign-in");
        await visit.Page.FillAsync("#mailbox", mailbox);
        await visit.Page.FillAsync("#password", StaffPassword);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.LeaveSignInAsync();
    }

    private static async Task CheckAsync(BrowserVisit visit, string name)
    {
        await visit.PictureAsync(name + "_1280");
        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.PictureAsync(name + "_390");
        await visit.Page.SetViewportSizeAsync(320, 640);
        Assert.Equal(0, await visit.OverflowAsync());
        Assert.Empty(visit.Complaints);
        await visit.Page.SetViewportSizeAsync(1280, 900);
    }
}
