using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Cessations;

/// <summary>A service that can end by itself, or the whole: the purposes that end with it.</summary>
/// <param name="Key">Fixed for ever: written in <see cref="Cessation"/>, and what texts are named by.</param>
public sealed record EndingService(string Key, IReadOnlyList<Purpose> Purposes)
{
    public const string Whole = "portal";

    private static readonly EndingService[] Parts =
    [
        new("leasing", [For.LeasingMatching, For.LeasingContact]),
        new("news", [For.News, For.MailTracking]),
        new("sharing", [For.ShareAffiliate, For.PublicListing]),
    ];

    private static readonly Purpose[] GoOn = [For.DeliverMessage, For.Accountability, For.Security, For.StaffWork];

    public bool IsWhole => Key == Whole;

    public static IReadOnlyList<string> Keys { get; } = [Whole, .. Parts.Select(part => part.Key)];

    /// <summary>
    /// With the whole ends every purpose but those that the law keeps going, letters that are under way, and accounting for what was done.
    /// </summary>
    public static EndingService Of(string key, DataMap map) => Parts.FirstOrDefault(part => part.Key == key)
        ?? new(Whole, [.. map.Purposes.Where(purpose => !purpose.OutlastsErasure && !GoOn.Contains(purpose))]);

    /// <summary>What of a person's purposes ends: each with the record it is kept for, or none.</summary>
    public IEnumerable<(Purpose Purpose, Guid? Record)> EndsOf(Ledger ledger, DateTime now) =>
        ledger.Lasts(For.StaffWork, null, now) && IsWhole ? [] : Purposes.SelectMany(purpose => ledger.Spells(purpose, now).Select(record => (purpose, record)));
}
