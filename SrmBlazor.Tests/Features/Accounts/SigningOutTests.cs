using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class SigningOutTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    [Promise("P-5.5-02")]
    public async Task Signing_out_erases_nothing_and_the_way_back_is_open()
    {
        using var visit = new Visit(host);
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        var person = await host.People.RegisterAsync(mailbox);
        await visit.SignInAsync(mailbox, returnUrl: "/account/denied");

        await visit.PostFromAsync(await visit.GetAsync("/account/denied"), "/account/sign-out", "");

        Assert.Equal(mailbox, (await host.Get<Vault>().OpenAsync<Mailbox>(person, For.Account)).OrNull?.Address);
        Assert.True((await visit.SignInAsync(mailbox)).Entered);
    }
}
