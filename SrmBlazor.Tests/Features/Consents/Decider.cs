using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Consents;

/// <summary>A supplier who decides, with a record of each kind that a consent has to do with.</summary>
internal sealed record Decider(House House, Guid Person)
{
    public const string Surface = "/privacy/consents";

    public Act Act => House.ActOf(Person, Role.Supplier);

    public MyConsents Consents => House.Get<MyConsents>();

    /// <summary>An account whose identity check runs; the consent to ID number and scan is given.</summary>
    public static async Task<Decider> BeginAsync(House house, string language = "en")
    {
        await using var work = await house.Store.WriteAsync();
        var person = PersonalData.Person.Create(language, "CN");
        var act = new Act(person.Id, Role.Supplier, work.Now);
        work.Db.Add(person);
        foreach (var purpose in (Purpose[])[For.Account, For.IdentityCheck, For.Screening, For.LeasingContact])
        {
            work.Begin(person.Id, purpose, act, "test");
        }

        var served = await house.Get<ConsentBook>().ServeAsync(work, person.Id, house.Get<Notices>().Of(For.SensitiveIdentity, language), "/register");
        await house.Get<ConsentBook>().RecordAsync(work, person.Id, For.SensitiveIdentity, ConsentState.Given, served, act);
        var vault = house.Vault;
        await vault.SealAsync(work, person.Id, new Mailbox("zylphia@qvarnstroem.test"), For.Account, act, "test");
        await vault.SealAsync(work, person.Id, new Identity("Qvarnström Zylphia", "CN"), For.Account, act, "test");
        await vault.SealAsync(work, person.Id, new IdentityDocument("ResidentId", "CN", "11010519491231002X"), For.Account, act, "test");
        await vault.SealAsync(work, person.Id, new IdentityScan([1, 2, 3]), For.IdentityCheck, act, "test");
        await vault.SealAsync(work, person.Id, new Phone("+8613812345678"), For.LeasingContact, act, "test");
        await work.CommitAsync();
        return new Decider(house, person.Id);
    }

    /// <summary>Something that only this consent holds, put there by the person.</summary>
    public async Task<Guid> AddAsync<T>(T record, Purpose under)
        where T : SealedRecord, IDeclared
    {
        await using var work = await House.Store.WriteAsync();
        var id = await House.Vault.SealAsync(work, Person, record, under, Act, "test");
        await work.CommitAsync();
        return id;
    }

    /// <summary>As the page does it: the panel is opened, then its button pressed.</summary>
    public async Task<bool> DecideAsync(Purpose purpose, bool give) =>
        await Consents.DecideAsync(purpose.Key, give, (await OpenAsync(purpose)).Served, Act);

    public async Task<ConsentPanel> OpenAsync(Purpose purpose, string language = "en") => (await Consents.OpenAsync(purpose.Key, language, Surface, Act))!;

    public async Task<IReadOnlySet<Guid>> LiveAsync()
    {
        await using var db = House.Store.Read();
        return (await db.Set<SealedRow>().Where(row => row.PersonId == Person && row.State == RowState.Live).Select(row => row.Id).ToListAsync()).ToHashSet();
    }

    public async Task<IReadOnlyList<ConsentEvent>> EventsAsync()
    {
        await using var db = House.Store.Read();
        return await db.Set<ConsentEvent>().AsNoTracking().Where(one => one.PersonId == Person).OrderBy(one => one.Number).ToListAsync();
    }

    /// <summary>Ends a purpose as another part of the program would.</summary>
    public async Task EndAsync(Purpose purpose)
    {
        await using var work = await House.Store.WriteAsync();
        work.End(Person, purpose, House.System, "test");
        await House.Get<Collector>().CommitAsync(work, Person, House.System, "test");
    }

    public async Task BeginAsync(Purpose purpose)
    {
        await using var work = await House.Store.WriteAsync();
        work.Begin(Person, purpose, House.System, "test");
        await work.CommitAsync();
    }

    public async Task ReviseAsync(Purpose purpose, int version)
    {
        await using var work = await House.Store.WriteAsync();
        await work.ReviseAsync(purpose, version, House.System);
        await work.CommitAsync();
    }
}
