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
        "remark", "regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "address", "identification", "contactInfo", "additionalInformation",
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
            entry.Name(NameOf(name), QualityOf(name));
            Noted(entry, name);
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
            Noted(entry, address);
        }

        foreach (var regulation in element.All("regulation"))
        {
            entry.Program(regulation.Attribute("programme"));
            entry.Fact(FactKind.Listed, Joined(regulation, "numberTitle", "publicationDate"));
        }

        foreach (var document in element.All("identification"))
        {
            entry.Fact(FactKind.Document, Joined(document, "identificationTypeCode", "number", "latinNumber", "countryIso2Code", "nameOnDocument"));
            Noted(entry, document);
        }

        Noted(entry, element);
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

    // In the published list every name is strong; that one is an alias of low quality, or a former name, is said in its remark.
    private static NameQuality QualityOf(ListElement name)
    {
        var clauses = name.All("remark").SelectMany(remark => remark.Text.Split([';', ',', '.', '(', ')', '\n'], StringSplitOptions.TrimEntries)).ToList();
        return name.Attribute("strong") switch
        {
            "true" => clauses.Exists(Says("low quality alias")) ? NameQuality.Weak : clauses.Exists(Says("formerly known as")) ? NameQuality.Former : NameQuality.Strong,
            "false" => NameQuality.Weak,
            _ => throw Wrong(name, "strong"),
        };

        static Predicate<string> Says(string words) => clause => clause.StartsWith(words, StringComparison.OrdinalIgnoreCase);
    }

    private static void Born(EntryDraft entry, ListElement birth)
    {
        var (circa, calendar, date) = (birth.Attribute("circa") == "true", birth.Attribute("calendarType"), birth.Attribute("birthdate"));
        var (year, from, to) = (Number(birth, "year"), Number(birth, "yearRangeFrom"), Number(birth, "yearRangeTo"));
        if (calendar is not ("" or "GREGORIAN"))
        {
            // the years of another calendar are told, never compared; the date is one of ours
            entry.Fact(FactKind.BirthDate, Told(year, from, to) is { Length: > 0 } told ? $"{told} ({calendar})" : "");
            (year, from, to) = (date.Length >= 10 && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? (int?)day.Year : null, null, null);
        }

        if ((year ?? from) is { } first && (year ?? to) is { } last)
        {
            entry.Born(new BirthYears(Sound(birth, first), Sound(birth, last), circa));
        }
        else
        {
            entry.Fact(FactKind.BirthDate, Told(null, from, to));
        }

        entry.Fact(FactKind.BirthDate, date);
        entry.Fact(FactKind.BirthPlace, Joined(birth, "place", "city", "region", "countryDescription"));
        Noted(entry, birth);
    }

    /// <summary>Years as a list would write them; empty where there are none.</summary>
    private static string Told(int? year, int? from, int? to) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}{(year is null && from is not null ? $"from {from}" : "")}{(year is null && to is not null ? $" to {to}" : "")}");

    private static int? Number(ListElement birth, string attribute) => birth.Attribute(attribute) switch
    {
        "" => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(birth, attribute),
    };

    private static int Sound(ListElement birth, int year) => year is > 1800 and < 2100 ? year : throw Wrong(birth, "year");

    // Remarks, ways to reach a party and whatever else the publisher adds may stand in any element.
    private static void Noted(EntryDraft entry, ListElement element)
    {
        foreach (var note in element.All("remark").Concat(element.All("additionalInformation")).Concat(element.All("contactInfo")))
        {
            entry.Fact(FactKind.Note, Joined(note, "key", "value"));
            entry.Fact(FactKind.Note, note.Text);
        }
    }

    private static string Country(ListElement element) =>
        element.Attribute("countryIso2Code") is { Length: > 0 } code && code != NoCountry ? code
        : element.Attribute("countryDescription") is { Length: > 0 } told && told != "UNKNOWN" ? told : "";

    private static string Joined(ListElement element, params IEnumerable<string> names) =>
        string.Join(", ", names.Select(element.Attribute).Where(text => text.Length > 0));

    private static RefusedException Wrong(ListElement element, string attribute) => new(element.Line, RefusalReason.Value, $"This cannot stand in: {attribute}.");
}
