using System.Globalization;
using System.Resources;
using System.Text;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>Lists of invented parties in every format, as the publishers write them; for EU and UK from their public descriptions, as no real file is at hand.</summary>
internal static class SampleLists
{
    private static readonly string[] Given = ["Odrin", "Quella", "Vasmir", "Tolbert", "Ysmene", "Karvo", "Brisanta", "Fenwick", "Zorah", "Mirelle"];

    private static readonly string[] Family = ["ZANTROPOV", "QUIVERLEY", "MORBENNIK", "AL-TANZIRI", "VUNDERHAAS", "OSHTRANI", "PELLUCIDO", "GRAMBOLD"];

    private static readonly string[] Lands = ["Russia", "China", "Mexico", "Iran"];

    private static readonly string[] Codes = ["RU", "CN", "MX", "IR"];

    public static string Surname(int i) => $"{Family[i % Family.Length]}{(char)('A' + (i / Family.Length % 26))}";

    public static string GivenName(int i) => Given[i * 7 % Given.Length];

    private static string Land(int i) => Lands[i % Lands.Length];

    private static string Code(int i) => Codes[i % Codes.Length];

    private static int Year(int i) => 1940 + i * 13 % 55;

    public static byte[] Of(ListSource source, int entries = 60) => Encoding.UTF8.GetBytes(source switch
    {
        ListSource.OfacSdn => Rows(entries, Sdn, "\r\n") + "\u001A",
        ListSource.OfacAlt => Rows(entries, Alt, "\r\n") + "\u001A",
        ListSource.OfacAdd => Rows(entries, Add, "\r\n") + "\u001A",
        ListSource.UsCsl => CslHeader + "\n" + Rows(entries, Csl, "\n"),
        ListSource.Un => Un(entries),
        ListSource.Eu => Eu(entries),
        ListSource.Uk => "Report Date: 05-Nov-2026\r\n" + UkHeader + "\r\n" + Rows(entries, Uk, "\r\n"),
        ListSource.Own => "name,aliases,nationality,birth_year,note\n" + Rows(entries, Own, "\n"),
    });

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static ListVersion Accepted(ListSource source, byte[] bytes, ListVersion? before = null, bool deliberate = false) =>
        Assert.IsType<ListOutcome.Accepted>(ListFile.Read(source, new MemoryStream(bytes), before, deliberate)).Version;

    public static ListVersion Accepted(ListSource source, string text, ListVersion? before = null, bool deliberate = false) =>
        Accepted(source, Encoding.UTF8.GetBytes(text), before, deliberate);

    public static Refusal Refused(ListSource source, string text, ListVersion? before = null, bool deliberate = false)
    {
        var refusal = Assert.IsType<ListOutcome.Refused>(ListFile.Read(source, Stream(text), before, deliberate)).Refusal;
        IsSaidInChinese(refusal);
        return refusal;
    }

    /// <summary>What was found, by its English format as the key.</summary>
    public static void IsSaidInChinese(Refusal refusal) =>
        Assert.Contains(new ResourceManager(typeof(ListTexts)).GetString(refusal.Finding.Format, CultureInfo.GetCultureInfo("zh-CN")) ?? "", sign => sign >= '\u4e00');

    public static ListVersion Real(ListSource source, string file, ListVersion? before = null)
    {
        using var stream = File.OpenRead(SharedData.PathOf($"screening/{file}"));
        return Assert.IsType<ListOutcome.Accepted>(ListFile.Read(source, stream, before)).Version;
    }

