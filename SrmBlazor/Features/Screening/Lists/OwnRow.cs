using System.Text;
using CsvHelper;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>An entry of the own list as it is typed. Nobody is on it without a reason.</summary>
/// <param name="Aliases">Parted by ";", as nationalities are.</param>
/// <param name="BirthYear">"1958", "circa 1958", "1958-1960", or empty.</param>
public sealed record OwnRow(string Name, string Aliases, string Nationality, string BirthYear, string Reason)
{
    public const int NameLength = 200;
    public const int AliasesLength = 1000;
    public const int NationalityLength = 100;
    public const int BirthYearLength = 20;
    public const int ReasonLength = 500;

    /// <summary>As it stands in the file.</summary>
    public static OwnRow Of(ListEntry entry) => new(
        entry.Id,
        string.Join("; ", entry.Names.Select(name => name.Text).Where(name => name != entry.Id)),
        string.Join("; ", entry.Nationalities.Select(nationality => nationality.Text)),
        entry.Facts.FirstOrDefault(fact => fact.Kind == FactKind.BirthDate)?.Text ?? "",
        entry.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Note)?.Text ?? "");

    internal IEnumerable<string> Cells => [Name, Aliases, Nationality, BirthYear, Reason];

    internal bool IsLong => Name.Length > NameLength || Aliases.Length > AliasesLength || Nationality.Length > NationalityLength || BirthYear.Length > BirthYearLength || Reason.Length > ReasonLength;

    /// <summary>Without line ends and control signs, which no row of the file may have.</summary>
    internal OwnRow Tidy() => new(Tidy(Name), Tidy(Aliases), Tidy(Nationality), Tidy(BirthYear), Tidy(Reason));

    internal static byte[] FileOf(IEnumerable<OwnRow> rows)
    {
        using var held = new MemoryStream();
        using (var writer = CsvWriter.Create(held, new CsvWriterOptions(), leaveOpen: true))
        {
            writer.WriteRecord([.. OwnList.Columns]);
            foreach (var row in rows)
            {
                writer.WriteRecord([.. row.Cells]);
            }
        }

        return held.ToArray();
    }

    private static string Tidy(string text) => EntryDraft.Folded(new StringBuilder().AppendJoin("", text.Select(sign => char.IsControl(sign) ? ' ' : sign)).ToString());
}
