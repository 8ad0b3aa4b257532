using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Policies;

/// <summary>
/// What the tables of the policy are generated from. Rows carry keys only; their words come from <c>PurposeTexts</c>,
/// so a table can never say something else than the notice beside a field.
/// </summary>
public sealed record PolicyFacts(
    IReadOnlyList<PolicyItemRow> Items,
    IReadOnlyList<PolicyPurposeRow> Purposes,
    IReadOnlyList<PolicyCookieRow> Cookies,
    IReadOnlyList<PolicyRecipientRow> Recipients)
{
    /// <summary>Items and purposes as the data map declares them, cookies and recipients as their registers do.</summary>
    public static PolicyFacts Of(DataMap map, IReadOnlyList<PolicyCookieRow> cookies, IReadOnlyList<PolicyRecipientRow> recipients)
    {
        var order = map.Purposes.Select((purpose, index) => (purpose, index)).ToDictionary(entry => entry.purpose, entry => entry.index);
        var items =
            from kind in map.Kinds
            where !kind.Transient
            // a fixed order: the same map gives the same text and the same hash
            orderby kind.Holders.Min(purpose => order[purpose]), kind.Name
            from item in kind.Items
            select Row(kind, item);
        return new([.. items], [.. map.Purposes.Select(Row)], cookies, recipients);
    }

    private static PolicyItemRow Row(RecordKind kind, Item item)
    {
        var purposes = kind.Holders.Concat(kind.Users.Where(purpose => kind.ItemsOf(purpose).Contains(item)));
        purposes = item.Consent is null ? purposes : purposes.Append(item.Consent);
        return new($"{kind.Name}.{item.Property}", [.. purposes.Select(purpose => purpose.Key)], item.Sensitivity == Sensitivity.Sensitive);
    }

    private static PolicyPurposeRow Row(Purpose purpose) => new(purpose.Key, purpose.Basis.ToString(), purpose.Basic);
}

/// <param name="Item">Kind and property, such as <c>identity-document.Number</c>.</param>
/// <param name="Purposes">Keys of the purposes that need the item, the most telling first.</param>
public sealed record PolicyItemRow(string Item, IReadOnlyList<string> Purposes, bool Sensitive = false);

/// <param name="Basis">The name of the legal basis, such as <c>SeparateConsent</c>.</param>
public sealed record PolicyPurposeRow(string Purpose, string Basis, bool Basic);

/// <param name="Necessary">Set without asking, because the site cannot work without it.</param>
public sealed record PolicyCookieRow(string Name, BothLanguages Why, BothLanguages Lifetime, bool Necessary);

/// <summary>A legal entity other than the operator that receives data.</summary>
public sealed record PolicyRecipientRow(BothLanguages Name, IReadOnlyList<string> Purposes, IReadOnlyList<string> Items, BothLanguages Safeguards)
{
    /// <summary>As the register knows it.</summary>
    public string Key { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code of where it is.</summary>
    public string Country { get; init; } = "";

    /// <summary>Where a person can write to it.</summary>
    public string Mailbox { get; init; } = "";
}
