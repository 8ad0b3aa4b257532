using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>What each format says, on files of invented parties.</summary>
public sealed class ListFileTests
{
    private const string SdnEnd = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,";

    [Theory]
    [InlineData(ListSource.OfacSdn, 60, 0)]
    [InlineData(ListSource.OfacAlt, 60, 0)]
    [InlineData(ListSource.OfacAdd, 60, 60)]
    [InlineData(ListSource.UsCsl, 60, 120)]
    [InlineData(ListSource.Un, 60, 60)]
    [InlineData(ListSource.Eu, 60, 60)]
    [InlineData(ListSource.Uk, 30, 30)]
    [InlineData(ListSource.Own, 60, 0)]
    public void Every_row_becomes_an_entry_or_a_part_of_one(ListSource source, int entries, int addresses)
    {
        var bytes = SampleLists.Of(source);

        var version = SampleLists.Accepted(source, bytes);

        Assert.Equal((entries, addresses), (version.Counts.Entries, version.Counts.Addresses));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), version.Sha256);
    }

    [Fact]
    public void A_person_of_ofac_has_what_the_remarks_tell()
    {
        const string row = "77,\"ZANTROPOV, Odrin\",\"individual\",\"SDGT] [CAATSA - RUSSIA\",\"Keeper\"" + SdnEnd
            + "\"DOB 10 Dec 1948; alt. DOB circa 1950 to 1952; POB Lantern Bay, Cuba; nationality Korea, North; alt. nationality Burma; citizen Russia; Gender Male; Passport X1 (Cuba); a.k.a. 'THE LAMP'; f.k.a. 'ODRIN Z'.\"\r\n\u001A";

        var entry = Assert.Single(SampleLists.Accepted(ListSource.OfacSdn, row).Entries);

        Assert.Equal((EntryKind.Person, "77", 1), (entry.Kind, entry.Id, entry.Line));
        Assert.Equal([new("ZANTROPOV, Odrin", NameQuality.Strong), new("THE LAMP", NameQuality.Weak), new("ODRIN Z", NameQuality.Former)], entry.Names);
        Assert.Equal([new("KP", "Korea, North"), new("MM", "Burma"), new("RU", "Russia")], entry.Nationalities);
        Assert.Equal([new(1948, 1948), new BirthYears(1950, 1952, Circa: true)], entry.Births);
        Assert.Equal(["SDGT", "CAATSA - RUSSIA"], entry.Programs);
        Assert.Contains(new ListFact(FactKind.BirthPlace, "POB Lantern Bay, Cuba"), entry.Facts);
        Assert.Contains(new ListFact(FactKind.Document, "Passport X1 (Cuba)"), entry.Facts);
        Assert.Contains(new ListFact(FactKind.Title, "Keeper"), entry.Facts);
    }

    [Fact]
    public void A_remark_that_ofac_cut_at_a_thousand_characters_is_not_taken_for_a_name()
    {
        var remark = $"a.k.a. 'FIRST LAMP'; {new string('x', 965)}; a.k.a. 'SECOND LAMP'"[..1000];

        var entry = Assert.Single(SampleLists.Accepted(ListSource.OfacSdn, $"77,\"LAMP WORKS\",-0- ,\"CUBA\",-0- {SdnEnd}\"{remark}\"\r\n\u001A").Entries);

        Assert.Equal(["LAMP WORKS", "FIRST LAMP"], entry.Names.Select(name => name.Text));
        Assert.EndsWith("…", entry.Facts[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_of_the_alias_file_with_a_header_reads_like_the_one_without()
    {
        const string rows = "36,12,\"aka\",\"LAMP-CARIBBEAN\",-0- \r\n36,13,fka,\"OLD LAMP, LTD\",-0- \r\n\u001A";

        var bare = SampleLists.Accepted(ListSource.OfacAlt, rows);
        var headed = SampleLists.Accepted(ListSource.OfacAlt, "ent_num,alt_num,alt_type,alt_name,alt_remarks\r\n" + rows + ",,,,");

        Assert.True(ListDiff.Between(bare, headed).IsEmpty);
        Assert.Equal([NameQuality.Strong, NameQuality.Former], headed.Entries.Select(part => part.Names[0].Quality));
        Assert.All(headed.Entries, part => Assert.Equal((EntryKind.Part, "36"), (part.Kind, part.PartOf)));
    }

    [Theory]
    [InlineData("Moscow 117186", "Moscow", "117186")]
    [InlineData("London EC3N 1DY", "London", "EC3N 1DY")]
    [InlineData("Zurich CH-8022", "Zurich", "CH-8022")]
    [InlineData("Yalta, Crimea 98600", "Yalta, Crimea", "98600")]
    [InlineData("Lantern Bay", "Lantern Bay", "")]
    public void The_postcode_stands_at_the_end_of_ofacs_city(string city, string place, string postcode)
    {
        var part = Assert.Single(SampleLists.Accepted(ListSource.OfacAdd, $"36,25,-0- ,\"{city}\",\"Cuba\",-0- \r\n\u001A").Entries);

        Assert.Equal(new ListAddress("", place, postcode, "CU", "Cuba"), Assert.Single(part.Addresses));
    }

    [Fact]
    public void The_consolidated_screening_list_has_several_values_in_a_cell()
    {
        var version = SampleLists.Accepted(ListSource.UsCsl, SampleLists.Of(ListSource.UsCsl, 3));

        var (firm, person) = (version.Entries[0], version.Entries[1]);
        Assert.Equal((EntryKind.Unstated, "DPL/30000"), (firm.Kind, firm.Id));
        Assert.Equal([new("1 Invented Street, Lantern Bay"[..17], "Lantern Bay", "10001", "CN", "CN"), new("1 \"Long\" Lane", "Quillport", "", "MX", "MX")], person.Addresses);
        Assert.Equal(3, person.Names.Count);
        Assert.Equal([new(1953, 1953), new BirthYears(1954, 1954, Circa: true)], person.Births);
        Assert.Equal(["SDNT", "GLOMAG", "Specially Designated Nationals (SDN) - Treasury Department"], person.Programs);
    }

    [Fact]
    public void An_address_that_is_listed_by_itself_is_no_party()
    {
        var rows = Encoding.UTF8.GetString(SampleLists.Of(ListSource.UsCsl, 1)).Replace("ZANTROPOVA, Odrin\",\"\"", "Address 01\",\"\"", StringComparison.Ordinal);

        Assert.Equal(EntryKind.AddressOnly, Assert.Single(SampleLists.Accepted(ListSource.UsCsl, rows).Entries).Kind);
    }

    [Fact]
    public void The_united_nations_tell_quality_script_and_span_of_years()
    {
        const string person = """
            <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ODRIN</FIRST_NAME><SECOND_NAME>ZANTROPOV</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER>
            <LISTED_ON>2012-12-31</LISTED_ON><NAME_ORIGINAL_SCRIPT>Одрин Зантропов</NAME_ORIGINAL_SCRIPT><NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE><VALUE>na</VALUE></NATIONALITY>
            <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Lamp; Lantern (original script: Фонарь)</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1945</FROM_YEAR><TO_YEAR>1950</TO_YEAR><NOTE>Approximately</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><NOTE>30-35 years old</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>
            """;

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Un, Un(person)).Entries);

        Assert.Equal([new("ODRIN ZANTROPOV", NameQuality.Strong), new("Одрин Зантропов", NameQuality.Strong, OriginalScript: true), new("Lamp", NameQuality.Weak), new("Lantern", NameQuality.Weak), new("Фонарь", NameQuality.Weak, OriginalScript: true)], entry.Names);
        Assert.Equal([new("IR", "Iran (Islamic Republic of)")], entry.Nationalities);
        Assert.Equal([new(1945, 1950, Circa: true), new BirthYears(1973, 1973)], entry.Births);
        Assert.Contains(new ListFact(FactKind.BirthDate, "30-35 years old"), entry.Facts);
    }

    [Fact]
    public void The_european_union_tells_strong_names_from_weak_ones()
    {
        var entry = SampleLists.Accepted(ListSource.Eu, SampleLists.Of(ListSource.Eu, 4)).Entries[0];

        Assert.Equal((EntryKind.Person, "13"), (entry.Kind, entry.Id));
        Assert.Equal([NameQuality.Strong, NameQuality.Weak], entry.Names.Select(name => name.Quality));
        Assert.Equal([new(1940, 1940, Circa: true)], entry.Births);
        Assert.Equal([new("RU", "RU")], entry.Nationalities);
        Assert.Equal([new("0 Invented Street", "Quillport", "10000", "RU", "RU")], entry.Addresses);
        Assert.Equal(["UKR"], entry.Programs);
    }

    [Fact]
    public void The_rows_of_a_party_of_the_uk_are_one_entry()
    {
        var version = SampleLists.Accepted(ListSource.Uk, SampleLists.Of(ListSource.Uk, 4));

        Assert.Equal(new DateOnly(2026, 11, 5), version.ListDate);
        Assert.Equal(["RUS0000", "RUS0001"], version.Entries.Select(entry => entry.Id));
        Assert.Equal(["Odrin ZANTROPOVA", "Вымысел А", "Odrin QUIVERLEYA"], version.Entries[0].Names.Select(name => name.Text));
        Assert.Equal([new(1940, 1940)], version.Entries[0].Births);
    }

    [Fact]
    public void The_older_list_of_ofsi_is_read_too()
    {
        const string file = """
            Last Updated,19/11/2025
            Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID
            ZANTROPOV,Odrin,,,,,Dr,,,,19/06/1951,Lantern Bay,Egypt,(1) Egypt (2) Sudan,,,,,,1 Invented Street,Quillport,,,,,11511,Egypt,,Individual,Primary name,,Invented,02/10/2001,31/12/2020,01/02/2021,6897
            LAMP,,,,,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,Low quality,Invented,02/10/2001,31/12/2020,01/02/2021,6897

            """;

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Uk, file.ReplaceLineEndings("\r\n")).Entries);

        Assert.Equal([new("Odrin ZANTROPOV", NameQuality.Strong), new("LAMP", NameQuality.Weak)], entry.Names);
        Assert.Equal([new("EG", "Egypt"), new("SD", "Sudan")], entry.Nationalities);
        Assert.Equal([new("1 Invented Street", "Quillport", "11511", "EG", "Egypt")], entry.Addresses);
        Assert.Contains(new ListFact(FactKind.Title, "Title: Dr"), entry.Facts);
    }

    [Fact]
    public void The_own_list_takes_names_of_any_script()
    {
        const string file = "name,aliases,nationality,birth_year,note\n\"林虚构\",\"LIN Xugou; Lin Hsu-kou\",CN;SG,c. 1970-1975,\"invented\"\n";

        var entry = Assert.Single(SampleLists.Accepted(ListSource.Own, "\uFEFF" + file).Entries);

        Assert.Equal([new("林虚构", NameQuality.Strong, OriginalScript: true), new("LIN Xugou", NameQuality.Strong), new("Lin Hsu-kou", NameQuality.Strong)], entry.Names);
        Assert.Equal(["CN", "SG"], entry.Nationalities.Select(one => one.Country));
        Assert.Equal([new(1970, 1975, Circa: true)], entry.Births);
    }

    internal static string Un(string people) =>
        $"<CONSOLIDATED_LIST dateGenerated=\"2026-11-05T00:00:00Z\"><INDIVIDUALS>{people}</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>";
}
