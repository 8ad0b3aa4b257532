using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>A file that is broken anywhere is refused whole, with line and reason.</summary>
public sealed class RefusalTests
{
    private const string Sdn = "36,\"LAMP WORKS\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

    private const string OwnHeader = "name,aliases,nationality,birth_year,note\n";

    [Theory]
    [InlineData(Sdn + "40,\"TOO FEW\",-0- \r\n\u001A", RefusalReason.Columns, 2)]
    [InlineData(Sdn + "40,\"LAMP,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A", RefusalReason.Quote, 2)]
    [InlineData(Sdn + "40,LAMP,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A", RefusalReason.Value, 2)]
    [InlineData(Sdn + "40,\"LAMP\",\"person\",\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A", RefusalReason.Value, 2)]
    [InlineData(Sdn + "40,-0- ,-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A", RefusalReason.Value, 2)]
    [InlineData(Sdn + Sdn + "\u001A", RefusalReason.Twice, 2)]
    [InlineData(Sdn + Sdn, RefusalReason.Truncated, 3)]
    [InlineData(Sdn + "40,\"LAMP", RefusalReason.Truncated, 2)]
    [InlineData(Sdn + "\u001A" + Sdn, RefusalReason.Structure, 2)]
    [InlineData(Sdn + "\u0001\u001A", RefusalReason.Encoding, 2)]
    [InlineData("\r\n" + Sdn + "\u001A", RefusalReason.Columns, 1)]
    [InlineData("\u001A", RefusalReason.Empty, 0)]
    [InlineData("", RefusalReason.Empty, 0)]
    public void A_broken_file_of_ofac_is_refused_with_its_line(string file, RefusalReason reason, int line)
    {
        var refusal = SampleLists.Refused(ListSource.OfacSdn, file);

        Assert.Equal((reason, line), (refusal.Reason, refusal.Line));
    }

    [Theory]
    [InlineData("40,\"LAMP\",\"individual\",\"SDGT\",\"DOB 10 Dec 1948; nationality Cuba\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Keeper\"")]
    [InlineData("40,\"SDGT\",\"individual\",\"LAMP, Odrin\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ")]
    [InlineData("40,\"LAMP\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,\"Cuba\",-0- ,-0- ")]
    [InlineData("40,\"LAMP\",\"vessel\",\"SDGT\",-0- ,\"General Cargo\",\"AB1\",-0- ,-0- ,\"Cuba\",-0- ,-0- ")]
    public void Columns_that_were_swapped_are_seen_by_what_they_hold(string row) =>
        Assert.Equal((RefusalReason.Value, 2), Where(SampleLists.Refused(ListSource.OfacSdn, $"{Sdn}{row}\r\n\u001A")));

    [Fact]
    public void Cities_in_the_column_of_countries_are_seen() =>
        Assert.Equal((RefusalReason.Value, 1), Where(SampleLists.Refused(ListSource.OfacAdd, "36,25,-0- ,\"Cuba\",\"Lantern Bay\",-0- \r\n37,26,-0- ,\"Peru\",\"Quillport\",-0- \r\n\u001A")));

