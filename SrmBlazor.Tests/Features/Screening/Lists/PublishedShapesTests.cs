using SrmBlazor.Features.Screening.Matching;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What the EU and the UK really write, on invented parties: years of other calendars, half-known years, remarks that say what a name is, and a row for every combination.</summary>
public sealed class PublishedShapesTests
{
    private const string UkHeader = "Report Date: 05-Nov-2026\r\nUnique ID,Designation Type,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Name non-latin script,D.O.B,Nationality(/ies),Address Line 1,Address Line 2,Address Postal Code,Address Country,Regime Name\r\n";

    [Theory]
    [InlineData("calendarType=\"ISLAMIC\" city=\"Lantern Bay\" zipCode=\"\" year=\"1343\"", null, null, "1343 (ISLAMIC)")]
    [InlineData("calendarType=\"ISLAMIC\" birthdate=\"1964-03-21\" year=\"1343\"", 1964, 1964, "1343 (ISLAMIC)")]
    [InlineData("calendarType=\"ISLAMIC\" yearRangeFrom=\"1340\" yearRangeTo=\"1345\"", null, null, "from 1340 to 1345 (ISLAMIC)")]
    [InlineData("calendarType=\"GREGORIAN\" yearRangeTo=\"1980\"", null, null, "to 1980")]
    [InlineData("calendarType=\"GREGORIAN\" yearRangeFrom=\"1970\"", null, null, "from 1970")]
    [InlineData("calendarType=\"GREGORIAN\" yearRangeFrom=\"1970\" yearRangeTo=\"1980\"", 1970, 1980, null)]
    [InlineData("calendarType=\"GREGORIAN\" birthdate=\"1964-03-21\" year=\"1964\"", 1964, 1964, "1964-03-21")]
    [InlineData("year=\"1964\"", 1964, 1964, null)]
    public void A_year_of_another_calendar_and_half_a_span_are_told_and_not_compared(string birth, int? from, int? to, string? told)
    {
        BirthYears[] years = from is { } first ? [new(first, to!.Value)] : [];

        var entry = Eu($"<birthdate circa=\"false\" {birth}/>");

        Assert.Equal(years, entry.Births);
        Assert.True(told is null || entry.Facts.Contains(new ListFact(FactKind.BirthDate, told)));
    }

    [Theory]
    [InlineData("calendarType=\"ISLAMIC\" year=\"l343\"")]
    [InlineData("calendarType=\"GREGORIAN\" year=\"1343\"")]
    [InlineData("calendarType=\"GREGORIAN\" year=\"\" yearRangeTo=\"19_0\"")]
    public void A_year_that_is_no_year_still_refuses_the_file(string birth) =>
        Assert.Equal(RefusalReason.Value, SampleLists.Refused(ListSource.Eu, EuFile($"<birthdate circa=\"false\" {birth}/>")).Reason);

    [Theory]
    [InlineData("", NameQuality.Strong)]
    [InlineData("<remark>Good quality alias</remark>", NameQuality.Strong)]
    [InlineData("<remark>Low quality alias</remark>", NameQuality.Weak)]
    [InlineData("<remark>Used abroad; low quality alias.</remark>", NameQuality.Weak)]
    [InlineData("<remark>Formerly known as</remark>", NameQuality.Former)]
    [InlineData("<remark>Not a low quality alias</remark>", NameQuality.Strong)]
    public void The_eu_says_in_a_remark_what_a_name_is(string remark, NameQuality quality)
    {
        var entry = Eu($"<nameAlias firstName=\"\" lastName=\"\" wholeName=\"The Lamp\" strong=\"true\">{remark}</nameAlias>");

        Assert.Equal([new("Odrin Zantropov", NameQuality.Strong), new ListName("The Lamp", quality)], entry.Names);
    }

    [Fact]
    public void What_the_eu_adds_anywhere_is_read_and_how_a_party_is_reached_stands_with_its_address()
    {
        var entry = Eu("""
            <additionalInformation key="Note" value="Invented"/>
            <birthdate circa="false" calendarType="GREGORIAN" year="1964"><additionalInformation>Told by a neighbour</additionalInformation></birthdate>
            <address city="Quillport" street="1 Invented Street" zipCode="" countryIso2Code="RU"><contactInfo key="PHONE" value="000"/><remark>Since 2020</remark></address>
            """);

        Assert.Equal([new("1 Invented Street", "Quillport", "", "RU", "RU")], entry.Addresses);
        Assert.All(["Note, Invented", "Told by a neighbour", "PHONE, 000", "Since 2020"], note => Assert.Contains(new ListFact(FactKind.Note, note), entry.Facts));
    }

