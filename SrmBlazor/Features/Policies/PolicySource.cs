using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Policies;

/// <summary>The Markdown of the policy in one language: as written, and with operator, version and tables frozen in.</summary>
internal static partial class PolicySource
{
    private const string Folder = "Policies/";

    /// <summary>The sections as written, placeholders still open, in reading order.</summary>
    public static IReadOnlyList<(string Slug, string Markdown)> Written(string language)
    {
        var assembly = typeof(PolicySource).Assembly;
        var prefix = $"{Folder}{language}/";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
                .Where(file => file.Path.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => (file.Path[prefix.Length..], Read(file.Resource))),
        ];

        string Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            // one hash everywhere, however the source was checked out
            return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
        }
    }

    /// <exception cref="InvalidOperationException">The text has a placeholder that nobody fills.</exception>
    public static string Freeze(string markdown, string language, OperatorOptions company, PolicyTables tables) =>
        Placeholder().Replace(markdown, match => match.Groups["table"] is { Success: true } table
            ? tables.Write(table.Value)
            : PolicyMarkdown.Escape(Detail(match.Groups["name"].Value, language, company)));

    private static string Detail(string name, string language, OperatorOptions company) => name switch
    {
        "Operator.Name" => company.Name.In(language),
        "Operator.Department" => company.Department.In(language),
        "Operator.PostalAddress" => company.PostalAddress.In(language),
        "Operator.Mailbox" => company.Mailbox,
        "Operator.Regions" => company.Regions.In(language),
        "Operator.DataProtectionOfficer.Name" => OfficerName(language, company),
        "Operator.DataProtectionOfficer.Mailbox" => company.DataProtectionOfficer.Mailbox,
        "Operator.DataProtectionOfficer.Phone" => company.DataProtectionOfficer.Phone,
        "Policy.Number" => PolicyVersion.CurrentNumber,
        "Policy.PublishedOn" => Day(company.PolicyPublishedOn.GetValueOrDefault(), language),
        _ => throw new InvalidOperationException($"The policy has a placeholder that nobody fills: {name}."),
    };

    private static string OfficerName(string language, OperatorOptions company) =>
        company.DataProtectionOfficer.Name.In(language) is { Length: > 0 } name ? name : new PolicyWords(language)["Contact.Officer"];

    // a day without its weekday: the long date of either language names it, and the hash must not depend on the machine's culture data
    internal static string Day(DateOnly day, string language) =>
        day.ToString(language == PolicyLanguage.Chinese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    [GeneratedRegex(@"\{\{(table:(?<table>[a-z]+)|(?<name>[A-Za-z.]+))\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
