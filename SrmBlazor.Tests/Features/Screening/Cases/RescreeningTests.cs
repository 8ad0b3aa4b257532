using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Screening.Lists;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

public sealed class RescreeningTests
{
    private static readonly string[] Given = ["Odrin", "Quella", "Tolbert", "Fenwick", "Zorah", "Vasmir", "Ali", "Мария", "Alexander", "Aleksandr"];
    private static readonly string[] Families = ["Zantropov", "Zantropoff", "Morbennik", "Quiverley", "Grambold", "Oshtrani", "Khan", "Пустоцветова"];

    private static readonly string[] Nations = ["RU", "BY", "GB"];

    private static readonly Gen<string> Name = Gen.Select(OneOf(Given), OneOf(Families), OneOf(Given), Gen.Bool, (given, family, middle, has) => has ? $"{given} {middle} {family}" : $"{given} {family}");

    /// <summary>An entry by its name, and what else is compared of it.</summary>
    private static readonly Gen<(string Name, string Nationality, int Birth)[]> List = Gen.Select(Name, OneOf(Nations), Gen.Int[1950, 1956], (name, nationality, birth) => (name, nationality, birth)).Array[1, 25];

    [Fact]
    public void A_delta_gives_what_a_full_comparison_gives()
    {
        Gen.Select(List, List, Name.Array[6], Gen.Bool).Sample((before, after, people, keeps) =>
        {
            // most of a list stays as it is
            var (old, next) = (ShelfOf(before), ShelfOf(keeps ? [.. before.Where((_, at) => at % 4 != 0), .. after.Take(2)] : after));
            var rarity = old.Index.Rarity;
            var (first, full, delta) = (Comparison.Of(old), Comparison.Of(next, rarity), ListDelta.Between(old, next, rarity));
            foreach (var person in people.Select(name => new ScreenedWords(name, "RU")))
            {
                var kept = first.Find(person).Where(found => !delta.Touched.Contains(found.Key)).Concat(delta.News.Find(person));

                Assert.Equal(Told(full.Find(person)), Told(kept));
            }
        }, iter: 400);
    }

