using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration;
using SrmBlazor.Features.RightsRequests;
using SrmBlazor.Features.Screening.Cases;
using SrmBlazor.Features.Verification;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Keys;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Triage;

public sealed class BoardTests
{
    private const int Each = 60;

    /// <summary>Among them a country with a part that has clocks of its own, that part, and where nobody lives.</summary>
    private static readonly string[] Places = ["DE", "US", "US-CA", "CN", "FR"];

    private static readonly Guid[] Colleagues = [Desk.Colleague, Desk.Me, Guid.NewGuid()];

    /// <summary>The pages, read one after another from either end, against a plain list of everything sorted in memory.</summary>
    [Theory]
    [BothProviders]
    public async Task Page_by_page_from_either_end_comes_exactly_what_fits_in_one_order(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var desk = new Desk(house);
        await desk.FillAsync(Each, seed: 7);
        await desk.FillScreeningsAsync(Each, seed: 9);
        Act[] readers = [desk.Officer, desk.Verifier, desk.Both, desk.Screener, desk.All];
        var random = new Random(11);

        for (var round = 0; round < 60; round++)
        {
            var filter = Any(random);
            var act = readers[round % readers.Length];
            var expected = await ExpectedAsync(house, filter, act);
            var take = random.Next(1, 9);

            Assert.Equal(expected, await WalkAsync(desk.Board, filter, act, take, backwards: false));
            Assert.Equal(expected, await WalkAsync(desk.Board, filter, act, take, backwards: true));
        }
    }

    [Fact]
    public async Task The_place_in_the_address_leads_back_to_itself_and_anything_else_to_the_first_page()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = new Desk(house);
        await desk.FillAsync(3, seed: 1);
        await desk.FillScreeningsAsync(10, seed: 1);

        var keys = (await desk.Board.PageAsync(new BoardFilter(), BoardPlace.First, desk.All)).Rows.Select(row => row.Key).ToList();

