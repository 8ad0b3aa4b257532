using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Accounts;

/// <summary>Brings people with accounts into an installation.</summary>
public sealed class Population(IServiceProvider services, FakeTimeProvider clock)
{
    public const string Password = "plum-orbit-teapot-91";

    public static Population Of(House house) => new(house.Services, house.Clock);

    public async Task<Guid> RegisterAsync(string mailbox, Role roles = Role.Supplier, string language = "en")
    {
        var person = Person.Create(language);
        var act = new Act(person.Id, Role.None, clock.Now());
        var purpose = roles == Role.Supplier ? For.Account : For.StaffWork;
        var hash = Get<AccountRegister>().Hash(Password);
        await using var work = await Get<Store>().WriteAsync();
        work.Db.Add(person);
        work.Begin(person.Id, purpose, act, "test");
        await Get<Vault>().SealAsync(work, person.Id, new Mailbox(mailbox), purpose, act, "test", (LookUp.Mailbox, mailbox));
        Get<AccountRegister>().Create(work, person.Id, hash, roles, act);
        await work.CommitAsync();
        return person.Id;
    }

    public async Task ChangeAsync(Guid person, Action<Account> change)
    {
        await using var work = await Get<Store>().WriteAsync();
        change(await work.Db.Set<Account>().SingleAsync(account => account.Id == person));
        await work.CommitAsync();
    }

    public async Task<Account> AccountAsync(Guid person)
    {
        await using var db = Get<Store>().Read();
        return await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == person);
    }

    public async Task<string> LinkAsync(LinkKind kind, Guid person, TimeSpan? life = null)
    {
        await using var work = await Get<Store>().WriteAsync();
        var token = await Get<MailedLinks>().IssueAsync(work, kind, person, life ?? TimeSpan.FromHours(1));
        await work.CommitAsync();
        return token;
    }

    /// <summary>An account for each way in which a sign-in can fail, and one that is fine.</summary>
    public async Task<string> MailboxOfAsync(Standing standing)
    {
        var mailbox = $"{standing}.{Guid.NewGuid():N}@mill.example".ToLowerInvariant();
        if (standing != Standing.Unknown)
        {
            var person = await RegisterAsync(mailbox);
            await ChangeAsync(person, account => Bring(account, standing));
        }

        return mailbox;
    }

    private void Bring(Account account, Standing standing)
    {
        switch (standing)
        {
            case Standing.Locked:
                for (var i = 0; i < Account.TriesBeforeLock; i++)
                {
                    account.TryEnter(fits: false, clock.Now());
                }

                break;
            case Standing.Closed:
                account.Close(clock.Now());
                break;
            case Standing.Open or Standing.Unknown:
                break;
        }
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}

public enum Standing
{
    Open,
    Unknown,
    Locked,
    Closed,
}
