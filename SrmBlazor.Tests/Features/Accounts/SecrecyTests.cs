using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

public sealed class SecrecyTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    [Promise("P-8.1-03", "P-D-05")]
    public async Task Neither_mailbox_nor_password_stands_in_any_file()
    {
        using var visit = new Visit(host);
        const string mailbox = "canary.mailbox@mill.example";
        var person = await host.People.RegisterAsync(mailbox);
        await visit.SignInAsync(mailbox, "canary-wrong-password");
        await visit.SignInAsync(mailbox);

        var bytes = DataFiles.Text(host.Folder);

        // the person's id is there: the search would find what is
        Assert.Contains(person.ToString("D"), bytes, StringComparison.OrdinalIgnoreCase);
        foreach (var secret in new[] { "canary", Population.Password })
        {
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4], bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Promise("P-8.1-04", "P-D-05")]
    public async Task The_database_refuses_a_mailbox_in_Identitys_own_columns()
    {
        var person = await host.People.RegisterAsync($"{Guid.NewGuid():N}@mill.example");

        await Assert.ThrowsAsync<DbUpdateException>(() => host.People.ChangeAsync(person, account => account.Email = "plain@mill.example"));
    }

    [Fact]
    [Promise("P-1.3-02")]
    public async Task A_mailbox_opens_only_under_a_purpose_that_is_live()
    {
        var person = await host.People.RegisterAsync("purpose@mill.example");

        var under = await host.Get<Vault>().OpenAsync<Mailbox>(person, For.Account);
        var other = await host.Get<Vault>().OpenAsync<Mailbox>(person, For.StaffWork);

        Assert.Equal("purpose@mill.example", under.OrNull?.Address);
        Assert.IsType<Opening<Mailbox>.Refused>(other);
    }

    [Fact]
    public async Task An_erased_mailbox_leads_nowhere()
    {
        var mailbox = $"{Guid.NewGuid():N}@mill.example";
        var person = await host.People.RegisterAsync(mailbox);
        var act = Act.OfSystem(host.Clock);
        await using (var work = await host.Get<Store>().WriteAsync())
        {
            work.End(person, For.Account, act, "test");
            await host.Get<Collector>().CommitAsync(work, person, act, "test");
        }

        Assert.Null(await host.Get<AccountRegister>().FindByMailboxAsync(mailbox));
        Assert.Null(await host.Get<SignIns>().TryAsync(mailbox, Population.Password));
    }
}