    [Fact]
    public void A_party_of_the_uk_with_a_row_for_every_name_address_and_date_is_one_entry_under_its_primary_name()
    {
        var rows = from born in (string[])["dd/mm/1958", "00/00/1960"]
                   from street in (string[])["1 Invented Street", "2 Invented Street", "3 Invented Street"]
                   from name in (string[])["LAMP,,Alias,Low", "ZANTROPOV,Odrin,Primary Name,", "ZANTROPOFF,Odrin,Primary Name Variation,"]
                   let cells = name.Split(',')
                   select Uk(cells[0], cells[1], cells[2], cells[3], born, street);

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Uk, UkHeader + string.Concat(rows)).Entries);

        Assert.Equal([new("Odrin ZANTROPOV", NameQuality.Strong), new("LAMP", NameQuality.Weak), new ListName("Odrin ZANTROPOFF", NameQuality.Strong)], entry.Names);
        Assert.Equal([new(1958, 1958), new BirthYears(1960, 1960)], entry.Births);
        Assert.Equal(["1 Invented Street", "2 Invented Street", "3 Invented Street"], entry.Addresses.Select(address => address.Street));
        Assert.Equal(3, entry.Line);
    }

    [Theory]
    [InlineData("15/08/19yy", 1900, 1999)]
    [InlineData("dd/mm/195y", 1950, 1959)]
    [InlineData("dd/mm/18YY", 1800, 1899)]
    [InlineData("dd/mm/yyyy", null, null)]
    public void A_year_that_is_known_in_part_is_the_span_that_it_leaves(string born, int? from, int? to)
    {
        BirthYears[] years = from is { } first ? [new(first, to!.Value)] : [];

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Uk, UkHeader + Uk("ZANTROPOV", "Odrin", "Primary Name", "", born, "")).Entries);

        Assert.Equal(years, entry.Births);
        Assert.Contains(new ListFact(FactKind.BirthDate, born), entry.Facts);
        Assert.Equal(from is null ? Agreement.Unknown : Agreement.Agrees, Evidence.BirthYear(from ?? 1958, ListedParties.Of(new(ListSource.Uk, entry)).BirthYears));
    }

    [Theory]
    [InlineData("15/08/1y58")]
    [InlineData("15/08/21yy")]
    [InlineData("15/08/19")]
    public void A_date_without_a_year_still_refuses_the_file(string born) =>
        Assert.Equal((RefusalReason.Value, 3), Where(SampleLists.Refused(ListSource.Uk, UkHeader + Uk("ZANTROPOV", "Odrin", "Primary Name", "", born, ""))));

    [Fact]
    public void A_row_without_a_name_brings_its_address_and_a_party_without_any_name_is_refused()
    {
        var (named, bare) = (Uk("ZANTROPOV", "Odrin", "Primary Name", "", "", "1 Invented Street"), Uk("", "", "", "", "", "2 Invented Street"));

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Uk, UkHeader + bare + named).Entries);
        var refused = SampleLists.Refused(ListSource.Uk, UkHeader + bare);

        Assert.Equal(["2 Invented Street", "1 Invented Street"], entry.Addresses.Select(address => address.Street));
        Assert.Equal(["Odrin ZANTROPOV"], entry.Names.Select(name => name.Text));
        Assert.Equal((RefusalReason.Value, 3), Where(refused));
    }

    private static ListEntry Eu(string within) => Assert.Single(SampleLists.Accepted(ListSource.Eu, EuFile(within)).Entries);

    private static string EuFile(string within) => $"""
        <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-04T21:24:35.826+01:00">
        <sanctionEntity euReferenceNumber="EU.1.2" logicalId="13"><subjectType code="person"/><nameAlias firstName="" lastName="" wholeName="Odrin Zantropov" strong="true"/>{within}</sanctionEntity>
        </export>
        """;

    private static string Uk(string family, string given, string type, string strength, string born, string street) =>
        $"RUS0001,Individual,{family},{given},,,,,{type},{strength},,{born},Russia,{street},{(street.Length > 0 ? "Quillport" : "")},,,Invented\r\n";

    private static (RefusalReason, int) Where(Refusal refusal) => (refusal.Reason, refusal.Line);
}
