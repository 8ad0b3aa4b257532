using SrmBlazor.Data;
using SrmBlazor.Features.Guardians;
using SrmBlazor.Features.Triage;
using SrmBlazor.Features.Verification;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.RightsRequests;

public sealed class RepliesTests
{
    private static readonly Uri Link = new("https://srm.example/privacy/requests/REQ-00001");

    private static readonly DateOnly Today = new(2026, 3, 12);

    public static TheoryData<string, string> Places => new()
    {
        { "DE", "GDPR" }, { "GB", "UK GDPR" }, { "CN", "PIPL" }, { "US-CA", "11 CCR § 7021" }, { "BR", "privacy policy" }, { "", "privacy policy" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_template_is_whole_in_both_languages_and_names_the_law_of_the_place_and_no_other(string region, string law)
    {
        string[] others = [.. new[] { "GDPR", "PIPL", "11 CCR" }.Where(other => !law.Contains(other, StringComparison.Ordinal))];
        foreach (var kind in Enum.GetValues<RequestKind>())
        {
            foreach (var situation in Enum.GetValues<ReplySituation>())
            {
                var (english, chinese) = (ReplyTemplates.Write(RequestOf(kind, region, "en"), situation, Link, Today), ReplyTemplates.Write(RequestOf(kind, region, "zh-CN"), situation, Link, Today));

                Assert.All([english, chinese], text =>
                {
                    Assert.Contains("REQ-00001", text, StringComparison.Ordinal);
                    Assert.EndsWith(Link.ToString(), text, StringComparison.Ordinal);
                    Assert.DoesNotContain("{", text, StringComparison.Ordinal);
                    Assert.InRange(text.Length, 60, RequestMessage.Longest);
                });
                Assert.All(others, other => Assert.DoesNotContain(other, english + chinese, StringComparison.Ordinal));
                Assert.Contains("您好", chinese, StringComparison.Ordinal);
            }

            Assert.Contains(law, ReplyTemplates.Write(RequestOf(kind, region, "en"), ReplySituation.Received, Link, Today), StringComparison.Ordinal);
        }

        var due = ReplyTemplates.Write(RequestOf(RequestKind.Delete, region, "en"), ReplySituation.InWork, Link, Today);
        Assert.Contains("12 March 2026", due, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RequestKind.Delete, "DE", "Article 17 of the General Data Protection Regulation")]
    [InlineData(RequestKind.Delete, "CN", "Article 47 of the Personal Information Protection Law")]
    [InlineData(RequestKind.Transfer, "GB", "Article 20 of the UK GDPR")]
    public void The_first_reply_names_the_article_that_gives_the_right(RequestKind kind, string region, string article) =>
        Assert.Contains(article, ReplyTemplates.Write(RequestOf(kind, region, "en"), ReplySituation.Received, Link, Today), StringComparison.Ordinal);

    [Fact]
    public void A_refusal_names_the_authority_of_the_place_and_how_long_it_can_be_appealed()
    {
        var text = ReplyTemplates.Write(RequestOf(RequestKind.Other, "GB", "en"), ReplySituation.RefusalRoute, Link, Today);

        Assert.Contains("Information Commissioner's Office", text, StringComparison.Ordinal);
        Assert.Contains("within 60 days", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_over_is_promised_to_nobody()
    {
        foreach (var situation in Enum.GetValues<ReplySituation>())
        {
            Assert.DoesNotContain("12 March", ReplyTemplates.Write(RequestOf(RequestKind.Delete, "DE", "en"), situation, Link, Today.AddDays(1)), StringComparison.Ordinal);
        }
    }

    [Theory, BothProviders]
    public async Task What_is_not_true_of_a_request_as_it_stands_is_not_sent_and_the_preview_says_so(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var applicant = await Applicant.BeginAsync(house);
        var (fresh, asked, reviewed) = (await applicant.SubmitAsync(), await applicant.InHandAsync(), await applicant.InHandAsync());
        var act = house.ActOf(Applicant.Officer, Role.PrivacyOfficer);
        Applicant.Done(await applicant.Desk.AskClarificationAsync(asked, await applicant.StampAsync(asked), "Which one?", act));
        Applicant.Done(await applicant.Decisions.ProposeAsync(reviewed, await applicant.StampAsync(reviewed), RequestOutcome.Refused, DenialGround.NotCovered, "It is not covered.", act));
        var rows = (await house.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, act)).Rows.OrderBy(row => row.Reference, StringComparer.Ordinal).ToList();
        Assert.Equal([fresh, asked, reviewed], rows.Select(row => row.Reference));

        foreach (var (situation, fits) in new (ReplySituation, bool[])[]
        {
            (ReplySituation.Received, [true, false, false]), (ReplySituation.NeedIdentity, [true, false, false]), (ReplySituation.NeedClarity, [true, true, false]), (ReplySituation.NeedTime, [true, true, true]),
            (ReplySituation.InWork, [true, false, true]), (ReplySituation.Answered, [false, false, true]), (ReplySituation.RefusalRoute, [false, true, true]),
        })
        {
            var forecast = await house.Get<BoardReplies>().ForecastAsync(rows, situation, act);

            Assert.Equal(fits.Select(fit => fit ? ReplyOutcome.Sent : ReplyOutcome.DoesNotFit), forecast.Select(line => line.Outcome));
            Assert.All(forecast, line => Assert.Equal(line.Outcome == ReplyOutcome.Sent, line.Text.Length > 0));
        }

        var sent = await house.Get<BoardReplies>().SendAsync(rows, ReplySituation.Received, act);
        Assert.Equal([ReplyOutcome.Sent, ReplyOutcome.DoesNotFit, ReplyOutcome.DoesNotFit], sent.Select(line => line.Outcome));
        Assert.Equal(RequestStep.Proposed, (await applicant.RequestAsync(reviewed)).Events[^1].Step);
    }

    [Theory, BothProviders]
    public async Task A_reply_to_several_goes_to_each_in_their_language_and_never_to_what_has_ended_or_is_shut(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var german = await Applicant.BeginAsync(house, "DE");
        var chinese = await Applicant.BeginAsync(house, language: "zh-CN", number: "110105194912310038");
        var (child, _) = await Child.ActivateAsync(house);
        var (one, two) = (await german.SubmitAsync(), await chinese.SubmitAsync());
        var ended = await german.SubmitAsync();
        var shut = Applicant.Done(await house.Get<MyRequests>().SubmitAsync(RequestKind.Other, "What do you keep?", "", cooling: false, child.AsRegistrant.Act(house))).Reference;
        var (replies, act) = (house.Get<BoardReplies>(), house.ActOf(Applicant.Officer, Role.PrivacyOfficer));
        var rows = (await house.Get<Board>().PageAsync(new BoardFilter(), BoardPlace.First, act)).Rows.OrderBy(row => row.Reference, StringComparer.Ordinal).ToList();
        Applicant.Done(await german.Mine.WithdrawAsync(ended, german.Act));

        var forecast = await replies.ForecastAsync(rows, ReplySituation.Received, act);
        var replied = await replies.SendAsync(rows, ReplySituation.Received, act);

        Assert.Equal([one, two, ended, shut], rows.Select(row => row.Reference));
        Assert.Equal([ReplyOutcome.Sent, ReplyOutcome.Sent, ReplyOutcome.Ended, ReplyOutcome.NeedsApproval], forecast.Select(line => line.Outcome));
        Assert.Equal([ReplyOutcome.Sent, ReplyOutcome.Sent, ReplyOutcome.Ended, ReplyOutcome.NeedsApproval], replied.Select(line => line.Outcome));
        var (read, gelesen) = ((await chinese.Mine.OpenAsync(two, chinese.Act))!.Steps[^1], (await german.Mine.OpenAsync(one, german.Act))!.Steps[^1]);
        Assert.Equal((RequestStep.Wrote, forecast[1].Text), (read.Step, read.Text));
        Assert.Contains("个人信息保护法", read.Text, StringComparison.Ordinal);
        Assert.Contains("GDPR, Article 12(3)", gelesen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Qvarnström", read.Text + gelesen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
        var again = await replies.SendAsync([.. forecast.Select(line => line.Row)], ReplySituation.InWork, act);
        Assert.Equal([ReplyOutcome.Faster, ReplyOutcome.Faster, ReplyOutcome.Ended, ReplyOutcome.NeedsApproval], again.Select(line => line.Outcome));
    }

    [Fact]
    public async Task The_case_offers_a_draft_for_each_situation_in_the_persons_language()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house, language: "zh-CN");
        var reference = await applicant.SubmitAsync();

        var drafts = await house.Get<Replies>().DraftsAsync(reference, applicant.ActOf(Applicant.Officer));

        Assert.Equal(Enum.GetValues<ReplySituation>(), drafts.Select(draft => draft.Situation));
        Assert.All(drafts, draft => Assert.StartsWith("您好", draft.Text, StringComparison.Ordinal));
        Assert.Empty(await house.Get<Replies>().DraftsAsync("REQ-99999", applicant.ActOf(Applicant.Officer)));
    }

    private static RightsRequest RequestOf(RequestKind kind, string region, string language)
    {
        var act = new Act(Guid.NewGuid(), Role.Supplier, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
        var request = RightsRequest.Submit(new NewRequest(act.Who, kind, region, language, RequestChannel.Dashboard, new DateOnly(2026, 3, 2), Guid.NewGuid()), 1, act);
        request.Reckon(new DateOnly(2026, 3, 12), null, provisional: false, act with { Who = Guid.Empty });
        return request;
    }
}
