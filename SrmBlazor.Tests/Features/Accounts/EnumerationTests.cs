namespace SrmBlazor.Features.Accounts;

/// <summary>No answer tells who has an account: not by text, status or target, and not by how often the slow part is done.</summary>
public sealed class EnumerationTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Theory]
    [InlineData(Standing.Unknown, "wrong-wrong-wrong")]
    [InlineData(Standing.Locked, "wrong-wrong-wrong")]
    [InlineData(Standing.Locked, Population.Password)]
    [InlineData(Standing.Closed, "wrong-wrong-wrong")]
    [InlineData(Standing.Closed, Population.Password)]
    public async Task A_refused_sign_in_looks_the_same_and_costs_the_same_whoever_is_asked_for(Standing standing, string password)
    {
        var expected = await RefusedAsync(await host.People.MailboxOfAsync(Standing.Open), "wrong-wrong-wrong");

        var actual = await RefusedAsync(await host.People.MailboxOfAsync(standing), password);

        Assert.Equal(expected.Page, actual.Page);
        Assert.Equal(expected, actual);
        Assert.Equal(1, actual.Hashes);
        Assert.Contains("Error: Sign in", actual.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Standing.Unknown)]
    [InlineData(Standing.Locked)]
    [InlineData(Standing.Closed)]
    public async Task Asking_for_a_new_password_looks_the_same_and_costs_the_same(Standing standing)
    {
        var expected = await ForgottenAsync(await host.People.MailboxOfAsync(Standing.Open));

        var actual = await ForgottenAsync(await host.People.MailboxOfAsync(standing));

        Assert.Equal(expected.Page, actual.Page);
        Assert.Equal(expected, actual);
        Assert.Contains("Check your mailbox", actual.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mailbox_leaves_as_much_behind_as_a_known_one()
    {
        var nobody = await host.People.AccountAsync(Account.Nobody);

        await RefusedAsync(await host.People.MailboxOfAsync(Standing.Unknown), "wrong-wrong-wrong");

        Assert.NotEqual(nobody.ConcurrencyStamp, (await host.People.AccountAsync(Account.Nobody)).ConcurrencyStamp);
    }

    [Fact]
    public async Task Too_many_tries_are_refused_alike_for_known_and_unknown_mailboxes()
    {
        var expected = await FloodAsync(await host.People.MailboxOfAsync(Standing.Open));

        var actual = await FloodAsync(await host.People.MailboxOfAsync(Standing.Unknown));

        Assert.Equal(expected.Page, actual.Page);
        Assert.Equal(expected, actual);
        Assert.Equal(429, actual.Status);
        Assert.Equal(0, actual.Hashes);
    }

    [Fact]
    public async Task Many_letters_to_one_mailbox_are_refused_alike_for_known_and_unknown()
    {
        foreach (var standing in new[] { Standing.Open, Standing.Unknown })
        {
            var mailbox = await host.People.MailboxOfAsync(standing);
            var statuses = new List<int>();
            for (var i = 0; i < 4; i++)
            {
                statuses.Add((await ForgottenAsync(mailbox)).Status);
            }

            Assert.Equal([200, 200, 200, 429], statuses);
        }
    }

    private async Task<Seen> FloodAsync(string mailbox)
    {
        for (var i = 0; i < 10; i++)
        {
            host.Get<AccountLimits>().AllowsSignIn(mailbox);
        }

        return await RefusedAsync(mailbox, Population.Password);
    }

    private async Task<Seen> RefusedAsync(string mailbox, string password)
    {
        using var visit = new Visit(host);
        var before = host.Hasher.Count;
        var answer = await visit.SignInAsync(mailbox, password);
        return new Seen((int)answer.Status, answer.Location, answer.Without(mailbox), answer.SetCookies.Count, host.Hasher.Count - before);
    }

    private async Task<Seen> ForgottenAsync(string mailbox)
    {
        using var visit = new Visit(host);
        var before = host.Hasher.Count;
        var answer = await visit.PostAsync("/account/forgot", "forgot", ("Form.Mailbox", mailbox));
        return new Seen((int)answer.Status, answer.Location, answer.Without(mailbox), answer.SetCookies.Count, host.Hasher.Count - before);
    }

    private sealed record Seen(int Status, Uri? Location, string Page, int Cookies, int Hashes);
}
