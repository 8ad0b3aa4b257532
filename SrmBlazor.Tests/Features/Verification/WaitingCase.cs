using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Verification;

/// <summary>A supplier whose mailbox is confirmed and whose identity check has begun: the records and purposes that an activation leaves.</summary>
internal sealed record WaitingCase(Guid Person, string Reference)
{
    public const string Name = "Qvarnström Zylphia";
    public const string Number = "11010519491231002X";
    public const string Mailbox = "zylphia@qvarnstroem.test";

    public static readonly Guid Verifier = Guid.NewGuid();

    public static readonly Guid OtherVerifier = Guid.NewGuid();

    /// <summary>Bytes that a search of the files would find.</summary>
    public static readonly byte[] Picture = [.. "canary-of-the-scan-"u8, .. Enumerable.Repeat("0123456789abcdef"u8.ToArray(), 200).SelectMany(bytes => bytes)];

    public static Task<WaitingCase> BeginAsync(House house, string language = "en", string number = Number, string name = Name) =>
        BeginAsync(house.Services, language, number, name, Picture);

    public static async Task<WaitingCase> BeginAsync(IServiceProvider services, string language, string number, string name, byte[] picture)
    {
        var vault = services.GetRequiredService<Vault>();
        await using var work = await services.GetRequiredService<Store>().WriteAsync();
        var person = PersonalData.Person.Create(language, "CN");
        var act = new Act(person.Id, Role.Supplier, work.Now);
        work.Db.Add(person);
        foreach (var purpose in (Purpose[])[For.SensitiveIdentity, For.Account, For.IdentityCheck, For.Screening, For.Jurisdiction])
        {
            work.Begin(person.Id, purpose, act, "account.activated");
        }

        await vault.SealAsync(work, person.Id, new Mailbox(Mailbox), For.Account, act, "account.activated");
        await vault.SealAsync(work, person.Id, new Identity(name, "CN"), For.Account, act, "account.activated");
        await vault.SealAsync(work, person.Id, new IdentityDocument("ResidentId", "CN", number), For.Account, act, "account.activated", (LookUp.IdNumber, number));
        await vault.SealAsync(work, person.Id, new IdentityScan(picture), For.IdentityCheck, act, "account.activated");
        var registration = SupplierRegistration.Submit(person.Id, Cooperation.Subcontracting, act.On);
        registration.Confirm(act.On);
        work.Db.Add(registration);
        work.Announce(Topics.Queue);
        await work.CommitAsync();
        return new WaitingCase(person.Id, registration.Reference);
    }

    public static Act ActOf(House house, Guid? verifier = null) => house.ActOf(verifier ?? Verifier, Role.Verifier);

    public async Task<SupplierRegistration> RegistrationAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<SupplierRegistration>().AsNoTracking().SingleAsync(one => one.PersonId == Person);
    }

    public async Task<Guid> StampAsync(House house) => (await RegistrationAsync(house)).Stamp;

    public Task<Opening<IdentityScan>> ScanAsync(House house) => house.Vault.OpenAsync<IdentityScan>(Person, For.IdentityCheck);

    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(House house) => await house.Get<CaseHistory>().OfAsync(Person);

    public async Task<IReadOnlyList<string>> LettersAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<Notifications.OutboxMail>().Where(mail => mail.PersonId == Person).OrderBy(mail => mail.Id).Select(mail => mail.Letter).ToListAsync();
    }

    /// <summary>How many rows the access ledger has of anybody.</summary>
    public static async Task<int> AccessRowsAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<AccessEntry>().CountAsync();
    }
}
