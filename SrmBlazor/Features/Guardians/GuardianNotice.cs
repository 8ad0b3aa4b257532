using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Guardians;

/// <param name="Items">What it needs of the child: kind and property, as their texts are named.</param>
public sealed record NoticeRow(Purpose Purpose, IReadOnlyList<string> Items);

/// <summary>What would be processed of a child and why, read from the data map: everything a registration asks for, by purpose.</summary>
public sealed class GuardianNotice(DataMap map)
{
    public IReadOnlyList<NoticeRow> Rows { get; } =
        [.. map.Purposes.Where(IsAsked).Select(purpose => new NoticeRow(purpose, [.. ItemsOf(map, purpose)])).Where(row => row.Items.Count > 0)];

    /// <summary>What is free and offered elsewhere is not asked of the guardian, and our own staff are no children.</summary>
    private static bool IsAsked(Purpose purpose) =>
        (purpose.Basic || GuardianDecisions.Choices.Contains(purpose)) && purpose != For.Registration && purpose != For.StaffWork;

    private static IEnumerable<string> ItemsOf(DataMap map, Purpose purpose) =>
        from kind in map.HeldBy(For.Registration)
        where !kind.Transient
        from item in kind.Items
        where kind.Holders.Contains(purpose) || item.Consent == purpose
        select $"Item.{kind.Name}.{item.Property}";
}