    [Theory, BothProviders]
    public async Task Everybody_is_compared_with_what_is_new_in_both_directions(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed)]);
        var (hit, clear, later) = (await house.PassedAsync(Subjects.Listed), await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync("Quella Morbennik"));
        await house.RoundAsync();

        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.ListAsync([.. Many(20), Subjects.Row("Quella Morbennik")]);
        await house.RoundAsync();

        Assert.Equal(
            (ScreeningState.Cleared, ScreeningState.Cleared, ScreeningState.UnderReview),
            ((await house.CaseAsync(hit)).State, (await house.CaseAsync(clear)).State, (await house.CaseAsync(later)).State));
        Assert.Equal((GateAnswer.Allowed, GateAnswer.Allowed, GateAnswer.NotCleared), (await house.AskAsync(hit), await house.AskAsync(clear), await house.AskAsync(later)));
        Assert.Equal([ScreeningEventKind.Screened], await house.KindsAsync(clear));
        var line = (await house.Get<Rescreenings>().NewestAsync(house.Screener()))!;
        Assert.Equal((RescreeningState.Done, false, 3, 3, 2), (line.State, line.IsFull, line.Done, line.All, line.Changed));
    }

    [Theory, BothProviders]
    public async Task Much_larger_lists_weigh_words_anew_and_everybody_is_compared_with_everything(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();

        await house.ListAsync([.. Many(30), Subjects.Row(Subjects.Listed)]);
        await house.RoundAsync();

        var line = (await house.Get<Rescreenings>().NewestAsync(house.Screener()))!;
        Assert.Equal((RescreeningState.Done, true, 1), (line.State, line.IsFull, line.Done));
        Assert.Single((await house.CaseAsync(person)).Hits);
    }

    [Theory, BothProviders]
    public async Task Wherever_the_process_dies_it_goes_on_from_there_and_nobody_is_missed_or_cleared_too_early(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        var clock = new FakeTimeProvider(House.Start);
        List<Guid> people = [];
        await using (var house = await House.OpenAsync(stores, clock))
        {
            await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed)]);
            for (var at = 0; at < 7; at++)
            {
                people.Add(await house.PassedAsync(at == 3 ? "Quella Morbennik" : $"Ysmene Dombrelune {(char)('A' + at)}"));
            }

            await house.RoundAsync();
            await house.ListAsync([.. Many(20), Subjects.Row("Quella Morbennik")]);
        }

        foreach (var step in (string[])["rescreening.before-commit", "rescreening.after-commit", "rescreening.before-commit"])
        {
            await using var dying = await House.OpenAsync(stores, clock);
            dying.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<Rescreenings>().RunAsync(stretch: 3));
            dying.Get<FailPoints>().Reached = null;
            Assert.True(await DoneAsync(dying) is > 0 and < 7 || step == "rescreening.before-commit");
            await HoldsAsync(dying, people);
        }

        await using var last = await House.OpenAsync(stores, clock);
        await last.Get<Rescreenings>().RunAsync(stretch: 3);

        var line = (await last.Get<Rescreenings>().NewestAsync(last.Screener()))!;
        Assert.Equal((RescreeningState.Done, 7, 7, 1), (line.State, line.Done, line.All, line.Changed));
        await using var db = last.Store.Read();
        Assert.Equal([3, 3, 1], await db.Set<RescreeningStep>().OrderBy(one => one.Number).Select(one => one.Cases).ToListAsync());
        for (var at = 0; at < people.Count; at++)
        {
            Assert.Equal(at == 3 ? GateAnswer.NotCleared : GateAnswer.Allowed, await last.AskAsync(people[at]));
        }
    }

    [Theory, BothProviders]
    public async Task Staff_stop_it_and_let_it_go_on(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed)]);
        for (var at = 0; at < 5; at++)
        {
            await house.PassedAsync($"Ysmene Dombrelune {(char)('A' + at)}");
        }

        await house.RoundAsync();
        await house.ListAsync([.. Many(20), Subjects.Row("Quella Morbennik")]);
        var rescreenings = house.Get<Rescreenings>();
        var first = true;
        house.Get<FailPoints>().Reached = step =>
        {
            if (step == "rescreening.after-commit" && first)
            {
                first = false;
                CancelAsync().GetAwaiter().GetResult();
            }
        };

        await rescreenings.RunAsync(stretch: 2);
        var stopped = (await rescreenings.NewestAsync(house.Screener()))!;
        await house.RoundAsync();
        var still = (await rescreenings.NewestAsync(house.Screener()))!;
        Assert.True(await rescreenings.ResumeAsync(stopped.Id, house.Screener()));
        await house.RoundAsync();

        Assert.Equal((RescreeningState.Cancelled, 2, RescreeningState.Cancelled, 2), (stopped.State, stopped.Done, still.State, still.Done));
        var done = (await rescreenings.NewestAsync(house.Screener()))!;
        Assert.Equal((stopped.Id, RescreeningState.Done, 5), (done.Id, done.State, done.Done));
        Assert.False(await rescreenings.CancelAsync(done.Id, house.Screener()));

        async Task CancelAsync() => Assert.True(await rescreenings.CancelAsync((await rescreenings.NewestAsync(house.Screener()))!.Id, house.Screener()));
    }

    [Theory, BothProviders]
    public async Task Lists_that_change_while_it_runs_begin_it_anew_for_all(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed)]);
        var people = new[] { await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync("Quella Morbennik"), await house.PassedAsync("Tolbert Quiverley") };
        await house.RoundAsync();
        await house.ListAsync([.. Many(20), Subjects.Row("Quella Morbennik")]);
        var first = true;
        house.Get<FailPoints>().Reached = step =>
        {
            if (step == "rescreening.after-commit" && first)
            {
                first = false;
                house.ListAsync([.. Many(20), Subjects.Row("Quella Morbennik"), Subjects.Row("Tolbert Quiverley")]).GetAwaiter().GetResult();
            }
        };

        await house.Get<Rescreenings>().RunAsync(stretch: 1);
        await house.RoundAsync();
        await house.RoundAsync();

        await using var db = house.Store.Read();
        Assert.Equal([RescreeningState.Overtaken, RescreeningState.Done], await db.Set<Rescreening>().OrderBy(one => one.BegunOn).ThenBy(one => one.Id).Select(one => one.State).ToListAsync());
        Assert.Equal((GateAnswer.Allowed, GateAnswer.NotCleared, GateAnswer.NotCleared), (await house.AskAsync(people[0]), await house.AskAsync(people[1]), await house.AskAsync(people[2])));
    }

    [Theory, BothProviders]
    public async Task Whoever_is_erased_or_renamed_while_their_stretch_is_compared_is_neither_cleared_by_it_nor_in_its_way(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed)]);
        var (erased, renamed, other) = (await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync("Vasmir Oshtrani"), await house.PassedAsync("Quella Morbennik"));
        await house.RoundAsync();
        await house.ListAsync([.. Many(20), Subjects.Row(Subjects.Listed), Subjects.Row("Quella Morbennik")]);
        var first = true;
        house.Get<FailPoints>().Reached = step =>
        {
            if (step == "rescreening.compared" && first)
            {
                first = false;
                ChangeAsync().GetAwaiter().GetResult();
            }
        };

        await house.Get<Rescreenings>().RunAsync();
        var anew = await house.AskAsync(renamed);
        await house.RoundAsync();

        Assert.Equal((GateAnswer.NotScreened, GateAnswer.NotCleared, GateAnswer.NotCleared), (await house.AskAsync(erased), anew, await house.AskAsync(other)));
        Assert.Single((await house.CaseAsync(renamed)).Hits);
        Assert.Equal(RescreeningState.Done, (await house.Get<Rescreenings>().NewestAsync(house.Screener()))!.State);

        async Task ChangeAsync()
        {
            await house.RenameAsync(renamed, Subjects.Listed);
            await using var work = await house.Store.WriteAsync();
            work.End(erased, For.Screening, house.System, "account.closed");
            await house.Get<Collector>().CommitAsync(work, erased, house.System, "account.closed");
        }
    }

    private static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    internal static IEnumerable<string> Many(int entries) => Enumerable.Range(0, entries).Select(at => Subjects.Row($"Invented {(char)('A' + at)}korlan Person{(char)('a' + at)}ov", "KZ"));

    /// <summary>Whoever was not reached is not cleared.</summary>
    private static async Task HoldsAsync(House house, IReadOnlyList<Guid> people)
    {
        var allowed = 0;
        foreach (var person in people)
        {
            allowed += await house.AskAsync(person) == GateAnswer.Allowed ? 1 : 0;
        }

        Assert.True(allowed <= await DoneAsync(house));
    }

    private static async Task<int> DoneAsync(House house) => (await house.Get<Rescreenings>().NewestAsync(house.Screener()))?.Done ?? 0;

    private static Shelf ShelfOf((string Name, string Nationality, int Birth)[] entries)
    {
        var list = Assert.IsType<ListOutcome.Accepted>(ListFile.Read(ListSource.Own, new MemoryStream(Subjects.ListOf(entries.DistinctBy(entry => entry.Name).Select(entry => $"{entry.Name},,{entry.Nationality},{entry.Birth},")))));
        var check = new ListCheck(ListSource.Own, null, list.Version.Sha256, null, list.Version.Counts, ListDiff.Between([], list.Version.Entries), false, []);
        return Shelf.Of([(ScreeningListVersion.Of(1, check, Guid.Empty, DateTime.UnixEpoch), list.Version)]);
    }

    private static IEnumerable<(string, double, string)> Told(IEnumerable<Found> found) => found.Select(one => (one.Key, one.Score, one.Content)).OrderBy(one => one.Key, StringComparer.Ordinal);
}
