using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SrmBlazor.Features.RightsRequests.Pages;

namespace SrmBlazor.Features.RightsRequests;

/// <summary>What a supplier reads about a refusal, whatever its ground and wherever they live.</summary>
public sealed class DecisionNoticeTests : BunitContext
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public DecisionNoticeTests() => Services.AddLogging().AddLocalization();

    public static TheoryData<string, DenialGround> Refusals()
    {
        var all = new TheoryData<string, DenialGround>();
        foreach (var ground in Enum.GetValues<DenialGround>())
        {
            all.Add("en", ground);
            all.Add("zh-CN", ground);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_says_its_ground_in_words_that_its_text_stands_below_and_where_else_to_turn(string language, DenialGround ground)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (var route in ComplaintRoutes.All)
        {
            var notice = Render<DecisionNotice>(with => with.Add(one => one.Decision, new PastDecision(RequestOutcome.Refused, ground, route.Route, null, DateTime.UnixEpoch))).Find(".notice.danger");

            var words = RightsRequestsTexts.Say(language, $"Ground.{ground}");
            Assert.NotEqual($"Ground.{ground}", words);
            Assert.Contains(words, notice.TextContent, StringComparison.Ordinal);
            Assert.Contains(RightsRequestsTexts.Say(language, "Decision.Below"), notice.TextContent, StringComparison.Ordinal);
            Assert.Contains(ComplaintRoutes.In(language, route.Route), notice.TextContent, StringComparison.Ordinal);
        }
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = before;
        base.Dispose(disposing);
    }
}