    private static string Rows(int count, Func<int, string> row, string end) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + end));

    private static string Sdn(int i) => i % 9 == 8
        ? $"{1000 + i * 3},\"{Surname(i)} STAR\",\"vessel\",\"SDGT\",-0- ,\"AB{i}\",\"General Cargo\",\"{1000 + i}\",\"{900 + i}\",\"{Land(i)}\",-0- ,\"Vessel Registration Identification IMO {7000000 + i}.\""
        : i % 4 == 3
            ? $"{1000 + i * 3},\"{Surname(i)} TRADING, S.A.\",-0- ,\"RUSSIA-EO14024\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Tax ID No. {i * 977} ({Land(i)}).\""
            : $"{1000 + i * 3},\"{Surname(i)}, {GivenName(i)}\",\"individual\",\"SDGT] [IRGC\",\"Minister of Lanterns\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1{i % 9} Dec {Year(i)}; POB Lantern Bay, {Land(i)}; nationality {Land(i)}; Gender Male; a.k.a. 'THE {Surname(i)}'; Passport X{i * 31} ({Land(i)}).\"";

    private static string Alt(int i) => $"{1000 + i / 2 * 3},{500 + i},\"{(i % 7 == 6 ? "fka" : "aka")}\",\"{Surname(i)}, {GivenName(i)} {GivenName(i + 3)}\",-0- ";

    private static string Add(int i) => $"{1000 + i / 2 * 3},{700 + i},\"{i + 1} Invented Street\",\"Lantern Bay {100000 + i * 7}\",\"{Land(i)}\",-0- ";

    private const string CslHeader = "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

    private static string Csl(int i) => "\"" + string.Join("\",\"",
    [
        $"{30000 + i}", i % 3 == 0 ? "Denied Persons List (DPL) - Bureau of Industry and Security" : "Specially Designated Nationals (SDN) - Treasury Department", $"{30000 + i}",
        i % 3 == 0 ? "" : i % 3 == 1 ? "Individual" : "Entity", "SDNT; GLOMAG", $"{Surname(i)}, {GivenName(i)}", "", $"{i} Invented Street, Lantern Bay, {10000 + i}, {Code(i)}; {i} \"\"Long\"\" Lane, Quillport, {Code(i + 1)}",
        "85 FR 83799", "2020-12-23", "", "", "", "", "", "", "", "", "", "", "", "https://example.test/list", $"{GivenName(i)} {Surname(i + 1)}; {Surname(i)}", "", i % 3 == 1 ? $"{Year(i)}-05-01; circa {Year(i) + 1}" : "",
        i % 3 == 1 ? Code(i) : "", i % 3 == 1 ? "Lantern Bay" : "", "https://example.test/about", "",
    ]) + "\"";

    private static string Un(int count)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"2026-11-05T00:00:09.554Z\">\n  <INDIVIDUALS>\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(i == count * 3 / 4 ? "  </INDIVIDUALS>\n  <ENTITIES>\n" : "").Append(i < count * 3 / 4 ? Individual(i) : Entity(i));
        }

        return text.Append("  </ENTITIES>\n</CONSOLIDATED_LIST>").ToString();
    }

    private static string Individual(int i) => $"""
            <INDIVIDUAL>
              <DATAID>{6900000 + i}</DATAID>
              <VERSIONNUM>1</VERSIONNUM>
              <FIRST_NAME>{GivenName(i)}</FIRST_NAME>
              <SECOND_NAME>{Surname(i)}</SECOND_NAME>
              <UN_LIST_TYPE>DRC</UN_LIST_TYPE>
              <REFERENCE_NUMBER>CDi.{i:000}</REFERENCE_NUMBER>
              <LISTED_ON>2012-12-31</LISTED_ON>
              <NAME_ORIGINAL_SCRIPT>Вымысел {(char)('А' + i % 32)}</NAME_ORIGINAL_SCRIPT>
              <NATIONALITY>
                <VALUE>Russian Federation</VALUE>
              </NATIONALITY>
              <INDIVIDUAL_ALIAS>
                <QUALITY>{(i % 3 == 0 ? "Low" : "Good")}</QUALITY>
                <ALIAS_NAME>{Surname(i)} {GivenName(i + 1)}</ALIAS_NAME>
              </INDIVIDUAL_ALIAS>
              <INDIVIDUAL_ADDRESS>
                <STREET>{i} Invented Street</STREET>
                <CITY>Lantern Bay</CITY>
                <COUNTRY>Haiti</COUNTRY>
              </INDIVIDUAL_ADDRESS>
              <INDIVIDUAL_DATE_OF_BIRTH>
                <TYPE_OF_DATE>EXACT</TYPE_OF_DATE>
                <YEAR>{Year(i)}</YEAR>
              </INDIVIDUAL_DATE_OF_BIRTH>
              <INDIVIDUAL_DOCUMENT/>
              <SORT_KEY/>
              <SORT_KEY_LAST_MOD/>
            </INDIVIDUAL>

        """.ReplaceLineEndings("\n");

    private static string Entity(int i) => $"""
            <ENTITY>
              <DATAID>{6910000 + i}</DATAID>
              <VERSIONNUM>1</VERSIONNUM>
              <FIRST_NAME>{Surname(i)} LANTERN WORKS ; {Surname(i)} LTD</FIRST_NAME>
              <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
              <REFERENCE_NUMBER>KPe.{i:000}</REFERENCE_NUMBER>
              <LISTED_ON>2009-04-24</LISTED_ON>
              <ENTITY_ALIAS>
                <QUALITY>f.k.a.</QUALITY>
                <ALIAS_NAME>{GivenName(i)} {Surname(i)} WORKS</ALIAS_NAME>
              </ENTITY_ALIAS>
              <ENTITY_ADDRESS>
                <CITY>Quillport</CITY>
                <COUNTRY>Democratic People's Republic of Korea</COUNTRY>
              </ENTITY_ADDRESS>
              <SORT_KEY/>
              <SORT_KEY_LAST_MOD/>
            </ENTITY>

        """.ReplaceLineEndings("\n");

    private static string Eu(int count) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\"2026-11-04T21:24:35.826+01:00\" globalFileId=\"171703\">\n"
        + string.Concat(Enumerable.Range(0, count).Select(Sanctioned)) + "</export>\n";

    private static string Sanctioned(int i) => $"""
            <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.{i}.{i + 9}" logicalId="{13 + i}">
                <remark>Invented</remark>
                <regulation regulationType="regulation" organisationType="commission" publicationDate="2003-07-08" entryIntoForceDate="2003-07-07" numberTitle="1210/2003 (OJ L169)" programme="UKR" logicalId="{348 + i}">
                    <publicationUrl>http://example.test/oj</publicationUrl>
                </regulation>
                <subjectType code="{(i % 4 == 3 ? "enterprise" : "person")}" classificationCode="{(i % 4 == 3 ? "E" : "P")}"/>
                <nameAlias firstName="{GivenName(i)}" middleName="" lastName="{Surname(i)}" wholeName="{GivenName(i)} {Surname(i)}" function="" gender="M" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="{17 + i}">
                    <regulationSummary regulationType="regulation" publicationDate="2003-07-08" numberTitle="1210/2003 (OJ L169)" publicationUrl="http://example.test/oj"/>
                </nameAlias>
                <nameAlias firstName="" middleName="" lastName="" wholeName="Abou {Surname(i)}" function="" title="" nameLanguage="FR" strong="false" regulationLanguage="en" logicalId="{380 + i}"/>
                <citizenship region="" countryIso2Code="{Code(i)}" countryDescription="SOMEWHERE" regulationLanguage="en" logicalId="{1 + i}"/>
                <birthdate circa="{(i % 5 == 0 ? "true" : "false")}" calendarType="GREGORIAN" city="Lantern Bay" zipCode="" birthdate="{Year(i)}-04-28" dayOfMonth="28" monthOfYear="4" year="{Year(i)}" region="" place="" countryIso2Code="IQ" countryDescription="IRAQ" regulationLanguage="en" logicalId="{14 + i}"/>
                <address city="Quillport" street="{i} Invented Street" poBox="" zipCode="{10000 + i}" region="" place="" asAtListingTime="false" countryIso2Code="{Code(i)}" countryDescription="SOMEWHERE" regulationLanguage="en" logicalId="{90 + i}"/>
                <identification diplomatic="false" knownExpired="false" number="X{i}" identificationTypeCode="passport" countryIso2Code="{Code(i)}" logicalId="{600 + i}"/>
            </sanctionEntity>

        """.ReplaceLineEndings("\n");

    private const string UkHeader = "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Date Designated,D.O.B,Nationality(/ies),Passport number,Position,Gender,Town of birth,Country of birth,IMO number";

    // two rows a party: the name and an alias
    private static string Uk(int i)
    {
        var party = i / 2;
        return string.Join(',',
        [
            "01/03/2022", $"RUS{party:0000}", $"{14000 + party}", "", Surname(i), GivenName(party), "", "", "", "", i % 2 == 0 ? "Primary Name" : "Alias", i % 2 == 0 ? "" : i % 3 == 0 ? "Low" : "Good", "",
            i % 2 == 0 ? $"Вымысел {(char)('А' + party % 32)}" : "", "", "", "Russia", party % 4 == 3 ? "Entity" : "Individual", "UK", "Asset freeze|Travel ban", "\"Invented, for tests\"",
            $"{party} Invented Street", "Lantern Bay", "", "", "", "", $"{100000 + party}", Land(party), "01/03/2022", string.Create(CultureInfo.InvariantCulture, $"00/00/{Year(party)}"), Land(party), $"X{party}", "Keeper", "Male", "Quillport", Land(party), "",
        ]);
    }

    private static string Own(int i) => $"\"{GivenName(i)} {Surname(i)}\",{Surname(i)} {GivenName(i)},{Code(i)},{Year(i)},\"invented, for tests\"";
}
