using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Erasures;

/// <summary>A supplier with a value in every item of the map, each of which a search of raw bytes would find.</summary>
/// <param name="Planted">The values of what can go; what law keeps is sealed like everything else.</param>
internal sealed record Leaver(House House, Guid Person, IReadOnlyList<string> Planted)
{
    public const string Mailbox = "canary-mailbox-Address-0451@leaver.test";

    public Act Act => House.ActOf(Person, Role.Supplier) with { ConfirmedOn = House.Clock.Now() };

    public ErasureDesk Desk => House.Get<ErasureDesk>();

    /// <summary>Sealed by the vault under a purpose that holds it, whatever the map declares: what is mapped tomorrow is planted tomorrow.</summary>
    public static async Task<Leaver> BeginAsync(House house)
    {
        var map = house.Get<DataMap>();
        var hash = house.Get<AccountRegister>().Hash("quiet-harbour-lantern-42");
        await using var work = await house.Store.WriteAsync();
        var person = PersonalData.Person.Create("en", "CN");
        var act = new Act(person.Id, Role.Supplier, work.Now);
        work.Db.Add(person);
        house.Get<AccountRegister>().Create(work, person.Id, hash, Role.Supplier, act);
        work.Begin(person.Id, For.SensitiveIdentity, act, "test");
        var (begun, planted) = (new HashSet<Purpose>(), new List<string>());
        foreach (var (type, kind) in map.ByType.Where(one => one.Value != ErasureProof.Kind && one.Value != OutgoingMail.Kind))
        {
            var holder = kind.Holders.FirstOrDefault(purpose => purpose != For.Registration && purpose != For.StaffWork) ?? kind.Holders[0];
            if (!holder.PerRecord && begun.Add(holder))
            {
                work.Begin(person.Id, holder, act, "test");
            }

            (LookUp, string)[] lookUps = kind == Accounts.Mailbox.Kind ? [(LookUp.Mailbox, Mailbox)] : [];
            var values = new List<string>();
            await (Task)typeof(Vault).GetMethod(nameof(Vault.SealAsync))!.MakeGenericMethod(type).Invoke(house.Vault, [work, person.Id, Made(type, kind, values), holder, act, "test", lookUps])!;
            planted.AddRange(holder.OutlastsErasure ? [] : values);
        }

        await house.Get<Outbox>().SendAsync(work, person.Id, Letters.PasswordChanged(new Addressee(Mailbox, "en"), house.Get<Letterhead>().In("en"), house.Get<Letterhead>().Link("/account/forgot")), act);
        await work.CommitAsync();
        await house.Get<MailRound>().RunAsync();
        return new Leaver(house, person.Id, planted);
    }

    public async Task<Guid> EraseAsync(ErasureScope scope, ErasureGround ground = ErasureGround.StoppedUsing, Guid? request = null)
    {
        var plan = await Desk.PlanAsync(Person, scope, ground, Act);
        await using var work = await House.Store.WriteAsync();
        var run = await Desk.BeginAsync(work, plan, Act, request);
        await work.CommitAsync();
        return run!.Value;
    }

    public static async Task<ErasureRun> RunAsync(House house, Guid run)
    {
        await using var db = house.Store.Read();
        return await db.Set<ErasureRun>().AsNoTracking().SingleAsync(one => one.Id == run);
    }

    public static async Task<IssuedCertificate> CertificateAsync(House house, Guid run)
    {
        var certificate = (await RunAsync(house, run)).CertificateId;
        await using var db = house.Store.Read();
        return await db.Set<IssuedCertificate>().AsNoTracking().SingleAsync(one => one.Id == certificate);
    }

    private static object Made(Type type, RecordKind kind, List<string> values)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(one => Value(one.ParameterType, kind, one.Name!, values))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => constructor.GetParameters().Length == 0 && one.SetMethod is not null && one.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Value(property.PropertyType, kind, property.Name, values));
        }

        return made;
    }

    private static object? Value(Type type, RecordKind kind, string name, List<string> values)
    {
        var value = $"canary-{kind.Name}-{name}-0451@leaver.test";
        values.Add(value);
        return type == typeof(string) ? value
            : type == typeof(byte[]) ? Encoding.UTF8.GetBytes(value)
            : type == typeof(IReadOnlyList<string>) ? new[] { value }
            : type == typeof(Uri) ? new Uri($"https://{value}")
            : type.IsValueType ? Activator.CreateInstance(type)
            : Made(type, kind, values);
    }
}
