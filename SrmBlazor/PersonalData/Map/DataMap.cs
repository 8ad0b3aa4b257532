using System.Reflection;

namespace SrmBlazor.PersonalData.Map;

/// <summary>
/// Everything personal this installation keeps, read from the declarations beside the records. Wizard notices, the policy's
/// tables, access, export, erasure and retention are reads over it.
/// </summary>
public sealed class DataMap
{
    private readonly Dictionary<Type, RecordKind> kinds;
    private readonly Dictionary<string, RecordKind> byName;

    public DataMap(IEnumerable<Type> recordTypes, IEnumerable<Handling> handlings, IReadOnlyList<Purpose> purposes)
    {
        kinds = recordTypes.ToDictionary(type => type, KindOf);
        byName = kinds.Values.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        Handlings = [.. handlings];
        Purposes = purposes;
    }

    public IReadOnlyCollection<RecordKind> Kinds => byName.Values;

    public IReadOnlyDictionary<Type, RecordKind> ByType => kinds;

    public IReadOnlyList<Handling> Handlings { get; }

    public IReadOnlyList<Purpose> Purposes { get; }

    /// <summary>The map of this program: every sealed record and every handling column it declares.</summary>
    public static DataMap OfThisProgram()
    {
        var types = typeof(DataMap).Assembly.GetTypes();
        var records = types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(SealedRecord)));
        var handlings = types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IHandled)))
            .Select(type => (Handling)Static(type, nameof(IHandled.Handling)));
        return new DataMap(records, handlings, For.Known);
    }

    public RecordKind this[Type record] => kinds[record];

    public RecordKind this[string kind] => byName[kind];

    public Type TypeOf(RecordKind kind) => kinds.First(entry => entry.Value == kind).Key;

    /// <summary>The kinds a purpose holds.</summary>
    public IEnumerable<RecordKind> HeldBy(Purpose purpose) => Kinds.Where(kind => kind.Holders.Contains(purpose));

    private static RecordKind KindOf(Type type) =>
        type.IsAssignableTo(typeof(IDeclared)) ? (RecordKind)Static(type, nameof(IDeclared.Kind))
            : throw new InvalidOperationException($"The sealed record {type.Name} declares nothing.");

    private static object Static(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? throw new InvalidOperationException($"{type.Name} has no static {name}.");
}
