using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Activation;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.PrivacyCenter;

/// <summary>A supplier with a value of their own in every item of the map, whatever the map has by now.</summary>
internal sealed record Planted(Guid Person, IReadOnlyDictionary<string, string> Values, byte[] Picture)
{
    private static readonly MethodInfo Sealing = typeof(Planted).GetMethod(nameof(SealAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<Planted> InAsync(House house, string tag)
    {
        var supplier = await Registrant.ActivateAsync(house, Registrant.Everything with { Mailbox = $"{tag}@supplier.test" });
        var (map, values, picture) = (house.Get<DataMap>(), new Dictionary<string, string>(StringComparer.Ordinal), Pictures.Jpeg(200 + tag.Length, 130));
        await using var work = await house.Store.WriteAsync();
        foreach (var purpose in map.Purposes.Where(purpose => !purpose.PerRecord))
        {
            work.Begin(supplier.Person, purpose, house.ActOf(supplier.Person), "test");
        }

        foreach (var (type, kind) in map.ByType.Where(entry => entry.Key != typeof(CopyPart) && !entry.Value.Transient))
        {
            var record = Make(type, kind, tag, values, picture);
            await (Task)Sealing.MakeGenericMethod(type).Invoke(null, [house, work, supplier.Person, record])!;
        }

        await work.CommitAsync();
        return new Planted(supplier.Person, values, picture);
    }

    /// <summary>The actor who has just shown who they are.</summary>
    public Act Act(House house) => house.ActOf(Person, Role.Supplier) with { ConfirmedOn = house.Clock.Now() };

    private static async Task SealAsync<T>(House house, Writing work, Guid person, T record)
        where T : SealedRecord, IDeclared =>
        await house.Vault.SealAsync(work, person, record, T.Kind.Holders.FirstOrDefault(purpose => !purpose.PerRecord) ?? T.Kind.Holders[0], house.ActOf(person), "test");

    private static object Make(Type type, RecordKind kind, string tag, Dictionary<string, string> values, byte[] picture)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First(one => one.GetParameters() is not [{ } only] || only.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
        {
            var item = $"{kind.Name}.{parameter.Name}";
            var value = $"{tag}{values.Count:00}q{parameter.Name!.Length}z";
            var asked = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            object? made = asked switch
            {
                _ when asked == typeof(string) => value,
                _ when asked == typeof(Uri) => new Uri($"https://{value}.example/"),
                _ when asked == typeof(byte[]) => picture,
                _ when asked.IsAssignableFrom(typeof(string[])) => new[] { value },
                _ when asked.IsEnum => Enum.GetValues(asked).GetValue(1),
                _ when asked.IsValueType => Activator.CreateInstance(asked),
                _ => null,
            };
            if (made is string or Uri or string[])
            {
                values[item] = value;
            }

            return made;
        })]);
    }
}
