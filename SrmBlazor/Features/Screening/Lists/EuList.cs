using System.Globalization;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The EU's consolidated list of financial sanctions, XML 1.1 ("xmlFullSanctionsList_1_1"): export of sanctionEntity, values in attributes.</summary>
internal static class EuList
{
    private const string Space = "http://eu.europa.ec/fpi/fsd/export";

    /// <summary>How the EU writes that a country is not known.</summary>
    private const string NoCountry = "00";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "remark", "regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "address", "identification", "contactInfo",
    };

    private static readonly string[] NameParts = ["firstName", "middleName", "lastName"];

    public static ListContent Read(StrictText text)
    {
        using var reader = ListXml.Open(text);
        ListXml.Root(reader, "export", Space);
        var date = ListXml.Date(reader, "generationDate");
        var entries = ListXml.Children(reader, ["sanctionEntity"]).Select(Entry).ToList();
        ListXml.End(reader);
        return new(date, entries);
    }

    private static ListEntry Entry(ListElement element)
    {
        element.Knowing(Known);
        var entry = new EntryDraft(element.NeedAttribute("logicalId"), element.Line) { Kind = KindOf(element) };
        foreach (var name in element.All("nameAlias"))
        {
            entry.Name(NameOf(name), Strong(name) ? NameQuality.Strong : NameQuality.Weak);
            entry.Fact(FactKind.Title, name.Attribute("title"));
            entry.Fact(FactKind.Title, name.Attribute("function"));
            entry.Fact(FactKind.Gender, name.Attribute("gender"));
        }

        foreach (var citizenship in element.All("citizenship"))
        {
            entry.National(Country(citizenship));
        }

        foreach (var birth in element.All("birthdate"))
        {
            Born(entry, birth);
        }

        foreach (var address in element.All("address"))
        {
            entry.At(Joined(address, "street", "poBox"), Joined(address, "city", "place", "region"), address.Attribute("zipCode"), Country(address));
        }

        foreach (var regulation in element.All("regulation"))
        {
            entry.Program(regulation.Attribute("programme"));
            entry.Fact(FactKind.Listed, Joined(regulation, "numberTitle", "publicationDate"));
        }

        foreach (var document in element.All("identification"))
        {
            entry.Fact(FactKind.Document, Joined(document, "identificationTypeCode", "number", "latinNumber", "countryIso2Code", "nameOnDocument"));
        }

        foreach (var contact in element.All("contactInfo"))
        {
            entry.Fact(FactKind.Note, Joined(contact, "key", "value"));
        }

        foreach (var remark in element.All("remark"))
        {
            entry.Fact(FactKind.Note, remark.Text);
        }

        entry.Fact(FactKind.Listed, Joined(element, "euReferenceNumber", "unitedNationId", "designationDate"));
        entry.Fact(FactKind.Note, element.Attribute("designationDetails"));
        return entry.Done();
    }

    private static EntryKind KindOf(ListElement element) => element.All("subjectType").Take(2).ToList() switch
    {
        [var one] => one.Attribute("code") switch
        {
            "person" => EntryKind.Person,
            "enterprise" => EntryKind.Entity,
            _ => throw Wrong(one, "code"),
        },
        _ => throw new RefusedException(element.Line, RefusalReason.Structure, $"An entity has one subjectType."),
    };

    private static string NameOf(ListElement name) =>
        name.Attribute("wholeName") is { Length: > 0 } whole ? whole : string.Join(' ', NameParts.Select(name.Attribute));

    private static bool Strong(ListElement name) => name.Attribute("strong") switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(name, "strong"),
    };

    private static void Born(EntryDraft entry, ListElement birth)
    {
        var circa = birth.Attribute("circa") == "true";
        var (from, to) = (Year(birth, "yearRangeFrom"), Year(birth, "yearRangeTo"));
        if (Year(birth, "year") is { } year)
        {
            entry.Born(new BirthYears(year, year, circa));
        }
        else if ((from ?? to) is { } one)
        {
            entry.Born(new BirthYears(from ?? one, to ?? one, circa));
        }

        entry.Fact(FactKind.BirthDate, birth.Attribute("birthdate"));
        entry.Fact(FactKind.BirthPlace, Joined(birth, "place", "city", "region", "countryDescription"));
    }

    private static int? Year(ListElement birth, string attribute) => birth.Attribute(attribute) switch
    {
        "" => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2100 ? year : throw Wrong(birth, attribute),
    };

    private static string Country(ListElement element) =>
        element.Attribute("countryIso2Code") is { Length: > 0 } code && code != NoCountry ? code
        : element.Attribute("countryDescription") is { Length: > 0 } told && told != "UNKNOWN" ? told : "";

    private static string Joined(ListElement element, params IEnumerable<string> names) =>
        string.Join(", ", names.Select(element.Attribute).Where(text => text.Length > 0));

    private static RefusedException Wrong(ListElement element, string attribute) => new(element.Line, RefusalReason.Value, $"This cannot stand in: {attribute}.");
}
