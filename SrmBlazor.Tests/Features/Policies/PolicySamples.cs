using Microsoft.Extensions.Options;
using SrmBlazor.Features.Policies;

namespace SrmBlazor.Features.Policies;

/// <summary>An operator whose details try to be Markdown and HTML, and facts with one row of each sort.</summary>
internal static class PolicySamples
{
    public static OperatorOptions Company(string nameInEnglish = "Acme_Parts <b>*Ltd*</b> | {{Operator.Name}}", string mailbox = "privacy_desk@example.com") => new()
    {
        Name = new() { English = nameInEnglish, Chinese = "示例公司" },
        Department = new() { English = "Privacy Office", Chinese = "隐私保护办公室" },
        PostalAddress = new() { English = "1 Example Road", Chinese = "示例路 1 号" },
        Regions = new() { English = "China", Chinese = "中国" },
        Mailbox = mailbox,
        DataProtectionOfficer = new() { Mailbox = "dpo@example.com", Phone = "+49 30 0000000" },
        PolicyPublishedOn = new DateOnly(2026, 1, 5),
    };

    public static PolicyFacts Facts { get; } = new(
        [new("identity.FullName", ["account", "screening"]), new("identity-document.Number", ["account"], Sensitive: true), new("department.Name", ["work-profile"])],
        [new("account", "Contract", Basic: true), new("screening", "LegalDuty", Basic: true), new("work-profile", "Consent", Basic: false)],
        [new("__Host-draft", new() { English = "Finds your draft", Chinese = "找回草稿" }, new() { English = "30 days", Chinese = "30 天" }, Necessary: true)],
        []);

    public static PolicyPress Press(OperatorOptions? company = null, PolicyFacts? facts = null) => new(Options.Create(company ?? Company()), facts ?? Facts);

    /// <summary>The text that the program brings, as the first version.</summary>
    public static PolicyText Text(OperatorOptions? company = null, PolicyFacts? facts = null)
    {
        var press = Press(company, facts);
        var documents = PolicyPress.Embedded().ToDictionary(parts => parts.Key, parts => press.Set(1, press.Company.PolicyPublishedOn!.Value, parts.Key, parts.Value), StringComparer.Ordinal);
        var edition = new PolicyEdition(1, press.Company.PolicyPublishedOn!.Value, MajorKinds.None, new BothLanguages(), [], documents);
        return new PolicyText(() => new PublishedPolicy(edition, LastMajor: 1), () => 0);
    }
}
