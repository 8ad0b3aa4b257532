namespace SrmBlazor.Features.Registration.Steps;

public enum FieldShape
{
    Line,
    Paragraph,
    Country,
    Choice,
}

/// <summary>How a question is put on the page.</summary>
/// <param name="AutoComplete">The token by which a browser knows the field (WCAG 1.3.5).</param>
/// <param name="Width">Class of the control; the width hints at the length of an answer.</param>
/// <param name="Plain">No capitals, no spelling, no correction: a code or an address.</param>
internal sealed record Look(FieldShape Shape, string AutoComplete, string? InputMode = null, string Width = "", bool Plain = false)
{
    public static Look Of(Item item) => item switch
    {
        Item.Mailbox => new(FieldShape.Line, "email", "email", Plain: true),
        Item.FullName => new(FieldShape.Line, "name"),
        Item.Nationality => new(FieldShape.Country, "off", Width: "medium"),
        Item.Country => new(FieldShape.Country, "country", Width: "medium"),
        Item.Cooperation or Item.Gender or Item.IdType or Item.AgeBand => new(FieldShape.Choice, "off"),
        Item.BirthYear => new(FieldShape.Line, "bday-year", "numeric", "short", Plain: true),
        Item.IdCountry => new(FieldShape.Country, "off", Width: "medium"),
        Item.IdNumber => new(FieldShape.Line, "off", Width: "medium", Plain: true),
        Item.Phone => new(FieldShape.Line, "tel", "tel", "medium", Plain: true),
        Item.Postcode => new(FieldShape.Line, "postal-code", Width: "short", Plain: true),
        Item.ScreeningAddress or Item.CommunicationAddress => new(FieldShape.Paragraph, "street-address"),
        Item.City => new(FieldShape.Line, "address-level2", Width: "medium"),
        Item.Department => new(FieldShape.Line, "off", Width: "medium"),
        Item.Position => new(FieldShape.Line, "organization-title", Width: "medium"),
    };
}
