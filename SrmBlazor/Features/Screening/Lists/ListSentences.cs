using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What is said about lists on the pages and by the command line, in the language of whoever reads.</summary>
public sealed class ListSentences(IStringLocalizer<ListTexts> texts)
{
    public string Source(ListSource source) => texts[$"Source.{source}"];

    /// <summary>Where the file is wrong and in what. Columns and elements are named as their publisher names them.</summary>
    public string Refusal(Refusal refusal)
    {
        var finding = texts[refusal.Finding.Format, [.. refusal.Finding.GetArguments().Select(one => one is EntryFields field ? Field(field) : one!)]];
        return refusal.Line == 0
            ? texts["Refused.Whole", texts[$"Reason.{refusal.Reason}"], finding]
            : texts["Refused.Line", refusal.Line, texts[$"Reason.{refusal.Reason}"], finding];
    }

    /// <summary>Whether stating that it is meant so would let the file pass.</summary>
    public static bool MayBeMeant(Refusal refusal) => refusal.Reason is RefusalReason.Shrunken or RefusalReason.Upheaval or RefusalReason.Older;

    /// <summary>What stays in spite of the file.</summary>
    public string Stays(LiveList? live) => live?.Version is { } version ? texts["Stays", Day(version.AsOf), Age(live.Days)] : texts["Stays.None"];

    /// <summary>What became of the last time that the list's address was asked.</summary>
    public string Fetched(ListOrigin origin) => origin.Last is not { } last ? texts["Fetch.Waits", origin.Host] : last.Outcome switch
    {
        FetchOutcome.Live => texts["Fetch.Live", origin.Host],
        FetchOutcome.Same => texts["Fetch.Same", origin.Host],
        FetchOutcome.NotReached => texts["Fetch.NotReached", origin.Host, Trouble(last.Trouble ?? "")],
        FetchOutcome.Refused when last.Line == 0 => texts["Fetch.Refused", origin.Host, texts[$"Reason.{last.Reason}"]],
        FetchOutcome.Refused => texts["Fetch.Refused.Line", origin.Host, last.Line, texts[$"Reason.{last.Reason}"]],
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    /// <summary>A code of <see cref="ListCourier"/>.</summary>
    public string Trouble(string code) => code.All(char.IsAsciiDigit) ? texts["Trouble.Status", code] : texts[$"Trouble.{code}"];

    public string Age(int days) => days switch
    {
        <= 0 => texts["Age.Today"],
        1 => texts["Age.One"],
        _ => texts["Age.Days", days],
    };

    public string Counts(ListCounts counts) => texts["Counts", counts.Entries, counts.Names, counts.Addresses];

    public string Differences(ListDiff diff) => texts["Differences", diff.Added.Count, diff.Removed.Count, diff.Changed.Count];

    public string Day(DateOnly day) => day.ToString(texts["Format.Day"], CultureInfo.CurrentCulture);

    public string Kind(ListEntry entry) => texts[$"Kind.{entry.Kind}", entry.PartOf ?? ""];

    public string Field(EntryFields field) => texts[$"Field.{field}"];

    /// <summary>What of an entry is another, one by one.</summary>
    public static IEnumerable<EntryFields> Each(EntryFields fields) => Enum.GetValues<EntryFields>().Where(field => int.PopCount((int)field) == 1 && fields.HasFlag(field));

    /// <summary>A field of an entry in one line, as listed.</summary>
    public string Text(ListEntry entry, EntryFields field) => string.Join("; ", field switch
    {
        EntryFields.Kind => [Kind(entry)],
        EntryFields.Names => entry.Names.Select(name => name.Text),
        EntryFields.Nationalities => entry.Nationalities.Select(nationality => nationality.Text),
        EntryFields.Births => entry.Births.Select(Years),
        EntryFields.Addresses => entry.Addresses.Select(address => string.Join(", ", new[] { address.Street, address.Place, address.Postcode, address.CountryText }.Where(part => part.Length > 0))),
        EntryFields.Programs => entry.Programs,
        EntryFields.Facts => entry.Facts.Select(fact => fact.Text),
        EntryFields.None or EntryFields.Compared => throw new ArgumentOutOfRangeException(nameof(field)),
    });

    private string Years(BirthYears years)
    {
        var span = years.From == years.To ? $"{years.From}" : $"{years.From}–{years.To}";
        return years.Circa ? texts["Circa", span] : span;
    }
}
