using System.Text.RegularExpressions;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// The remarks of SDN.CSV: "DOB 10 Dec 1948; alt. DOB 1949; POB Cairo, Egypt; nationality Egypt; a.k.a. 'THE TEACHER'; Passport 123 (Egypt)."
/// An alias in single quotes is what OFAC calls weak. What is not compared is kept as a fact.
/// </summary>
internal static partial class OfacRemarks
{
    /// <summary>Characters; OFAC cuts longer remarks here, and the rest stands in SDN_COMMENTS.CSV.</summary>
    private const int CutAt = 1000;

    public static void Read(string remarks, EntryDraft entry)
    {
        if (remarks.Length == 0)
        {
            return;
        }

        var parts = remarks.Split("; ", StringSplitOptions.TrimEntries);
        var whole = remarks.Length < CutAt ? parts.Length : parts.Length - 1;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = i == parts.Length - 1 ? WithoutStop(parts[i]) : parts[i];
            if (i < whole)
            {
                Told(part, entry);
            }
            else
            {
                entry.Fact(FactKind.Note, $"{part}…");
            }
        }
    }

    private static void Told(string part, EntryDraft entry)
    {
        if (Alias().Match(part) is { Success: true } alias)
        {
            entry.Name(alias.Groups["name"].Value, alias.Groups["sort"].Value == "f" ? NameQuality.Former : NameQuality.Weak);
        }
        else if (National().Match(part) is { Success: true } national)
        {
            entry.National(national.Groups["country"].Value);
        }
        else if (Birth().Match(part) is { Success: true } birth)
        {
            entry.Born(birth.Groups["date"].Value);
        }
        else
        {
            entry.Fact(KindOf(part), part);
        }
    }

    private static FactKind KindOf(string part) =>
        Place().IsMatch(part) ? FactKind.BirthPlace
        : part.StartsWith("Gender ", StringComparison.Ordinal) ? FactKind.Gender
        : Document().IsMatch(part) ? FactKind.Document
        : part.StartsWith("Vessel ", StringComparison.Ordinal) || part.StartsWith("Aircraft ", StringComparison.Ordinal) ? FactKind.Vessel
        : FactKind.Note;

    private static string WithoutStop(string part) => part is [.., '.'] ? part[..^1] : part;

    [GeneratedRegex(@"^(alt\. )?(?<sort>[afn])\.k\.a\. '(?<name>.+)'\.?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^(alt\. )?(nationality|citizen):? (nationality: )?(possibly )?(?<country>[^;]+?)(;.*)?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex National();

    [GeneratedRegex(@"^(alt\. )?DOB (?<date>.+)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Birth();

    [GeneratedRegex(@"^(alt\. )?POB ", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(alt\. )?(Passport|National ID|Tax ID|Identification Number|Cedula|Registration|D\.N\.I\.|C\.U\.R\.P\.|R\.F\.C\.|SSN|Driver's|Stateless Person|Travel Document|Personal ID|Residency|Birth Certificate|Electoral Registry|Diplomatic Passport|Refugee ID)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Document();
}
