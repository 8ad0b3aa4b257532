using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SrmBlazor.Shared.Geography;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>The countries of the lists in the publishers' own words: OFAC's, the UN's, the EU's, the UK's.</summary>
internal static class ListCountries
{
    private static readonly FrozenDictionary<string, string> ByName = Build();

    /// <summary>ISO 3166-1 alpha-2 for a code or a name; null for what is no country of today.</summary>
    public static string? Find(string text) =>
        text.Length == 2 && Countries.TryFind(text, out var country) ? country.Alpha2 : ByName.GetValueOrDefault(Plain(text));

    private static FrozenDictionary<string, string> Build()
    {
        var names = Countries.InEnglishOrder.ToDictionary(country => Plain(country.English), country => country.Alpha2, StringComparer.Ordinal);
        foreach (var line in Others.Split('\n', StringSplitOptions.TrimEntries))
        {
            foreach (var name in line[3..].Split(';', StringSplitOptions.TrimEntries))
            {
                names[Plain(name)] = line[..2];
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Letters only: "Virgin Islands, British", "St. Kitts & Nevis", "Côte d'Ivoire", "Congo, Democratic Republic of the".
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private const string Others = """
        AE UAE
        BA Bosnia & Herzegovina; Bosnia
        BN Brunei Darussalam
        BO Bolivia (Plurinational State of)
        BS Bahamas, The; The Bahamas
        CD Congo, Democratic Republic of the; Democratic Republic of the Congo; Congo (Democratic Republic of the); DR Congo; Congo, Democratic Republic
        CG Congo, Republic of the; Republic of the Congo; Congo; Congo (Republic of the)
        CI Cote d Ivoire; Ivory Coast
        CN People's Republic of China; China, People's Republic of
        CV Cape Verde
        CZ Czech Republic
        ER Eritrean
        FM Micronesia (Federated States of); Micronesia, Federated States of
        GB United Kingdom of Great Britain and Northern Ireland; UK; Great Britain; British
        GM The Gambia; Gambia, The
        HK Hong Kong; China, Hong Kong Special Administrative Region; Hong Kong (China); Hong Kong, China
        IM Man, Isle of
        IR Iran (Islamic Republic of); Islamic Republic of Iran; Iran, Islamic Republic of; Iranian
        KP Korea, North; North Korea; Democratic People's Republic of Korea; DPRK; Korea, Democratic People's Republic of
        KR Korea, South; South Korea; Republic of Korea; Korea, Republic of
        LA Lao People's Democratic Republic; Lao PDR
        LY Libyan Arab Jamahiriya
        MD Republic of Moldova; Moldova, Republic of
        MK North Macedonia, The Republic of; Macedonia; The former Yugoslav Republic of Macedonia
        MM Burma; Burma/Myanmar; Myanmar (Burma)
        MO Macau; Macao; China, Macao Special Administrative Region
        PS Palestinian; State of Palestine; Occupied Palestinian Territories; Palestinian Territory; Palestinian Territory, Occupied; West Bank; Gaza; Region: Gaza; Region: West Bank
        RU Russian Federation; Region: Russia; Russian
        ST Sao Tome and Principe
        SY Syrian Arab Republic; Syrian
        SZ Swaziland
        TL East Timor
        TR Turkey
        TW Taiwan; Taiwan, Province of China
        TZ United Republic of Tanzania; Tanzania, United Republic of
        UA Ukrainian
        US United States of America; USA
        VA Holy See; Vatican City
        VC St. Vincent and the Grenadines
        VE Venezuela (Bolivarian Republic of); Venezuela, Bolivarian Republic of
        VG British Virgin Islands; Virgin Islands, British
        VI US Virgin Islands; Virgin Islands, U.S.
        KN St. Kitts and Nevis; St. Kitts & Nevis
        LC St. Lucia
        VN Viet Nam
        """;
}
