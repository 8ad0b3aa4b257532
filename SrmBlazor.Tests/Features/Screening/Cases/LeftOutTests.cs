using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmBlazor.Data;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Screening.Cases;

/// <summary>Whoever cannot be compared keeps nobody else waiting, stays uncleared, and is shown.</summary>
public sealed class LeftOutTests
{
    [Theory, BothProviders]
    public async Task A_file_that_does_not_open_leaves_out_its_person_and_everybody_else_is_compared(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var shut = await house.HitAsync();
        await house.ClearByTwoAsync(shut);
        var (clear, later) = (await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync("Quella Morbennik"));
        await house.RoundAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await PastLimitsTests.SetAsideAsync(house, shut, ScreeningFile.Kind.Name);

        await house.ListAsync(Subjects.Row(Subjects.Listed, "BY"), Subjects.Row("Quella Morbennik"));
        await house.RoundAsync();
        await house.RoundAsync();

        Assert.Equal((GateAnswer.ListsChanged, GateAnswer.Allowed, GateAnswer.NotCleared), (await house.AskAsync(shut), await house.AskAsync(clear), await house.AskAsync(later)));
        Assert.Equal(ScreeningEventKind.LeftOut, (await house.KindsAsync(shut))[^1]);
        Assert.Single(await house.KindsAsync(shut), kind => kind == ScreeningEventKind.LeftOut);
        Assert.Equal(RescreeningState.Done, (await house.Get<Rescreenings>().NewestAsync(house.Screener()))!.State);
        var opened = (await house.Get<ScreeningDesk>().OpenAsync((await house.CaseAsync(shut)).Reference, house.Screener()))!;
        Assert.True(opened is { IsShut: true, Hits.Count: 0, Person: { Name: Facts.Mask, IsMasked: true } });
        Assert.Equal(ScreeningEventKind.LeftOut, opened.History[^1].Kind);

        await PastLimitsTests.SetAsideAsync(house, shut, ScreeningFile.Kind.Name, back: true);
        await house.RoundAsync();

        Assert.Equal((GateAnswer.NotCleared, ScreeningState.UnderReview), (await house.AskAsync(shut), (await house.CaseAsync(shut)).State));
        Assert.False((await house.Get<ScreeningDesk>().OpenAsync((await house.CaseAsync(shut)).Reference, house.Screener()))!.IsShut);
    }

    [Fact]
    public async Task Nobody_decides_about_a_hit_whose_file_does_not_open()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var person = await house.HitAsync();
        await house.ConfirmAsync(person);
        await PastLimitsTests.SetAsideAsync(house, person, ScreeningFile.Kind.Name);

        var (approved, returned) = (await house.ApproveAsync(person), await house.ReturnAsync(person));

