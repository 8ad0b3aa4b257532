namespace SrmBlazor.Features.News;

/// <summary>A number of people, or that it is too small to be told.</summary>
/// <param name="Count">Null below <see cref="Least"/>.</param>
public readonly record struct GroupFigure(int? Count)
{
    /// <summary>In a group of fewer than ten, who knows some of them can tell what the others did.</summary>
    public const int Least = 10;

    public static GroupFigure Of(int count) => new(count < Least ? null : count);
}

/// <summary>How far a piece of news has come.</summary>
/// <param name="Sent">Letters written.</param>
/// <param name="Measured">Of these, to people who allow that opening is seen.</param>
/// <param name="Opened">
/// Of these, opened. Told only where as many did not open: otherwise it would tell of each who allows it that they opened it.
/// </param>
/// <param name="OnTheWay">Whether letters are still to be written.</param>
public sealed record NewsFigures(GroupFigure Sent, GroupFigure Measured, GroupFigure Opened, bool OnTheWay)
{
    internal static NewsFigures Of(int sent, int measured, int opened, int waiting) =>
        new(GroupFigure.Of(sent), GroupFigure.Of(measured), measured - opened < GroupFigure.Least ? default : GroupFigure.Of(opened), waiting > 0);
}
