using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Intake;

public sealed class RepresentationTests
{
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly DateOnly Until = new(2026, 6, 30);

    [Theory]
    [InlineData(RepresentationKind.Guardian, RequestKind.Explain)]
    [InlineData(RepresentationKind.Lawyer, RequestKind.Explain)]
    [InlineData(RepresentationKind.Authorised, RequestKind.Explain)]
    [InlineData(RepresentationKind.NextOfKin, RequestKind.NextOfKin)]
    public async Task Who_asks_for_somebody_else_is_asked_to_show_that_they_may(RepresentationKind right, RequestKind kind)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);

        var made = await stranger.AskAsync(Stranger.ByLawyer with { Right = right, Kind = RequestKind.Explain, Language = "zh-CN" });

        var request = await stranger.RequestAsync(made.Reference);
        Assert.Equal((kind, RequestState.AwaitingAuthority), (request.Kind, request.State));
        var seen = await stranger.SeenAsync(made.Follow);
        Assert.Equal((right, true, true), (seen.Right, seen.Hears, seen.CanShow));
        Assert.Equal(IntakeTexts.Say("zh-CN", $"Evidence.{right}"), seen.Steps[1].Text);
        Assert.Equal(Stranger.Mailbox, (await stranger.LetterAsync("RequestReceived")).To);
    }

    [Theory]
    [BothProviders]
    public async Task Once_confirmed_the_request_goes_on_for_the_persons_account_and_the_answer_goes_to_the_person(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (stranger, ward) = (new Stranger(house), await Population.Of(house).RegisterAsync(Stranger.WardMailbox));
        var made = await stranger.AskAsync(Stranger.ByLawyer with { Kind = RequestKind.Explain });
        Applicant.Done(await stranger.Followed.KeepAsync(made.Follow, made.Reference, await Applicant.PictureAsync(300), CancellationToken.None));
        Assert.Empty(await house.Get<MyRequests>().ListAsync(house.ActOf(ward, Role.Supplier)));

        Applicant.Done(await ConfirmAsync(stranger, made.Reference, mayReceive: false));

        var (before, after) = ((await stranger.RequestsAsync())[0], (await stranger.RequestsAsync())[1]);
        Assert.Equal((RequestState.Withdrawn, RequestState.Triage, ward), (before.State, after.State, after.PersonId));
        Assert.Equal((before.ReceivedOn, before.Kind), (after.ReceivedOn, after.Kind));
        Assert.Single(await house.Get<MyRequests>().ListAsync(house.ActOf(ward, Role.Supplier)));
        Assert.IsType<Opening<RequestEvidence>.Erased>(await house.Vault.OpenAsync<RequestEvidence>(before.PersonId!.Value, For.RequestProof));
        await AnswerAsync(stranger, after.Reference);
        Assert.Equal(Stranger.WardMailbox, (await stranger.LetterAsync("RequestFulfilled")).To);
        var seen = await stranger.SeenAsync(made.Follow);
        Assert.Equal((after.Reference, RequestState.Fulfilled, false, 0), (seen.Row.Reference, seen.Row.State, seen.Hears, seen.Steps.Count));
        Assert.IsType<RequestResult.NotFound>(await stranger.Followed.AppealAsync(made.Follow, after.Reference, "Let me see."));
    }

    [Fact]
    public async Task Who_may_receive_the_answer_hears_it_until_the_representation_is_over()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);
        var made = await stranger.AskAsync(Stranger.ByLawyer with { Kind = RequestKind.Explain });

        Applicant.Done(await ConfirmAsync(stranger, made.Reference, mayReceive: true, house.Clock.GetUtcNow().AddDays(20)));
        await AnswerAsync(stranger, made.Reference);

        Assert.Equal(Stranger.Mailbox, (await stranger.LetterAsync("RequestFulfilled")).To);
        Assert.Contains("Because of the gulls.", (await stranger.SeenAsync(made.Follow)).Steps.Select(step => step.Text));
        house.Clock.Advance(TimeSpan.FromDays(22));
        Assert.Empty((await stranger.SeenAsync(made.Follow)).Steps);
    }

    [Fact]
    public async Task Without_an_account_the_answer_goes_to_the_mailbox_of_the_person_who_follows_by_a_link_of_their_own()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);
        var made = await stranger.AskAsync(Stranger.ByLawyer with { Kind = RequestKind.Explain });

        Applicant.Done(await ConfirmAsync(stranger, made.Reference, mayReceive: false));
        await AnswerAsync(stranger, made.Reference);

        var letter = await stranger.LetterAsync("RequestFulfilled");
        Assert.Equal(Stranger.WardMailbox, letter.To);
        var seen = await stranger.SeenAsync(letter.Link!.Segments[^1]);
        Assert.True(seen.CanAppeal);
        Assert.Contains("Because of the gulls.", seen.Steps.Select(step => step.Text));
    }

    [Fact]
    public async Task Who_has_not_shown_it_is_refused_by_two_with_reasons_and_the_way_to_complain_and_the_person_hears_nothing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (stranger, ward) = (new Stranger(house), await Population.Of(house).RegisterAsync(Stranger.WardMailbox));
        var made = await stranger.AskAsync(Stranger.ByLawyer with { Region = "CN" });
        Assert.Equal(RequestFault.NotProved, Applicant.FaultOf(await house.Get<RequestDesk>().ProveAsync(made.Reference, await StampAsync(stranger, made.Reference), stranger.ActOf(Officer))));

        Applicant.Done(await house.Get<Representations>().RefuseAsync(made.Reference, await StampAsync(stranger, made.Reference), "The authority names somebody else.", stranger.ActOf(Officer)));
        Assert.Equal(RequestState.AwaitingReview, (await stranger.RequestAsync(made.Reference)).State);
        Applicant.Done(await house.Get<RequestDecisions>().ApproveAsync(made.Reference, await StampAsync(stranger, made.Reference), stranger.ActOf(Second)));

        var seen = await stranger.SeenAsync(made.Follow);
        Assert.Equal((RequestState.Refused, true, true), (seen.Row.State, seen.Hears, seen.CanAppeal));
        Assert.Equal((DenialGround.InsufficientVerification, "CN"), (Assert.Single(seen.Decisions).Ground, seen.Decisions[0].Route));
        Assert.Contains("The authority names somebody else.", seen.Steps.Select(step => step.Text));
        Assert.Equal(Stranger.Mailbox, (await stranger.LetterAsync("RequestRefused")).To);
        Assert.Empty(await Letterbox.OfAsync(house, ward));
        Assert.Empty(await house.Get<MyRequests>().ListAsync(house.ActOf(ward, Role.Supplier)));
    }

    [Fact]
    public async Task Staff_see_about_whom_it_is_only_after_the_persons_ledger_says_so_and_confirm_once_and_for_a_time()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);
        var made = await stranger.AskAsync(Stranger.ByLawyer);
        var desk = house.Get<Representations>();

        var name = await desk.RevealAsync(made.Reference, RevealReason.PersonAsked, stranger.ActOf(Officer));

        Assert.Equal($"{Stranger.WardName}, {Stranger.WardMailbox}", name);
        var person = (await stranger.RequestAsync(made.Reference)).PersonId!.Value;
        Assert.Contains(await house.Get<AccessLedger>().OfAsync(person), line => line.Reason == RevealReason.PersonAsked);
        Assert.Equal(RequestFault.TooLate, Applicant.FaultOf(await ConfirmAsync(stranger, made.Reference, mayReceive: false, house.Clock.GetUtcNow().AddDays(-2))));
        Applicant.Done(await ConfirmAsync(stranger, made.Reference, mayReceive: false, house.Clock.GetUtcNow().AddYears(7)));
        var authority = await desk.FindAsync(made.Reference, stranger.ActOf(Officer));
        Assert.Equal((RepresentationState.Confirmed, false, false), (authority!.State, authority.CanConfirm, authority.CanRefuse));
        Assert.True(authority.ExpiresOn <= house.Clock.Now() + Representation.Longest);
    }

    private static async Task<RequestResult> ConfirmAsync(Stranger stranger, string reference, bool mayReceive, DateTimeOffset? until = null) =>
        await stranger.House.Get<Representations>().ConfirmAsync(reference, await StampAsync(stranger, reference), mayReceive, until is { } on ? DateOnly.FromDateTime(on.UtcDateTime) : Until, stranger.ActOf(Officer));

    private static async Task AnswerAsync(Stranger stranger, string reference)
    {
        Applicant.Done(await stranger.House.Get<RequestDesk>().ClaimAsync(reference, await StampAsync(stranger, reference), stranger.ActOf(Officer)));
        Applicant.Done(await stranger.House.Get<RequestDecisions>().AnswerAsync(reference, await StampAsync(stranger, reference), "Because of the gulls.", stranger.ActOf(Officer)));
    }

    private static async Task<Guid> StampAsync(Stranger stranger, string reference) => (await stranger.RequestAsync(reference)).Stamp;
}
