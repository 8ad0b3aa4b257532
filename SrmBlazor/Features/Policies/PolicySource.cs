using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Policies;

/// <summary>The Markdown of the policy in one language: as written, and with operator, version and tables frozen in.</summary>
internal static partial class PolicySource
{
    private const string Folder = "Policies/";
    private const string TablePrefix = "table:";

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

    /// <summary>The sections of a frozen text: each begins with a heading of the first level, which nothing frozen in can look like.</summary>
    public static IReadOnlyList<string> Sections(string source) => SectionBreak().Split(source.TrimEnd('\n'));

    /// <param name="keepUnknown">Leaves a placeholder that nobody fills as it is, for the eyes of who writes the text.</param>
    /// <exception cref="InvalidOperationException">The text has a placeholder that nobody fills.</exception>
    public static string Freeze(string markdown, string language, PolicyImprint imprint, PolicyTables tables, bool keepUnknown = false) =>
        Placeholder().Replace(markdown, match => Value(match, language, imprint, tables)
            ?? (keepUnknown ? PolicyMarkdown.Escape(match.Value) : throw new InvalidOperationException($"The policy has a placeholder that nobody fills: {match.Value}.")));

    /// <summary>The placeholders that nobody fills.</summary>
    public static IEnumerable<string> Unknown(string markdown, PolicyImprint imprint, PolicyTables tables) =>
        Placeholder().Matches(markdown).Where(match => Value(match, PolicyLanguage.English, imprint, tables) is null).Select(match => match.Value);

    /// <summary>Names of the tables a text asks for.</summary>
    public static IEnumerable<string> TablesIn(string markdown) => Placeholder().Matches(markdown)
        .Where(match => match.Groups["inner"].Value.StartsWith(TablePrefix, StringComparison.Ordinal)).Select(match => match.Groups["inner"].Value[TablePrefix.Length..]);

    private static string? Value(Match match, string language, PolicyImprint imprint, PolicyTables tables)
    {
        var inner = match.Groups["inner"].Value;
        return inner.StartsWith(TablePrefix, StringComparison.Ordinal)
            ? PolicyTables.Names.Contains(inner[TablePrefix.Length..], StringComparer.Ordinal) ? tables.Write(inner[TablePrefix.Length..]) : null
            : Detail(inner, language, imprint) is { } detail ? PolicyMarkdown.Escape(detail) : null;
    }

    private static string? Detail(string name, string language, PolicyImprint imprint) => name switch
    {
        "Operator.Name" => imprint.Company.Name.In(language),
        "Operator.Department" => imprint.Company.Department.In(language),
        "Operator.PostalAddress" => imprint.Company.PostalAddress.In(language),
        "Operator.Mailbox" => imprint.Company.Mailbox,
        "Operator.Regions" => imprint.Company.Regions.In(language),
        "Operator.DataProtectionOfficer.Name" => OfficerName(language, imprint.Company),
        "Operator.DataProtectionOfficer.Mailbox" => imprint.Company.DataProtectionOfficer.Mailbox,
        "Operator.DataProtectionOfficer.Phone" => imprint.Company.DataProtectionOfficer.Phone,
        "Policy.Number" => PolicyNumber.Of(imprint.Number),
        "Policy.PublishedOn" => Day(imprint.Day, language),
        _ => null,
    };

    private static string OfficerName(string language, OperatorOptions company) =>
        company.DataProtectionOfficer.Name.In(language) is { Length: > 0 } name ? name : new PolicyWords(language)["Contact.Officer"];

    // a day without its weekday: the long date of either language names it, and the hash must not depend on the machine's culture data
    internal static string Day(DateOnly day, string language) =>
        day.ToString(language == PolicyLanguage.Chinese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    [GeneratedRegex(@"\{\{(?<inner>[^{}\n]*)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\n\n(?=# )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionBreak();
}
