using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;

namespace SrmBlazor.Features.Registration.Steps;

/// <summary>Why something is asked.</summary>
/// <param name="Consent">The separate consent that it needs beside its purposes.</param>
public sealed record Reason(IReadOnlyList<Purpose> Purposes, Purpose? Consent);

/// <summary>Why each question is asked, read from the data map: this table only says which question becomes which item.</summary>
public sealed class Reasons(DataMap map)
{
    private static readonly Dictionary<Item, (string Kind, string Property)> Becomes = new()
    {
        [Item.Mailbox] = ("mailbox", "Address"),
        [Item.FullName] = ("identity", "FullName"),
        [Item.Nationality] = ("identity", "Nationality"),
        [Item.Country] = ("residence", "Country"),
        [Item.AgeBand] = ("residence", "AgeBand"),
        [Item.Gender] = ("leasing-profile", "Gender"),
        [Item.BirthYear] = ("leasing-profile", "BirthYear"),
        [Item.IdType] = ("identity-document", "Type"),
        [Item.IdCountry] = ("identity-document", "Country"),
        [Item.IdNumber] = ("identity-document", "Number"),
        [Item.Phone] = ("phone", "Number"),
        [Item.Postcode] = ("screening-address", "Postcode"),
        [Item.ScreeningAddress] = ("screening-address", "Address"),
        [Item.CommunicationAddress] = ("communication-address", "Address"),
        [Item.City] = ("city", "Name"),
        [Item.Department] = ("department", "Name"),
        [Item.Position] = ("position", "Name"),
    };

    /// <param name="item">Null for the scan.</param>
    public Reason Of(Item? item)
    {
        if (item == Item.Cooperation)
        {
            // no sealed record: a column of the registration
            return new([For.Registration, map.Handlings.First(handling => handling.Entity == typeof(SupplierRegistration)).Purpose], null);
        }

        var (name, property) = item is { } question ? Becomes[question] : ("identity-scan", "Picture");
        // a mailbox becomes the account's own record where accounts are installed; until then the draft alone holds it
        var kind = map.Kinds.FirstOrDefault(kind => kind.Name == name) ?? Answers.Kind;
        return new(kind.Holders, kind.Items.FirstOrDefault(held => held.Property == property)?.Consent);
    }
}
