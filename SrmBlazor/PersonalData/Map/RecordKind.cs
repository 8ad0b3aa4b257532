using System.Text.Json.Nodes;

namespace SrmBlazor.PersonalData.Map;

public enum Category
{
    Identity,
    Contact,
    Document,
    Location,
    Work,
    Demographic,
    Correspondence,
    Account,
    Handling,
    Security,
}

public enum Sensitivity
{
    Ordinary,
    Sensitive,
}

/// <summary>Where a value comes from. Nothing else is a source (MAP-1).</summary>
public enum Source
{
    Person,
    Employer,
    Public,
}

/// <summary>One value in a sealed record.</summary>
/// <param name="Property">The property's path in the record, <c>Number</c> or <c>Document.Number</c>.</param>
/// <param name="Consent">The separate consent without which a filled value is neither sealed nor opened; null for none.</param>
public sealed record Item(string Property, Category Category, Sensitivity Sensitivity, Purpose? Consent)
{
    /// <summary>It works like a password: who reads it can act by it. Shown and handed out to nobody.</summary>
    public bool IsSecret => Category == Category.Security;
}

/// <summary>The declaration of a sealed record: a fixed name, a schema number, its items, and the purposes that hold it.</summary>
public sealed class RecordKind
{
    private readonly List<Item> items = [];
    private readonly List<Purpose> holders = [];
    private readonly List<Purpose> users = [];
    private readonly Dictionary<Purpose, string[]> lent = [];
    private readonly List<string> telling = [];
    private readonly Dictionary<int, Action<JsonObject>> upcasters = [];

    private RecordKind(string name, int schema, Source source)
    {
        Name = name;
        Schema = schema;
        Source = source;
    }

    /// <summary>Fixed for ever: part of the associated data of every ciphertext of this kind.</summary>
    public string Name { get; }

    public int Schema { get; }

    public Source Source { get; }

    public IReadOnlyList<Item> Items => items;

    public IReadOnlyList<Purpose> Holders => holders;

    /// <summary>Purposes that may open it while something else holds it.</summary>
    public IReadOnlyList<Purpose> Users => users;

    /// <summary>Items whose value is a person's own and could hardly stand anywhere by chance: what an erasure is checked by.</summary>
    public IReadOnlyList<string> Telling => telling;

    /// <summary>True for records that an item table would only repeat: a draft repeats what it will become.</summary>
    public bool Transient { get; private set; }

    public static RecordKind Of(string name, int schema = 1, Source source = Source.Person) => new(name, schema, source);

    /// <summary>The record lives while any of these holds it.</summary>
    public RecordKind HeldBy(params Purpose[] purposes)
    {
        holders.AddRange(purposes);
        return this;
    }

    /// <summary>These may open it, and keep nothing alive.</summary>
    public RecordKind UsedBy(params Purpose[] purposes)
    {
        users.AddRange(purposes);
        return this;
    }

    /// <summary>The same, for some of its items: the others it neither shows nor passes on, and its notice does not name them.</summary>
    public RecordKind UsedInPartBy(Purpose purpose, params string[] properties)
    {
        lent[purpose] = properties;
        return UsedBy(purpose);
    }

    /// <summary>What of this kind a purpose is about: what it holds, uses, or is the consent to.</summary>
    public IEnumerable<Item> ItemsOf(Purpose purpose) => items.Where(item =>
        item.Consent == purpose || holders.Contains(purpose) || users.Contains(purpose) && Lends(purpose, item));

    /// <summary>The properties that are lent by name.</summary>
    internal IEnumerable<string> LentByName => lent.Values.SelectMany(properties => properties);

    public RecordKind Has(string property, Category category) => Add(new Item(property, category, Sensitivity.Ordinary, null));

    /// <summary>An item that is sensitive (PIPL art. 28) and needs its own consent (art. 29).</summary>
    public RecordKind HasSensitive(string property, Category category, Purpose consent) => Add(new Item(property, category, Sensitivity.Sensitive, consent));

    public RecordKind Tells(params string[] properties)
    {
        telling.AddRange(properties);
        return this;
    }

    public RecordKind AsTransient()
    {
        Transient = true;
        return this;
    }

    /// <summary>How a record written under <paramref name="schema"/> becomes one of the next schema.</summary>
    public RecordKind Upcast(int schema, Action<JsonObject> change)
    {
        upcasters[schema] = change;
        return this;
    }

    /// <exception cref="InvalidDataException">The record is of a newer schema than this program knows.</exception>
    internal void BringUp(JsonObject record, int schema)
    {
        if (schema > Schema)
        {
            throw new InvalidDataException($"A record {Name} of schema {schema} is newer than this program, which knows {Schema}.");
        }

        for (; schema < Schema; schema++)
        {
            upcasters[schema](record);
        }
    }

    private bool Lends(Purpose purpose, Item item) => !lent.TryGetValue(purpose, out var properties) || properties.Contains(item.Property, StringComparer.Ordinal);

    internal bool CanBringUp(int schema) => upcasters.ContainsKey(schema);

    private RecordKind Add(Item item)
    {
        items.Add(item);
        return this;
    }
}
