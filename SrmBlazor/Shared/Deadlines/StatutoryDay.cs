namespace SrmBlazor.Shared.Deadlines;

public enum StatutoryKind
{
    /// <summary>A weekday on which nobody need work, or a day of a weekend that the paper names as part of a holiday.</summary>
    Off,

    /// <summary>A day of a weekend on which work is made up for.</summary>
    Work,
}

/// <summary>One day that a government's paper names.</summary>
/// <param name="Name">Of the holiday, as published.</param>
/// <param name="Source">Address of the paper.</param>
public sealed record StatutoryDay(DateOnly Date, StatutoryKind Kind, string Name, string Source)
{
    public const int NameLength = 60;
    public const int SourceLength = 300;

    private static readonly string[] Columns = ["date", "kind", "name_zh", "source"];

    /// <summary>Reads a list as <c>date,kind,name_zh,source</c>; a date may stand in it once.</summary>
    public static Facts<StatutoryDay> Read(string file, string text)
    {
        var seen = new HashSet<DateOnly>();
        return FactFile.Read(file, text, Columns, line =>
        {
            var day = new StatutoryDay(line.Date("date"), line.Choice<StatutoryKind>("kind"), line.Text("name_zh"), line.Text("source"));
            if (day.Date > DateOnly.MinValue && !seen.Add(day.Date))
            {
                line.Complain(FactFault.Twice, "date");
            }

            // U+FFFD is what is left of Chinese in another encoding than UTF-8
            if (day.Name.Length > NameLength || day.Name.Contains('\uFFFD'))
            {
                line.Complain(FactFault.Value, "name_zh");
            }

            if (day.Source.Length > 0 && (day.Source.Length > SourceLength || !Uri.TryCreate(day.Source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            {
                line.Complain(FactFault.Value, "source");
            }

            return day;
        });
    }
}
