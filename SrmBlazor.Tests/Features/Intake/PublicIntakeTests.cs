using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Triage;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Intake;

public sealed class PublicIntakeTests
{
    [Theory]
    [BothProviders]
    public async Task Until_the_mailbox_answers_what_was_typed_is_sealed_and_no_account_knows_of_it(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var house = await House.OpenAsync(stores);
        var stranger = new Stranger(house);
        var owner = await Population.Of(house).RegisterAsync(Stranger.Mailbox);

        await stranger.TypeAsync(Stranger.Own);

        Assert.Empty(await stranger.RequestsAsync());
        Assert.Empty(await house.Get<MyRequests>().ListAsync(house.ActOf(owner, Role.Supplier)));
        Assert.DoesNotContain("typed-request", (await house.Vault.OpenEverythingAsync(owner, For.Access, _ => true)).Select(one => one.Kind.Name));
        Assert.Empty(await Letterbox.OfAsync(house, owner));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), Stranger.Words, Stranger.Mailbox));
    }

    [Theory]
    [BothProviders]
    [Promise("P-5.1-02")]
    public async Task The_mailbox_of_an_account_makes_a_request_of_that_account_and_the_days_count_from_the_form(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var stranger = new Stranger(house);
        var owner = await Population.Of(house).RegisterAsync(Stranger.Mailbox);
        var token = await stranger.TypeAsync(Stranger.Own);
        house.Clock.Advance(TimeSpan.FromDays(3));

        var made = Assert.IsType<IntakeResult.Made>(await stranger.Intake.ConfirmAsync(token));

        Assert.Null(made.Follow);
        var request = await stranger.RequestAsync(made.Reference);
        Assert.Equal((owner, RequestChannel.Form, RequestState.Triage), (request.PersonId, request.Channel, request.State));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 23)), (request.ReceivedOn, request.DueOn));
        var opened = await house.Get<MyRequests>().OpenAsync(made.Reference, house.ActOf(owner, Role.Supplier));
        Assert.Equal(Stranger.Words, opened!.Steps[0].Text);
        Assert.EndsWith($"/privacy/requests/{made.Reference}", (await stranger.LetterAsync("RequestReceived")).Link!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(["erased"], await TypedAsync(house));
    }

    /// <summary>By the name they gave; by a representative's nobody is found.</summary>
    [Fact]
    public async Task Who_has_no_account_is_found_on_the_board_by_name()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var (stranger, officer) = (new Stranger(house), house.ActOf(Guid.NewGuid(), Role.PrivacyOfficer));

        var made = await stranger.AskAsync(Stranger.Own with { Name = "Quillan Ashgrove" });
        await stranger.AskAsync(Stranger.ByLawyer);

        Assert.Equal([made.Reference], (await house.Get<Board>().FindAsync("quillan ashgrove", officer)).Select(row => row.Reference));
        Assert.Empty(await house.Get<Board>().FindAsync(Stranger.ByLawyer.Name, officer));
    }

    [Theory]
    [BothProviders]
    public async Task Who_has_no_account_follows_by_a_link_and_a_second_request_is_linked_to_the_first(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var stranger = new Stranger(house);

        var first = await stranger.AskAsync(Stranger.Own);
        var second = await stranger.AskAsync(Stranger.Own with { Text = "Once more." });

        var requests = await stranger.RequestsAsync();
        Assert.Equal((requests[0].PersonId, requests[0].Id), (requests[1].PersonId, requests[1].TwinId));
        var seen = await stranger.Followed.ListAsync(second.Follow);
        Assert.Equal([second.Reference, first.Reference], seen.Select(one => one.Row.Reference));
        Assert.Equal((first.Reference, "Once more."), (seen[0].Twin, seen[0].Steps[0].Text));
        Assert.Equal(2, (await stranger.Followed.ListAsync(first.Follow)).Count);
        Assert.Equal(2, (await stranger.Followed.ListAsync((await stranger.LetterAsync("RequestReceived")).Link!.Segments[^1])).Count);
        Assert.Empty(await stranger.Followed.ListAsync("guessed"));
        await using var db = house.Store.Read();
        Assert.DoesNotContain(second.Follow!, string.Join(' ', (await db.Set<MailedLink>().ToListAsync()).Select(link => Convert.ToHexString(link.Hash))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_handed_out_or_destroyed_waits_until_it_is_certain_who_asks_whether_or_not_anything_is_held(bool known)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);
        if (known)
        {
            await Population.Of(house).RegisterAsync(Stranger.Mailbox);
        }

        var made = await stranger.AskAsync(Stranger.Own with { Kind = RequestKind.Access });

        var request = await stranger.RequestAsync(made.Reference);
        Assert.Equal((RequestState.Submitted, null), (request.State, request.IdentityProvedOn));
        var nothing = await house.Get<RequestDecisions>().ProposeAsync(made.Reference, request.Stamp, RequestOutcome.NoDataHeld, DenialGround.NoDataHeld, "Nothing is held.", stranger.ActOf(Guid.NewGuid()));
        Assert.Equal(new RequestResult.Invalid(RequestFault.NotNow), nothing);
    }

    [Theory]
    [BothProviders]
    public async Task A_link_makes_one_request_however_often_it_is_used(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var stranger = new Stranger(house);
        var token = await stranger.TypeAsync(Stranger.Own);
        Assert.IsType<LinkState.Good>(await stranger.Intake.PeekAsync(token));

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => stranger.Intake.ConfirmAsync(token))));

        Assert.Single(made.OfType<IntakeResult.Made>());
        Assert.All(made.OfType<IntakeResult.Dead>(), dead => Assert.IsType<LinkState.Used>(dead.Why));
        Assert.Single(await stranger.RequestsAsync());
    }

    [Theory]
    [BothProviders]
    public async Task After_seven_days_without_an_answer_what_was_typed_is_gone(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var stranger = new Stranger(house);
        var token = await stranger.TypeAsync(Stranger.Own);
        house.Clock.Advance(TimeSpan.FromDays(7));

        var late = await stranger.Intake.ConfirmAsync(token);
        await house.Get<Sweep>().RunAsync();

        Assert.IsType<LinkState.Expired>(Assert.IsType<IntakeResult.Dead>(late).Why);
        Assert.Equal(["erased"], await TypedAsync(house));
        Assert.Empty(await stranger.RequestsAsync());
    }

    [Fact]
    public async Task By_the_link_one_writes_takes_back_and_appeals_and_nothing_of_somebody_elses()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var stranger = new Stranger(house);
        var mine = await stranger.AskAsync(Stranger.Own);
        var others = await stranger.AskAsync(Stranger.Own with { Mailbox = "other@harbour.test", Text = "Of another." });

        Assert.IsType<RequestResult.Done>(await stranger.Followed.WriteAsync(mine.Follow, mine.Reference, "And the gull."));
        Assert.IsType<RequestResult.NotFound>(await stranger.Followed.WriteAsync(mine.Follow, others.Reference, "Let me in."));
        Assert.IsType<RequestResult.NotFound>(await stranger.Followed.WithdrawAsync("guessed", mine.Reference));
        Assert.IsType<RequestResult.Done>(await stranger.Followed.WithdrawAsync(mine.Follow, mine.Reference));

        var seen = await stranger.SeenAsync(mine.Follow);
        Assert.Equal((RequestState.Withdrawn, false), (seen.Row.State, seen.CanWithdraw));
        Assert.Equal([Stranger.Words, "And the gull."], seen.Steps.Where(step => step.By == Hands.Me && step.Text is not null).Select(step => step.Text!).Take(2));
        Assert.Equal(RequestState.Triage, (await stranger.RequestAsync(others.Reference)).State);
    }

    private static async Task<IReadOnlyList<string>> TypedAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<SealedRow>().Where(row => row.Kind == "typed-request").Select(row => row.State == RowState.Erased ? "erased" : "kept").ToListAsync();
    }
}
