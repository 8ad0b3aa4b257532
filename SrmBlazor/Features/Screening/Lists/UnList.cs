namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The consolidated list of the UN Security Council: CONSOLIDATED_LIST of INDIVIDUALS and ENTITIES.</summary>
internal static class UnList
{
    private static readonly string[] Sections = ["INDIVIDUALS", "ENTITIES"];

    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "SUBMITTED_ON",
        "SUBMITTED_BY", "GENDER", "NAME_ORIGINAL_SCRIPT", "COMMENTS1", "NATIONALITY", "NATIONALITY2", "TITLE", "DESIGNATION", "LIST_TYPE", "LAST_DAY_UPDATED",
        "INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH", "INDIVIDUAL_DOCUMENT",
        "ENTITY_ALIAS", "ENTITY_ADDRESS", "SORT_KEY", "SORT_KEY_LAST_MOD", "DELISTED_ON",
    };

    private static readonly HashSet<string> KnownWithin = new(StringComparer.Ordinal)
    {
        "VALUE", "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE", "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY",
        "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE",
        "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE",
    };

    public static ListContent Read(StrictText text)
    {
        using var reader = ListXml.Open(text);
        ListXml.Root(reader, "CONSOLIDATED_LIST");
        var date = ListXml.Date(reader, "dateGenerated");
        var entries = new List<ListEntry>();
        var open = new List<string>(Sections);
        reader.Read();
        while (reader.NodeType == System.Xml.XmlNodeType.Element)
        {
            var (section, line) = (reader.LocalName, ListXml.LineOf(reader));
            if (!open.Remove(section))
            {
                throw new RefusedException(line, Sections.Contains(section, StringComparer.Ordinal) ? RefusalReason.Twice : RefusalReason.Structure, $"{section} cannot stand here.");
            }

            entries.AddRange(ListXml.Children(reader, section == "INDIVIDUALS" ? ["INDIVIDUAL"] : ["ENTITY"]).Select(Entry));
        }

        if (reader.NodeType != System.Xml.XmlNodeType.EndElement || open is [_, ..])
        {
            throw new RefusedException(ListXml.LineOf(reader), RefusalReason.Structure, open is [var missing, ..] ? (FormattableString)$"{missing} is missing." : $"There is text between the sections.");
        }

        ListXml.End(reader);
        return new(date, entries);
    }

    private static ListEntry Entry(ListElement element)
    {
        element.Knowing(Known);
        var person = element.Name == "INDIVIDUAL";
        var entry = new EntryDraft(element.Need("DATAID"), element.Line) { Kind = person ? EntryKind.Person : EntryKind.Entity };
        foreach (var name in (person ? string.Join(' ', NameParts.Select(part => element[part])) : element.Need("FIRST_NAME")).Split(';'))
        {
            entry.Name(name, NameQuality.Strong);
        }

        entry.Name(element["NAME_ORIGINAL_SCRIPT"], NameQuality.Strong);
        entry.Program(element.Need("UN_LIST_TYPE"));
        entry.Fact(FactKind.Listed, $"{element.Need("REFERENCE_NUMBER")}, {element.Need("LISTED_ON")}");
        entry.Fact(FactKind.Gender, element["GENDER"]);
        entry.Fact(FactKind.Note, element["COMMENTS1"]);
        Each(element.Values("NATIONALITY").Concat(element.Values("NATIONALITY2")), text => entry.National(text is "na" ? "" : text));
        Each(element.Values("TITLE").Concat(element.Values("DESIGNATION")), text => entry.Fact(FactKind.Title, text));
        Each(Within(element, "INDIVIDUAL_ALIAS").Concat(Within(element, "ENTITY_ALIAS")), alias => Alias(entry, alias));
        Each(Within(element, "INDIVIDUAL_ADDRESS").Concat(Within(element, "ENTITY_ADDRESS")), address => At(entry, address));
        Each(Within(element, "INDIVIDUAL_DATE_OF_BIRTH"), birth => Born(entry, birth));
        Each(Within(element, "INDIVIDUAL_PLACE_OF_BIRTH"), place => entry.Fact(FactKind.BirthPlace, Joined(place, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")));
        Each(Within(element, "INDIVIDUAL_DOCUMENT"), one => entry.Fact(FactKind.Document, Joined(one, "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE", "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE")));
        return entry.Done();
    }

    private static IEnumerable<ListElement> Within(ListElement element, string name) => element.All(name).Select(one => one.Knowing(KnownWithin));

    private static void Alias(EntryDraft entry, ListElement alias)
    {
        var quality = alias["QUALITY"] switch
        {
            "Good" or "a.k.a." or "" => NameQuality.Strong,
            "Low" => NameQuality.Weak,
            "f.k.a." => NameQuality.Former,
            _ => throw new RefusedException(alias.Line, RefusalReason.Value, $"This cannot stand in: QUALITY."),
        };
        Each(alias["ALIAS_NAME"].Split(';'), name => entry.Name(name, quality));
        entry.Born(alias["DATE_OF_BIRTH"]);
        entry.Fact(FactKind.BirthPlace, Joined(alias, "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"));
        entry.Fact(FactKind.Note, alias["NOTE"]);
    }

    private static void At(EntryDraft entry, ListElement address)
    {
        entry.At(address["STREET"], Joined(address, "CITY", "STATE_PROVINCE"), address["ZIP_CODE"], address["COUNTRY"]);
        entry.Fact(FactKind.Note, address["NOTE"]);
    }

    private static void Born(EntryDraft entry, ListElement birth)
    {
        var about = birth["TYPE_OF_DATE"] switch
        {
            "EXACT" or "" or "BETWEEN" => "",
            "APPROXIMATELY" => "circa ",
            _ => throw new RefusedException(birth.Line, RefusalReason.Value, $"This cannot stand in: TYPE_OF_DATE."),
        };
        var years = Joined(" to ", birth, "FROM_YEAR", "TO_YEAR");
        var told = years.Length > 0 ? years : birth["DATE"] is { Length: > 0 } date ? date : birth["YEAR"];
        var note = birth["NOTE"];
        if (note.StartsWith("Approx", StringComparison.OrdinalIgnoreCase))
        {
            about = "circa ";
        }

        // "Nov. 1973" stands in a note where date and year are missing.
        entry.Born(told.Length > 0 ? about + told : note);
        entry.Fact(FactKind.BirthDate, told.Length > 0 ? note : "");
    }

    private static string Joined(ListElement element, params IEnumerable<string> names) => Joined(", ", element, names);

    private static string Joined(string between, ListElement element, params IEnumerable<string> names) =>
        string.Join(between, names.Select(name => element[name]).Where(text => text.Length > 0));

    private static void Each<T>(IEnumerable<T> items, Action<T> take)
    {
        foreach (var item in items)
        {
            take(item);
        }
    }
}
