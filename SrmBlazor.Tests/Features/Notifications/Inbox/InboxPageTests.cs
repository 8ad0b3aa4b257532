using Bunit;
using SrmBlazor.Data;
using SrmBlazor.Features.Notifications.Inbox.Pages;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications.Inbox;

public sealed class InboxPageTests : PageTests
{
    private Applicant applicant = default!;

    protected override async Task PrepareAsync()
    {
        applicant = await Applicant.BeginAsync(House);
        As(applicant.Person, Role.Supplier);
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
        Assert.Equal(0, await House.Get<MyInbox>().UnreadAsync(applicant.Act));
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
        Assert.False((await House.Get<MailChoices>().ListAsync(applicant.Act)).Kinds.Single(wish => wish.Kind == InboxKind.Message).ByMail);
    }

    [Fact]
    public void Nobody_without_an_account_is_shown_an_inbox()
    {
        AsNobody();

        Assert.Empty(Render<InboxLink>().Markup.Trim());
    }
}
