using System.Text.Json;
using SrmBlazor.PersonalData;

namespace SrmBlazor.Features.Policies;

/// <summary>What differs between the published text and what this installation is now: it decides that a draft is due, and which major kinds it has.</summary>
internal static class PolicyDetection
{
    /// <summary>The program's text, the operator's details or a table is another than was frozen.</summary>
    public static bool IsOutdated(PolicyVersion published, PolicyPress press) =>
        published.Company != JsonSerializer.Serialize(press.Company) || PolicyLanguage.All.Any(language =>
            TablesOf(published, press, language).Any(table => table.Before != table.Now)
            || !published.In(language).Parts.Select(Origin).SequenceEqual(PolicyPress.Embedded()[language].Select(Origin)));

    /// <summary>The major kinds that a draft has whatever is said about it.</summary>
    public static MajorKinds Kinds(PolicyVersion published, PolicyVersion draft, PolicyPress press)
    {
        var (before, now) = (JsonSerializer.Deserialize<OperatorOptions>(published.Company)!, press.Company);
        var tables = PolicyLanguage.All.SelectMany(language => TablesOf(published, press, language)).Where(table => table.Before != table.Now).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        var officer = (before.DataProtectionOfficer, now.DataProtectionOfficer);
        return If(MajorKinds.ServiceModel, tables.Contains("items") || tables.Contains("purposes") || before.Regions != now.Regions)
            | If(MajorKinds.Recipients, tables.Contains("recipients"))
            | If(MajorKinds.Ownership, before.Name != now.Name)
            | If(MajorKinds.Rights, IsRewritten(published, draft, PolicyPart.Rights))
            | If(MajorKinds.ContactChannels, before.Department != now.Department || before.PostalAddress != now.PostalAddress || before.Mailbox != now.Mailbox
                || officer.Item1.Name != officer.Item2.Name || officer.Item1.Mailbox != officer.Item2.Mailbox || officer.Item1.Phone != officer.Item2.Phone
                || IsRewritten(published, draft, PolicyPart.Contact));
    }

    /// <summary>Keys of the purposes resting on consent whose row says something else than before.</summary>
    public static IReadOnlyList<string> ConsentsChanged(PolicyVersion published, PolicyPress press) =>
    [
        .. Consents(press.Facts).Where(key => PolicyLanguage.All.Any(language =>
            published.In(language).Frozen.Purposes.GetValueOrDefault(key) != press.Tables(language).Purposes[key])),
    ];

    /// <summary>
    /// Keys of the purposes resting on consent: only they can be asked again. The one that lets a child in at all is not among them: without it nothing of the
    /// child could be opened, and the guardian, who is written to of every major version, can take it back at any time.
    /// </summary>
    public static IEnumerable<string> Consents(PolicyFacts facts) => facts.Purposes
        .Where(row => row.Basis is nameof(Basis.Consent) or nameof(Basis.SeparateConsent) && !For.Known.Any(purpose => purpose.ByGuardian && purpose.Key == row.Purpose)).Select(row => row.Purpose);

    private static IEnumerable<(string Name, string? Before, string Now)> TablesOf(PolicyVersion published, PolicyPress press, string language)
    {
        var frozen = published.In(language).Frozen.Whole;
        return press.Tables(language).Whole.Select(table => (table.Key, frozen.GetValueOrDefault(table.Key), table.Value));
    }

    private static bool IsRewritten(PolicyVersion published, PolicyVersion draft, string slug) => PolicyLanguage.All.Any(language =>
        published.In(language).Parts.FirstOrDefault(part => part.Slug == slug)?.Markdown != draft.In(language).Parts.FirstOrDefault(part => part.Slug == slug)?.Markdown);

    private static MajorKinds If(MajorKinds kind, bool applies) => applies ? kind : MajorKinds.None;

    private static (string, string) Origin(PolicyPart part) => (part.Slug, part.Embedded);
}
