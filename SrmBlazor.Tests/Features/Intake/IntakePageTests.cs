using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Intake;

/// <summary>The pages by plain requests, as a browser without script sends them.</summary>
public sealed class IntakePageTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task No_answer_of_the_form_tells_whose_mailbox_it_is_and_the_same_is_done_for_all()
    {
        var expected = await TypedAsync(await host.People.MailboxOfAsync(Standing.Open));

        foreach (var standing in new[] { Standing.Unknown, Standing.Locked, Standing.Closed })
        {
            var actual = await TypedAsync(await host.People.MailboxOfAsync(standing));

            Assert.Equal(expected.Page, actual.Page);
            Assert.Equal(expected, actual);
        }

        Assert.Contains("Check your mailbox", expected.Page, StringComparison.Ordinal);
        // a person, what was typed and one letter with its link: no more and no less
        Assert.Equal((1, 2, 1, 1), (expected.Persons, expected.Rows, expected.Letters, expected.Links));
    }

    [Fact]
    public async Task Many_letters_to_one_mailbox_are_refused_alike_for_known_and_unknown()
    {
        foreach (var standing in new[] { Standing.Open, Standing.Unknown })
        {
            var mailbox = await host.People.MailboxOfAsync(standing);
            List<int> statuses = [];
            for (var i = 0; i < 4; i++)
            {
                statuses.Add((await TypedAsync(mailbox)).Status);
            }

            Assert.Equal([200, 200, 200, 429], statuses);
        }
    }

    [Fact]
    public async Task What_is_missing_is_said_at_once_and_nothing_is_kept()
    {
        using var visit = new Visit(host, ("Accept-Language", "zh-CN"));
        var before = await FiguresAsync();

        var answer = await visit.PostAsync("/rights", "typed", ("Form.Right", "Lawyer"), ("Form.Mailbox", "nobody"));

        Assert.Contains("请选择请求事项", answer.Body, StringComparison.Ordinal);
        Assert.Contains("请填写当事人的姓名", answer.Body, StringComparison.Ordinal);
        Assert.Contains("请填写完整的邮箱", answer.Body, StringComparison.Ordinal);
        Assert.Contains("请填写具体内容", answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, await FiguresAsync());
    }

    [Fact]
    public async Task Looking_uses_nothing_up_and_the_button_leads_to_the_page_of_the_request()
    {
        var token = await host.People.LinkAsync(LinkKind.RightsRequest, await TypistAsync($"{Guid.NewGuid():N}@harbour.test"));
        using var visit = new Visit(host);
        Assert.Contains("Make the request", (await visit.GetAsync($"/rights/confirm/{token}")).Body, StringComparison.Ordinal);

        var made = await visit.PostAsync($"/rights/confirm/{token}", "confirm");

        Assert.Equal(HttpStatusCode.Found, made.Status);
        var page = await visit.GetAsync(made.Location!.ToString());
        Assert.Contains(Stranger.Words, page.Body, StringComparison.Ordinal);
        Assert.Contains("Waiting to be taken in hand", page.Body, StringComparison.Ordinal);
        Assert.Contains("It has been used", (await visit.GetAsync($"/rights/confirm/{token}")).Body, StringComparison.Ordinal);
        Assert.Contains("This link does not work", (await visit.GetAsync("/rights/guessed")).Body, StringComparison.Ordinal);
    }

    private async Task<Guid> TypistAsync(string mailbox)
    {
        await TypedAsync(mailbox);
        await using var db = host.Get<Store>().Read();
        return (await db.Set<MailedLink>().Where(link => link.Kind == LinkKind.RightsRequest).OrderByDescending(link => link.Id).FirstAsync()).PersonId!.Value;
    }

    private async Task<Seen> TypedAsync(string mailbox)
    {
        using var visit = new Visit(host);
        var before = await FiguresAsync();
        var answer = await visit.PostAsync("/rights", "typed", ("Form.Right", "Self"), ("Form.Kind", nameof(RequestKind.Other)), ("Form.Mailbox", mailbox), ("Form.Text", Stranger.Words));
        var after = await FiguresAsync();
        return new Seen((int)answer.Status, answer.Location, answer.Without(mailbox), answer.SetCookies.Count,
            after.Persons - before.Persons, after.Rows - before.Rows, after.Letters - before.Letters, after.Links - before.Links);
    }

    private async Task<(int Persons, int Rows, int Letters, int Links)> FiguresAsync()
    {
        await using var db = host.Get<Store>().Read();
        return (await db.Set<Person>().CountAsync(), await db.Set<SealedRow>().CountAsync(), await db.Set<Notifications.OutboxMail>().CountAsync(), await db.Set<MailedLink>().CountAsync());
    }

    private sealed record Seen(int Status, Uri? Location, string Page, int Cookies, int Persons, int Rows, int Letters, int Links);
}
