using System.Text.Json.Serialization;

namespace SrmBlazor.Features.Policies;

/// <summary>Who runs this installation, as the policy, its contact section and every notice name them. Section <c>Operator</c>.</summary>
public sealed class OperatorOptions
{
    public const string Section = "Operator";

    public BothLanguages Name { get; init; } = new();
    public BothLanguages Department { get; init; } = new();
    public BothLanguages PostalAddress { get; init; } = new();
    public string Mailbox { get; init; } = "";
    public DataProtectionOfficerOptions DataProtectionOfficer { get; init; } = new();

    /// <summary>Where this installation stores data, in words a reader understands.</summary>
    public BothLanguages Regions { get; init; } = new();

    /// <summary>The country of that storage (ISO 3166-1 alpha-2): what goes to another one crosses a border.</summary>
    public string Country { get; init; } = "CN";

    /// <summary>The day on which the first version of the policy was published; every later one carries the day on which it is.</summary>
    [JsonIgnore]
    public DateOnly? PolicyPublishedOn { get; init; }

    /// <summary>The path of each required setting that is empty, such as <c>Operator:Name:zh-CN</c>.</summary>
    public IEnumerable<string> EmptySettings()
    {
        var texts = new (string Path, BothLanguages Text)[]
        {
            (nameof(Name), Name),
            (nameof(Department), Department),
            (nameof(PostalAddress), PostalAddress),
            (nameof(Regions), Regions),
        };
        var values = texts
            .SelectMany(text => PolicyLanguage.All.Select(language => (Path: $"{text.Path}:{language}", Value: text.Text.In(language))))
            .Append((Path: nameof(Mailbox), Value: Mailbox))
            .Append((Path: "DataProtectionOfficer:Mailbox", Value: DataProtectionOfficer.Mailbox))
            .Append((Path: "DataProtectionOfficer:Phone", Value: DataProtectionOfficer.Phone))
            .Append((Path: nameof(PolicyPublishedOn), Value: PolicyPublishedOn is null ? "" : "set"));
        return values.Where(setting => string.IsNullOrWhiteSpace(setting.Value)).Select(setting => $"{Section}:{setting.Path}");
    }
}

/// <summary>The data-protection officer for the European Economic Area; the name may stay empty, as the law asks only for the contact.</summary>
public sealed class DataProtectionOfficerOptions
{
    public BothLanguages Name { get; init; } = new();
    public string Mailbox { get; init; } = "";
    public string Phone { get; init; } = "";
}
