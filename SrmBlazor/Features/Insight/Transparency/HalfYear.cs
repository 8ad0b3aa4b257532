namespace SrmBlazor.Features.Insight.Transparency;

/// <summary>January to June, or July to December. Half years do not overlap: one taken from another leaves no part of either.</summary>
public sealed record HalfYear(DateOnly From)
{
    public DateOnly To => From.AddMonths(6).AddDays(-1);

    public HalfYear Next => new(From.AddMonths(6));

    public static HalfYear Of(DateOnly day) => new(new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1));
}