        Assert.Equal([Matter.Request, Matter.IdentityCheck, Matter.Screening], keys.Select(key => key.Matter).Distinct().Order());
        Assert.All(keys, key => Assert.Equal(key, BoardKey.Parse(key.ToString())));
        Assert.All(["", "x", "1-", "-1", "7fffffffffffffff-1", "1-2-3", "1-s", "1-s2", "ffffffffffffffff-1"], text => Assert.Null(BoardKey.Parse(text)));
    }

    [Fact]
    public async Task The_board_opens_no_sealed_record_and_leaves_no_row_in_anybodys_access_ledger()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        // whoever has no keys opens nothing
        await using (var keys = house.Get<Func<KeyDbContext>>()())
        {
            await keys.Keys.ExecuteDeleteAsync();
        }

        var desk = new Desk(house);
        var rows = (await desk.Board.PageAsync(new BoardFilter(), BoardPlace.First, desk.Both)).Rows;

        Assert.Equal([Matter.Request, Matter.IdentityCheck], rows.Select(row => row.Matter).Order());
        Assert.Equal(0, await WaitingCase.AccessRowsAsync(house));
    }

    [Fact]
    public async Task A_whole_name_finds_what_is_its_and_half_a_name_finds_nothing()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = new Desk(house);
        await desk.FillAsync(2, seed: 3);
        var applicant = await Applicant.BeginAsync(house);
        var reference = await applicant.SubmitAsync();
        await using (var db = house.Store.Read())
        {
            var record = await db.Set<SealedRow>().SingleAsync(row => row.Kind == "identity");
            Assert.True(await house.Get<KeyStore>().TryIndexAsync(record.Id, applicant.Person, LookUp.WholeName, WaitingCase.Name));
        }

        Assert.Equal([reference], (await desk.Board.FindAsync(WaitingCase.Name, desk.Officer)).Select(row => row.Reference));
        Assert.Equal(2, (await desk.Board.FindAsync(WaitingCase.Name, desk.Both)).Count);
        Assert.Empty(await desk.Board.FindAsync("Qvarn", desk.Both));
        Assert.Equal([reference], (await desk.Board.FindAsync($" {reference.ToLowerInvariant()} ", desk.Both)).Select(row => row.Reference));
        Assert.Empty(await desk.Board.FindAsync(reference, desk.Verifier));
        // who was found sees so, once a day of each who looked; by a reference nobody is looked for
        Assert.Equal([RevealReason.NameSearched], (await house.Get<AccessLedger>().OfAsync(applicant.Person)).Select(line => line.Reason));
    }

    [Fact]
    public async Task Of_two_who_reach_for_one_row_one_has_it_and_the_other_is_told()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var applicant = await Applicant.BeginAsync(house);
        await applicant.SubmitAsync();
        var desk = new Desk(house);
        var claims = house.Get<Claims>();
        var second = house.ActOf(Desk.Colleague, Role.PrivacyOfficer | Role.Verifier);
        foreach (var row in (await desk.Board.PageAsync(new BoardFilter(), BoardPlace.First, desk.Both)).Rows)
        {
            Assert.Equal(ClaimOutcome.Taken, await claims.ClaimAsync(row, desk.Both));
            Assert.Equal(ClaimOutcome.Faster, await claims.ClaimAsync(row, second));
        }

        Assert.All((await desk.Board.PageAsync(new BoardFilter { Holder = BoardHolder.Me }, BoardPlace.First, desk.Both)).Rows, row => Assert.Equal(RightsRequests.Hands.Me, row.HandsFor(Desk.Me)));
    }

    [Fact]
    public async Task What_waits_is_counted_and_beyond_a_hundred_not_any_more()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var desk = new Desk(house);
        await desk.FillAsync(Each / 3, seed: 7);
        await desk.FillScreeningsAsync(Each, seed: 9);
        foreach (var act in new[] { desk.Both, desk.Screener, desk.All })
        {
            var late = await ExpectedAsync(house, new BoardFilter { Due = BoardDue.Late }, act);
            var free = await ExpectedAsync(house, new BoardFilter { View = BoardView.ToDo, Holder = BoardHolder.Nobody }, act);

            var counts = await desk.Board.CountAsync(act);

            Assert.InRange(late.Count, 1, Board.Counted - 1);
            Assert.Equal((late.Count, free.Count), (counts.Late, counts.Unclaimed));
        }

        await desk.FillAsync(Board.Counted * 5, seed: 8);

        Assert.Equal(Board.Counted, (await desk.Board.CountAsync(desk.Both)).Unclaimed);
    }

    private static BoardFilter Any(Random random) => new()
    {
        View = One<BoardView>(random),
        Matter = random.Next(4) == 0 ? One<Matter>(random) : null,
        Kind = random.Next(4) == 0 ? RequestKind.Complaint : null,
        Region = random.Next(2) == 0 ? Places[random.Next(Places.Length)] : "",
        Holder = One<BoardHolder>(random),
        Colleague = random.Next(4) == 0 ? Colleagues[random.Next(Colleagues.Length)] : null,
        Due = One<BoardDue>(random),
        Age = random.Next(3) == 0 ? 5 : 0,
        Sort = One<BoardSort>(random),
    };

    private static T One<T>(Random random)
        where T : struct, Enum => random.Next(2) == 0 ? default : Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static async Task<List<string>> WalkAsync(Board board, BoardFilter filter, Act act, int take, bool backwards)
    {
        var (all, place) = (new List<string>(), backwards ? BoardPlace.Last : BoardPlace.First);
        while (true)
        {
            var page = await board.PageAsync(filter, place, act, take);
            all.InsertRange(backwards ? 0 : all.Count, page.Rows.Select(row => row.Reference));
            if (!(backwards ? page.HasBefore : page.HasAfter))
            {
                return all;
            }

            place = new BoardPlace(page.Rows[backwards ? 0 : ^1].Key, backwards);
        }
    }

    /// <summary>By the words of the filter, without the database: due is ten days after the arrival of a request, three after the beginning of a check or the finding of a hit.</summary>
    private static async Task<List<string>> ExpectedAsync(House house, BoardFilter filter, Act act)
    {
        await using var db = house.Store.Read();
        var regions = await db.Set<Person>().ToDictionaryAsync(one => one.Id, one => one.Region);
        var today = RequestClock.Today(act.On);
        var requests = (await db.Set<RightsRequest>().ToListAsync()).Where(_ => act.Is(Role.PrivacyOfficer) && filter.Matter is null or Matter.Request).Select(one => new Fact(
            one.Reference, 0, one.State.Stage(), one.Kind, one.Region, one.Assignee, one.DueOn!.Value, one.DueOn.Value.ToDateTime(TimeOnly.MinValue), one.RecordedOn, one.ReceivedOn <= today.AddDays(-filter.Age), $"{one.Number:D9}"));
        var checks = (await db.Set<SupplierRegistration>().ToListAsync()).Where(_ => act.Is(Role.Verifier) && filter.Matter is null or Matter.IdentityCheck).Select(one => new Fact(
            one.Reference, 1, StageOf(one.State), null, regions[one.PersonId!.Value], one.CheckedBy, RequestClock.Today(one.CheckBegunOn!.Value.AddDays(3)), one.CheckBegunOn.Value.AddDays(3), one.CheckBegunOn.Value,
            one.CheckBegunOn <= act.On.AddDays(-filter.Age), $"{one.Id}"));
        var screenings = (await db.Set<ScreeningCase>().Include(one => one.Subject).ToListAsync()).Where(one => one.Turn is not null && act.Is(Role.Screener) && filter.Matter is null or Matter.Screening).Select(one => new Fact(
            one.Reference, 2, StageOf(one.Turn!.Value), null, regions[one.Subject.PersonId!.Value], one.HolderId, RequestClock.Today(one.RaisedOn!.Value.AddDays(3)), one.RaisedOn.Value.AddDays(3), one.RaisedOn.Value,
            one.RaisedOn <= act.On.AddDays(-filter.Age), $"{one.Id}"));
        var fits = requests.Concat(checks).Concat(screenings).Where(one =>
            (filter.Stage is { } stage ? one.Stage == stage : one.Stage != RequestStage.Ended)
            && (filter.Kind is null || one.Kind == filter.Kind)
            && (filter.Region.Length == 0 || one.Region == filter.Region || one.Region.StartsWith($"{filter.Region}-", StringComparison.Ordinal))
            && (filter.Age == 0 || one.IsOld)
            && (filter.Colleague is { } colleague ? one.Holder == colleague : filter.Holder == BoardHolder.Anybody || one.Holder == (filter.Holder == BoardHolder.Me ? act.Who : null))
            && filter.Due switch { BoardDue.Any => true, BoardDue.Late => one.Due < today, BoardDue.Today => one.Due == today, BoardDue.Week => one.Due <= today.AddDays(7) });
        return filter.Sort == BoardSort.Due
            ? [.. fits.OrderBy(one => one.DueAt).ThenBy(one => one.Matter).ThenBy(one => one.Tie, StringComparer.Ordinal).Select(one => one.Reference)]
            : [.. fits.OrderByDescending(one => one.Came).ThenByDescending(one => one.Matter).ThenByDescending(one => one.Tie, StringComparer.Ordinal).Select(one => one.Reference)];
    }

    private static RequestStage StageOf(RegistrationState state) =>
        state == RegistrationState.IdentityCheck ? RequestStage.ToDo : state == RegistrationState.CorrectionAsked ? RequestStage.WithPerson : RequestStage.Ended;

    private static RequestStage StageOf(ScreeningTurn turn) =>
        turn == ScreeningTurn.Screener ? RequestStage.ToDo : turn == ScreeningTurn.Second ? RequestStage.Review : turn == ScreeningTurn.Contest ? RequestStage.Appeal : RequestStage.Ended;

    private sealed record Fact(string Reference, int Matter, RequestStage Stage, RequestKind? Kind, string Region, Guid? Holder, DateOnly Due, DateTime DueAt, DateTime Came, bool IsOld, string Tie);
}