    [Theory]
    [InlineData("name,alias\n", RefusalReason.Header, 1)]
    [InlineData(OwnHeader, RefusalReason.Empty, 0)]
    [InlineData("", RefusalReason.Empty, 0)]
    [InlineData(OwnHeader + "Odrin,,CU,1970,\nQuella,,CU,soon,\n", RefusalReason.Value, 3)]
    [InlineData(OwnHeader + "Odrin,,CU,1970,\nOdrin,,CU,1971,\n", RefusalReason.Twice, 3)]
    [InlineData(OwnHeader + "Odrin,,CU,1970,", RefusalReason.Truncated, 2)]
    [InlineData(OwnHeader + "Odrin,,CU,1970,\n\nQuella,,CU,1970,\n", RefusalReason.Columns, 3)]
    [InlineData(OwnHeader + "\"Odrin,,CU,1970,\nQuella,,CU,1970,\n", RefusalReason.Quote, 2)]
    public void A_broken_own_list_is_refused_with_its_line(string file, RefusalReason reason, int line) =>
        Assert.Equal((reason, line), Where(SampleLists.Refused(ListSource.Own, file)));

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"/>", RefusalReason.Structure)]
    [InlineData("<OTHER/>", RefusalReason.Header)]
    [InlineData("<CONSOLIDATED_LIST/>", RefusalReason.Header)]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"><INDIVIDUALS/></CONSOLIDATED_LIST>", RefusalReason.Structure)]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"><INDIVIDUALS/><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>", RefusalReason.Twice)]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"><INDIVIDUALS/><ENTITIES/></CONSOLIDATED_LIST>", RefusalReason.Empty)]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>", RefusalReason.Truncated)]
    [InlineData("<CONSOLIDATED_LIST dateGenerated=\"2026-11-05\"><INDIVIDUALS></ENTITIES></CONSOLIDATED_LIST>", RefusalReason.Structure)]
    [InlineData("", RefusalReason.Empty)]
    public void A_broken_list_of_the_united_nations_is_refused(string file, RefusalReason reason) =>
        Assert.Equal(reason, SampleLists.Refused(ListSource.Un, file).Reason);

    [Theory]
    [InlineData("<INDIVIDUAL><DATAID>1</DATAID></INDIVIDUAL>", RefusalReason.Value)]
    [InlineData("<INDIVIDUAL><DATAID>1</DATAID><HAIR>red</HAIR></INDIVIDUAL>", RefusalReason.Structure)]
    [InlineData("<INDIVIDUAL>stray<DATAID>1</DATAID></INDIVIDUAL>", RefusalReason.Structure)]
    [InlineData("<INDIVIDUAL><DATAID>1</DATAID><DATAID>2</DATAID></INDIVIDUAL>", RefusalReason.Twice)]
    public void A_person_of_the_united_nations_must_be_whole(string person, RefusalReason reason) =>
        Assert.Equal((reason, 1), Where(SampleLists.Refused(ListSource.Un, ListFileTests.Un(person))));

    [Fact]
    public void A_byte_that_is_no_utf8_is_refused_with_its_line_wherever_the_file_is_read_in_pieces()
    {
        var bytes = Encoding.UTF8.GetBytes(OwnHeader + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"Зантропов {i},,CU,1970,\n")));
        var line = 1_500;
        var at = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ElementAt(line - 1) - 3;
        bytes[at] = 0xE9; // é of Windows-1252

        var refusal = Assert.IsType<ListOutcome.Refused>(ListFile.Read(ListSource.Own, new Dripping(bytes))).Refusal;

        Assert.Equal((RefusalReason.Encoding, line), Where(refusal));
    }

    [Fact]
    public void A_file_that_comes_in_pieces_is_the_same_file()
    {
        var bytes = SampleLists.Of(ListSource.Un);

        var whole = SampleLists.Accepted(ListSource.Un, bytes);
        var dripped = Assert.IsType<ListOutcome.Accepted>(ListFile.Read(ListSource.Un, new Dripping(bytes))).Version;

        Assert.Equal(whole.Sha256, dripped.Sha256);
        Assert.True(ListDiff.Between(whole, dripped).IsEmpty);
    }

    [Theory]
    [InlineData("Odrin Zantropov,,CU,soon,\n", "line 2: Value: This cannot stand in: birth_year.")]
    [InlineData("Odrin Zantropov,,CU,1970,\nQuella,,CU,1970,\nOdrin Zantropov,,CU,1971,\n", "line 4: Twice: The id of line 2 stands here again.")]
    public void A_refusal_names_no_listed_party(string rows, string said) => Assert.Equal(said, SampleLists.Refused(ListSource.Own, OwnHeader + rows).ToString());

    private static (RefusalReason, int) Where(Refusal refusal) => (refusal.Reason, refusal.Line);

    /// <summary>Seven bytes at a time: characters and lines are cut anywhere.</summary>
    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(7, count));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
    }
}
