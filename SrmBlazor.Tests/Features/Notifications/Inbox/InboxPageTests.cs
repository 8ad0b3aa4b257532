using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications.Inbox.Pages;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;
using ClaimTypes = System.Security.Claims.ClaimTypes;
using UserClaim = System.Security.Claims.Claim;

namespace SrmBlazor.Features.Notifications.Inbox;

public sealed class InboxPageTests : BunitContext, IAsyncLifetime
{
    private House house = default!;
    private Applicant applicant = default!;
    private BunitAuthorizationContext user = default!;

    public async Task InitializeAsync()
    {
        house = await House.BuildAsync(DatabaseProvider.Sqlite);
        applicant = await Applicant.BeginAsync(house);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(house.Clock).AddScoped<CurrentUser>()
            .AddSingleton(house.Get<MyInbox>()).AddSingleton(house.Get<MailChoices>()).AddSingleton(house.Get<ChangeFeed>());
        user = this.AddAuthorization();
        user.SetAuthorized(applicant.Person.ToString());
        user.SetRoles(nameof(Role.Supplier));
        user.SetClaims(new UserClaim(ClaimTypes.NameIdentifier, applicant.Person.ToString()));
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task What_comes_in_is_counted_in_the_header_and_stands_on_the_open_page_until_it_is_read()
    {
        var link = Render<InboxLink>();
        var page = Render<InboxPage>();
        page.WaitForElement(".empty");
        Assert.Equal("Inbox", link.Find("a").TextContent.Trim());

        var reference = await applicant.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(reference, page.Find(".notices .unread a").TextContent, StringComparison.Ordinal));
        link.WaitForAssertion(() => Assert.Equal(["Inbox", "1", "unread"], link.FindAll("a span").Select(word => word.TextContent)));
        Assert.Equal($"/privacy/requests/{reference}", page.Find(".notices a").GetAttribute("href"));

        page.FindAll("button").Single(button => button.TextContent == "Mark all as read").Click();

        link.WaitForAssertion(() => Assert.Equal("Inbox", link.Find("a").TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".unread")));
        Assert.Equal(0, await house.Get<MyInbox>().UnreadAsync(applicant.Act));
    }

    [Fact]
    public async Task A_kind_is_switched_off_for_mails_and_what_cannot_be_says_so()
    {
        var page = Render<MailChoicesPage>();
        page.WaitForElement("input[type=checkbox]");
        Assert.Contains("Decisions", page.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Decisions", page.Find(".choices").TextContent, StringComparison.Ordinal);

        page.FindAll("label").Single(label => label.TextContent.Trim().StartsWith("Messages about your requests", StringComparison.Ordinal)).QuerySelector("input")!.Change(false);

        page.WaitForAssertion(() => Assert.Equal("Saved: “Messages about your requests” stands in your inbox only.", page.Find("[role=status]").TextContent));
        Assert.False((await house.Get<MailChoices>().ListAsync(applicant.Act)).Kinds.Single(wish => wish.Kind == InboxKind.Message).ByMail);
    }

    [Fact]
    public void Nobody_without_an_account_is_shown_an_inbox()
    {
        user.SetNotAuthorized();

        Assert.Empty(Render<InboxLink>().Markup.Trim());
    }
}
