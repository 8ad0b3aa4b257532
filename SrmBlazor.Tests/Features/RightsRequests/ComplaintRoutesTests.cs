using SrmBlazor.Shared.Deadlines;

namespace SrmBlazor.Features.RightsRequests;

public sealed class ComplaintRoutesTests
{
    private const string Head = "route,english,chinese,contact,court,source,confidence,reviewBy\n";
    private const string Elsewhere = "Elsewhere,the authority,主管机关,,yes,policy,Primary,2027-06-30\n";

    [Theory]
    [InlineData("CN", "CN")]
    [InlineData("DE", "EU")]
    [InlineData("GB", "GB")]
    [InlineData("US-CA", "US-CA")]
    [InlineData("US-NY", "Elsewhere")]
    [InlineData("", "Elsewhere")]
    [InlineData("XX", "Elsewhere")]
    // nobody has seen these in a text of law
    [InlineData("BR", "Elsewhere")]
    [InlineData("JP", "Elsewhere")]
    public void A_region_leads_to_its_own_route_or_to_the_one_for_everybody(string region, string route) => Assert.Equal(route, ComplaintRoutes.Of(region));

    [Fact]
    public void Each_route_has_words_in_both_languages_a_source_and_a_day_of_review()
    {
        Assert.Equal(9, ComplaintRoutes.All.Count);
        Assert.All(ComplaintRoutes.All, one =>
        {
            Assert.Contains(one.English, ComplaintRoutes.In("en", one.Route), StringComparison.Ordinal);
            Assert.Contains(one.Chinese, ComplaintRoutes.In("zh-CN", one.Route), StringComparison.Ordinal);
            Assert.Contains(one.Contact, ComplaintRoutes.In("zh-CN", one.Route), StringComparison.Ordinal);
            Assert.True(one.Source.Length > 0 && one.ReviewBy.Year > 2025);
        });
        Assert.Equal("the Cyberspace Administration of China (www.12377.cn · 12377), or a court", ComplaintRoutes.In("en", "CN"));
    }

    [Fact]
    public void A_route_is_to_be_reviewed_from_its_day_on()
    {
        var route = ComplaintRoutes.All.Single(one => one.Route == "CN");

        Assert.False(route.IsToBeReviewed(route.ReviewBy.AddDays(-1)));
        Assert.True(route.IsToBeReviewed(route.ReviewBy));
    }

    [Theory]
    [InlineData("CN,one,一,,maybe,law,Primary,2027-06-30", "court")]
    [InlineData("Mars,one,一,,yes,law,Primary,2027-06-30", "route")]
    [InlineData("CN,one,一,,yes,,Primary,2027-06-30", "source")]
    [InlineData("CN,one,一,,yes,law,Surely,2027-06-30", "confidence")]
    [InlineData("CN,one,一,,yes,law,Primary,soon", "reviewBy")]
    public void A_line_that_cannot_be_read_is_named(string line, string column)
    {
        var trouble = Assert.Throws<InvalidDataException>(() => ComplaintRoutes.Read("routes.csv", Head + Elsewhere + line));

        Assert.Contains("line 3", trouble.Message, StringComparison.Ordinal);
        Assert.Contains(column, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_left_without_a_route() =>
        Assert.Contains("Elsewhere", Assert.Throws<InvalidDataException>(() => ComplaintRoutes.Read("routes.csv", Head + Elsewhere.Replace("Primary", nameof(Confidence.Unverified), StringComparison.Ordinal))).Message, StringComparison.Ordinal);
}
