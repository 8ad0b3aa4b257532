using System.Globalization;

namespace SrmBlazor.Shared.Geography;

public class CountriesTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void All_249_entries_of_ISO_3166_are_there_once()
    {
        Assert.Equal(249, Countries.InEnglishOrder.Count);
        Assert.Distinct(Countries.InEnglishOrder.Select(country => country.Alpha2));
        Assert.Distinct(Countries.InEnglishOrder.Select(country => country.Alpha3));
        Assert.Distinct(Countries.InEnglishOrder.Select(country => country.English));
        Assert.Distinct(Countries.InEnglishOrder.Select(country => country.Chinese));
        Assert.All(Countries.InEnglishOrder, country => Assert.Matches("^[A-Z]{2}/[A-Z]{3}/[a-z]+( [a-z]+)*$", $"{country.Alpha2}/{country.Alpha3}/{country.Pinyin}"));
    }

    [Theory]
    [InlineData("HK", "Hong Kong SAR, China", "中国香港")]
    [InlineData("MO", "Macao SAR, China", "中国澳门")]
    [InlineData("TW", "Taiwan, China", "中国台湾")]
    [InlineData("DEU", "Germany", "德国")]
    [InlineData("zz", "zz", "zz")]
    public void Names_are_ours_in_both_languages(string code, string english, string chinese)
    {
        Assert.Equal(english, Countries.NameOf(code, English));
        Assert.Equal(chinese, Countries.NameOf(code, Chinese));
    }

    [Fact]
    public void Each_language_has_its_own_order()
    {
        Assert.Equal(["Afghanistan", "Åland Islands", "Albania", "Algeria"], Countries.InOrderOf(English).Take(4).Select(country => country.English));
        Assert.Equal(["阿尔巴尼亚", "阿尔及利亚", "阿富汗", "阿根廷"], Countries.InOrderOf(Chinese).Take(4).Select(country => country.Chinese));
        Assert.Equal("津巴布韦", Countries.InPinyinOrder.Last(country => country.Pinyin.StartsWith('j')).Chinese[..4]);
    }

    [Theory]
    [InlineData("reu", "RE")]
    [InlineData("cote d'iv", "CI")]
    [InlineData("荷兰", "NL")]
    [InlineData("helan", "NL")]
    [InlineData("hl", "NL")]
    [InlineData("ＮＬ", "NL")]
    [InlineData("kingdom", "GB")]
    [InlineData("德", "DE")]
    public void A_country_is_found_by_either_name_pinyin_or_code(string typed, string expected)
    {
        Assert.Equal(expected, Countries.Search(typed, Chinese).First().Alpha2);
    }

    [Fact]
    public void The_EEA_is_the_union_with_three_more_and_the_unions_territories()
    {
        string[] territories = ["AX", "GF", "GP", "MF", "MQ", "RE", "YT"];

        Assert.Equal(30, Countries.InEnglishOrder.Count(country => country.InEea && !territories.Contains(country.Alpha2)));
        Assert.All(territories, code => Assert.True(Countries.IsInEea(code)));
        Assert.All(["CH", "GB", "SJ", "CN"], code => Assert.False(Countries.IsInEea(code)));
    }
}
