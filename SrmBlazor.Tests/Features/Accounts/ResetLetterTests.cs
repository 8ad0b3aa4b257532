using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class ResetLetterTests
{
    [Theory]
    [BothProviders]
    public async Task A_letter_with_a_good_link_goes_to_the_mailbox_as_it_was_confirmed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await Population.Of(house).RegisterAsync("lin.qing@mill.example");

        await house.Get<PasswordResets>().SendAsync("LIN.QING@MILL.EXAMPLE");

        var letter = Assert.Single(await Letterbox.OfAsync(house, person));
        Assert.Equal("lin.qing@mill.example", letter.To);
        Assert.Equal(new LinkState.Good(person), await house.Get<MailedLinks>().PeekAsync(LinkKind.PasswordReset, letter.Link!.Query["?token=".Length..]));
    }

    [Theory]
    [BothProviders]
    public async Task A_new_password_is_told_to_the_person(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var person = await Population.Of(house).RegisterAsync("lin.qing@mill.example");

        await house.Get<PasswordResets>().ChangeAsync(await Population.Of(house).LinkAsync(LinkKind.PasswordReset, person), "kettle-cobalt-meadow-7");

        Assert.Single(await Letterbox.OfAsync(house, person), letter => letter.Link!.AbsolutePath == "/account/forgot");
    }

    [Theory]
    [BothProviders]
    public async Task No_letter_goes_to_a_closed_account(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var mailbox = await Population.Of(house).MailboxOfAsync(Standing.Closed);

        await house.Get<PasswordResets>().SendAsync(mailbox);
        await house.Get<PasswordResets>().SendAsync("unknown@mill.example");

        var person = (await house.Get<AccountRegister>().FindByMailboxAsync(mailbox))!.Value;
        Assert.Empty(await Letterbox.OfAsync(house, person));
    }
}
