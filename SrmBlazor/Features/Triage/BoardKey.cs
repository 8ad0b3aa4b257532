using System.Globalization;

namespace SrmBlazor.Features.Triage;

/// <summary>The place of a row in the order of the board: a page begins behind one, or ends before one.</summary>
/// <param name="On">When it is due, or when it came.</param>
/// <param name="Number">Of a request; 0 otherwise.</param>
/// <param name="Id">Of an identity check or a screening; empty otherwise.</param>
public sealed record BoardKey(DateTime On, Matter Matter, long Number, Guid Id)
{
    public DateOnly Day => DateOnly.FromDateTime(On);

    /// <summary>As it stands in an address: ticks in hexadecimal digits, and what tells it from others of that instant.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{On.Ticks:x}-{Matter switch
        {
            Matter.Request => Number.ToString(CultureInfo.InvariantCulture),
            Matter.IdentityCheck => Id.ToString("N"),
            Matter.Screening => $"s{Id:N}",
        }}");

    /// <summary>Null where the text is no place.</summary>
    public static BoardKey? Parse(string? text) =>
        text?.Split('-') is [var ticks, var own] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var on) && on is >= 0 and <= MaxTicks
            ? Guid.TryParseExact(own, "N", out var id) ? new BoardKey(At(on), Matter.IdentityCheck, 0, id)
                : own.StartsWith('s') && Guid.TryParseExact(own.AsSpan(1), "N", out var screening) ? new BoardKey(At(on), Matter.Screening, 0, screening)
                : long.TryParse(own, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new BoardKey(At(on), Matter.Request, number, Guid.Empty) : null
            : null;

    /// <summary>Days beyond are no days that anything is due on, and could not be counted on from.</summary>
    private const long MaxTicks = 3_000_000_000_000_000_000;

    private static DateTime At(long ticks) => new(ticks, DateTimeKind.Utc);
}

/// <summary>Which page: behind a row, before a row, the first (no key) or the last (no key, backwards).</summary>
public sealed record BoardPlace(BoardKey? Key = null, bool Backwards = false)
{
    public static BoardPlace First { get; } = new();

    public static BoardPlace Last { get; } = new(Backwards: true);
}
