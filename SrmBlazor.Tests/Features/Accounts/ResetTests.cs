using System.Net;

namespace SrmBlazor.Features.Accounts;

public sealed class ResetTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private const string New = "kettle-cobalt-meadow-7";

    [Fact]
    public async Task A_new_password_replaces_the_old_one_opens_a_lock_and_ends_every_session()
    {
        using var visit = new Visit(host);
        var mailbox = await host.People.MailboxOfAsync(Standing.Locked);
        var person = (await host.Get<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        var session = host.Get<Sessions>().UserOf(await host.People.AccountAsync(person));
        var link = $"/account/reset?token={await host.People.LinkAsync(LinkKind.PasswordReset, person)}";

        var answer = await visit.PostAsync(link, "reset", ("Form.Password", New));

        Assert.Contains("Your password is changed", answer.Body, StringComparison.Ordinal);
        Assert.False(await host.Get<Sessions>().IsLiveAsync(session));
        Assert.Null(await host.Get<SignIns>().TryAsync(mailbox, Population.Password));
        Assert.NotNull(await host.Get<SignIns>().TryAsync(mailbox, New));
    }

    [Fact]
    public async Task Posting_the_form_twice_says_that_the_link_was_used()
    {
        using var visit = new Visit(host);
        var link = $"/account/reset?token={await host.People.LinkAsync(LinkKind.PasswordReset, await host.People.RegisterAsync($"{Guid.NewGuid():N}@mill.example"))}";
        var page = await visit.GetAsync(link);

        await visit.PostFromAsync(page, link, "reset", ("Form.Password", New));
        var again = await visit.PostFromAsync(page, link, "reset", ("Form.Password", New));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("already been used", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_is_explained_and_the_link_stays_good()
    {
        using var visit = new Visit(host);
        var link = $"/account/reset?token={await host.People.LinkAsync(LinkKind.PasswordReset, await host.People.RegisterAsync($"{Guid.NewGuid():N}@mill.example"))}";

        var weak = await visit.PostAsync(link, "reset", ("Form.Password", "password1234"));
        var strong = await visit.PostAsync(link, "reset", ("Form.Password", New));

        Assert.Contains("easily guessed", weak.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("password1234", weak.Body, StringComparison.Ordinal);
        Assert.Contains("Your password is changed", strong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_gets_no_new_password()
    {
        var mailbox = await host.People.MailboxOfAsync(Standing.Closed);
        var person = (await host.Get<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;

        var outcome = await host.Get<PasswordResets>().ChangeAsync(await host.People.LinkAsync(LinkKind.PasswordReset, person), New);

        Assert.IsType<PasswordOutcome.Dead>(outcome);
    }
}