        Assert.All([approved, returned], result => Assert.Equal(new ScreeningResult.Invalid(ScreeningFault.FileShut), result));
        Assert.True((await house.CaseAsync(person)).Hits.Single().IsProposed);
    }

    [Theory, BothProviders]
    public async Task A_purpose_that_ends_between_reading_and_writing_stops_nobody_else(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var (known, ends, goesOn) = (await house.HitAsync(), await house.PassedAsync("Ysmene Dombrelune"), await house.PassedAsync(Subjects.Listed));
        await house.RenameAsync(known, "Odrin Zantropow");
        var reached = 0;
        house.Get<FailPoints>().Reached = step =>
        {
            if (step == "screening.before-write" && reached++ == 0)
            {
                EndAsync(ends).GetAwaiter().GetResult();
                EndAsync(known).GetAwaiter().GetResult();
            }
        };

        var screened = await house.Get<Screenings>().ScreenDueAsync();

        Assert.Equal(1, screened);
        Assert.Single((await house.CaseAsync(goesOn)).Hits);
        await using var db = house.Store.Read();
        Assert.Null(await Screenings.FindAsync(db, ends));
        Assert.Equal([ScreeningEventKind.Screened, ScreeningEventKind.Found], await house.KindsAsync(known));

        async Task EndAsync(Guid person)
        {
            await using var work = await house.Store.WriteAsync();
            work.End(person, For.Screening, house.System, "test");
            await work.CommitAsync();
        }
    }

    [Fact]
    public async Task Trouble_with_one_person_is_told_by_the_reference_and_stops_nobody_else_but_a_stop_does()
    {
        using var told = new Told();
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite, services => services.AddSingleton<ILoggerProvider>(told));
        await house.ListAsync(Subjects.Row(Subjects.Listed));
        var known = await house.HitAsync();
        await house.RenameAsync(known, "Odrin Zantropow");
        var other = await house.PassedAsync("Ysmene Dombrelune");
        var reached = 0;
        house.Get<FailPoints>().Reached = step => _ = step == "screening.before-commit" && reached++ == 0 ? throw new DbUpdateException("Zantropow") : 0;

        var first = await house.Get<Screenings>().ScreenDueAsync();
        var second = await house.Get<Screenings>().ScreenDueAsync();

        Assert.Equal((1, 1), (first, second));
        Assert.Equal((GateAnswer.Allowed, GateAnswer.NotCleared), (await house.AskAsync(other), await house.AskAsync(known)));
        var line = Assert.Single(told.Lines, line => line.Contains("not screened", StringComparison.Ordinal));
        Assert.Matches("[A-Z]{3}-[A-Z0-9]{4}", line);
        Assert.Contains(nameof(DbUpdateException), line, StringComparison.Ordinal);
        Assert.DoesNotContain("Zantropow", line, StringComparison.Ordinal);

        await house.RenameAsync(known, "Odrin Zantropov");
        house.Get<FailPoints>().Reached = step => _ = step == "screening.before-commit" ? throw new OperationCanceledException() : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => house.Get<Screenings>().ScreenDueAsync());
    }

    [Theory, BothProviders]
    public async Task Where_nothing_of_a_list_is_new_nobody_is_opened_and_a_damaged_name_is_told_once_an_hour(DatabaseProvider provider)
    {
        using var told = new Told();
        await using var house = await House.BuildAsync(provider, services => services.AddSingleton<ILoggerProvider>(told));
        await house.ListAsync([.. RescreeningTests.Many(20), Subjects.Row(Subjects.Listed), Subjects.Row("Tolbert Quiverley")]);
        var (damaged, met, clear) = (await house.PassedAsync("Ysmene Dombrelune"), await house.HitAsync(), await house.PassedAsync("Quella Morbennik"));
        await house.RoundAsync();
        await DamageAsync(house, damaged);

        await house.ListAsync([.. RescreeningTests.Many(20), Subjects.Row(Subjects.Listed, note: "Another note")]);
        await house.RoundAsync();
        var (unopened, lines) = (await house.AskAsync(damaged), told.Lines.Count);
        await house.ListAsync([.. RescreeningTests.Many(20), Subjects.Row(Subjects.Listed), Subjects.Row("Zorah Grambold")]);
        await house.RoundAsync();
        await house.RoundAsync();
        var within = told.Lines.Count;
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.RoundAsync();

        Assert.Equal((GateAnswer.Allowed, 0, 1, 2), (unopened, lines, within, told.Lines.Count));
        Assert.All(told.Lines, line => Assert.Contains("not screened", line, StringComparison.Ordinal));
        Assert.Equal((GateAnswer.ListsChanged, GateAnswer.NotCleared, GateAnswer.Allowed), (await house.AskAsync(damaged), await house.AskAsync(met), await house.AskAsync(clear)));
    }

    /// <summary>The name is there in the same version, and opens no more.</summary>
    private static async Task DamageAsync(House house, Guid person)
    {
        await using var work = await house.Store.WriteAsync();
        var row = await work.Db.Set<SealedRow>().AsNoTracking().SingleAsync(one => one.PersonId == person && one.Kind == Identity.Kind.Name);
        var box = row.Ciphertext!.ToArray();
        box[^1] ^= 1;
        await work.Db.Set<SealedRow>().Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Ciphertext, box));
        await work.CommitAsync();
    }

    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly Lock turn = new();
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (turn)
                {
                    return [.. lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (turn)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
