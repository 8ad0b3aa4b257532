using SrmBlazor.Shared;

namespace SrmBlazor.Features.Accounts;

/// <summary>An installation of its own for each test: whether there is an administrator is a matter of the whole.</summary>
public sealed class FirstAdministratorTests : AccountsHost
{
    private const string Mailbox = "first@mill.example";

    [Fact]
    public async Task The_first_administrator_is_set_up_by_the_newest_link_and_only_once()
    {
        using var visit = new Visit(this);
        var older = (await Get<StaffAccounts>().OfferFirstAsync())!;
        var link = $"/account/setup?token={await Get<StaffAccounts>().OfferFirstAsync()}";
        var page = await visit.GetAsync(link);

        var done = await SetUpAsync(visit, page, link);
        var again = await SetUpAsync(visit, page, link);

        Assert.Contains("Your account is ready", done.Body, StringComparison.Ordinal);
        Assert.Contains("already been used", again.Body, StringComparison.Ordinal);
        Assert.Contains("newer link", (await visit.GetAsync($"/account/setup?token={older}")).Body, StringComparison.Ordinal);
        Assert.Null(await Get<StaffAccounts>().OfferFirstAsync());
        Assert.Equal(Role.Administrator, (await Get<SignIns>().TryAsync(Mailbox, Population.Password))!.Roles);
    }

    [Fact]
    public async Task The_link_of_the_first_administrator_lasts_a_day()
    {
        using var visit = new Visit(this);
        var link = $"/account/setup?token={await Get<StaffAccounts>().OfferFirstAsync()}";

        Clock.Advance(StaffAccounts.FirstLinkLife);

        Assert.Contains("Its time is over", (await visit.GetAsync(link)).Body, StringComparison.Ordinal);
    }

    private static Task<Answer> SetUpAsync(Visit visit, Answer page, string link) =>
        visit.PostFromAsync(page, link, "setup", ("Form.Mailbox", Mailbox), ("Form.FullName", "Wang Fang"), ("Form.Password", Population.Password));
}
