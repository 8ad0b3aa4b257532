using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class StaffAccountsTests
{
    private const string First = "first@mill.example";

    [Theory]
    [BothProviders]
    public async Task A_weak_password_uses_no_link_up(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var token = (await house.Get<StaffAccounts>().OfferFirstAsync())!;

        var outcome = await house.Get<StaffAccounts>().SetUpFirstAsync(token, First, "Wang Fang", "password123456789", "en");

        Assert.Equal(new PasswordOutcome.Weak(PasswordFlaw.TooCommon), outcome);
        Assert.IsType<LinkState.Good>(await house.Get<MailedLinks>().PeekAsync(LinkKind.StaffSetup, token));
    }

    [Theory]
    [BothProviders]
    public async Task Who_is_invited_chooses_name_and_password_and_has_the_given_roles(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        Assert.True(await house.Get<StaffAccounts>().InviteAsync("lin@mill.example", Role.Verifier | Role.Screener, "zh-CN", AdministratorOf(house)));
        Assert.Null(await house.Get<SignIns>().TryAsync("lin@mill.example", ""));
        var person = (await house.Get<AccountRegister>().FindByMailboxAsync("lin@mill.example"))!.Value;

        var outcome = await house.Get<StaffAccounts>().SetUpAsync(await Population.Of(house).LinkAsync(LinkKind.StaffSetup, person), "Lin Qing", Population.Password);

        Assert.Equal(new PasswordOutcome.Chosen(person), outcome);
        Assert.Equal(Role.Verifier | Role.Screener, (await house.Get<SignIns>().TryAsync("lin@mill.example", Population.Password))!.Roles);
        Assert.Equal("L••• Q•••", Assert.Single(await house.Get<StaffAccounts>().ListAsync(AdministratorOf(house))).Name);
    }

    [Theory]
    [BothProviders]
    public async Task A_mailbox_is_invited_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.Get<StaffAccounts>().InviteAsync("lin@mill.example", Role.Verifier, "en", AdministratorOf(house));

        Assert.False(await house.Get<StaffAccounts>().InviteAsync("LIN@mill.example", Role.Auditor, "en", AdministratorOf(house)));
    }

    [Theory]
    [BothProviders]
    public async Task Only_administrators_see_invite_and_close(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var verifier = new Act(Guid.NewGuid(), Role.Staff & ~Role.Administrator, house.Clock.Now());

        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<StaffAccounts>().ListAsync(verifier));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<StaffAccounts>().InviteAsync("lin@mill.example", Role.Verifier, "en", verifier));
        await Assert.ThrowsAsync<NotAllowedException>(() => house.Get<StaffAccounts>().CloseAsync(Guid.NewGuid(), verifier));
    }

    [Theory]
    [BothProviders]
    public async Task No_invitation_makes_a_supplier(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);

        await Assert.ThrowsAsync<ArgumentException>(() => house.Get<StaffAccounts>().InviteAsync("lin@mill.example", Role.Verifier | Role.Supplier, "en", AdministratorOf(house)));
    }

    [Theory]
    [BothProviders]
    public async Task Closing_a_colleagues_account_ends_sessions_and_erases_mailbox_and_name(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await Population.Of(house).RegisterAsync("gone@mill.example", Role.Verifier);
        var user = house.Get<Sessions>().UserOf(await Population.Of(house).AccountAsync(person));

        Assert.True(await house.Get<StaffAccounts>().CloseAsync(person, AdministratorOf(house)));

        Assert.False(await house.Get<Sessions>().IsLiveAsync(user));
        Assert.IsType<Opening<Mailbox>.Erased>(await house.Get<Vault>().OpenAsync<Mailbox>(person, For.StaffWork));
        Assert.Empty(await house.Get<StaffAccounts>().ListAsync(AdministratorOf(house)));
        Assert.False(await house.Get<StaffAccounts>().CloseAsync(person, AdministratorOf(house)));
    }

    [Theory]
    [BothProviders]
    public async Task Nobody_closes_their_own_account_here(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await Population.Of(house).RegisterAsync("self@mill.example", Role.Administrator);

        Assert.False(await house.Get<StaffAccounts>().CloseAsync(person, new Act(person, Role.Administrator, house.Clock.Now())));
    }

    [Theory]
    [BothProviders]
    public async Task Looking_at_the_list_is_written_into_each_colleagues_ledger(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await Population.Of(house).RegisterAsync("seen@mill.example", Role.Verifier);

        await house.Get<StaffAccounts>().ListAsync(AdministratorOf(house));

        Assert.Single(await house.Get<AccessLedger>().OfAsync(person));
    }

    private static Act AdministratorOf(House house) => house.ActOf(Guid.NewGuid(), Role.Administrator);
}
