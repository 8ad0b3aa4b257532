using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class TermsTests
{
    [Theory, BothProviders]
    [Promise("P-D-04")]
    public async Task A_line_forgets_its_person_when_its_term_is_over_and_not_before(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync();
        await heart.Get<AccessLedger>().RecordCaseAsync(person, Guid.NewGuid(), new Act(Guid.NewGuid(), Role.Verifier, heart.Clock.Now()));
        var terms = new Terms(heart.Store, new DataMap([], [AccessEntry.Handling], []), heart.Clock);

        heart.Clock.SetUtcNow(House.Start.AddYears(3));
        Assert.Equal(0, await terms.EndAsync());
        heart.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await terms.EndAsync());

        await using var db = heart.Store.Read();
        Assert.Null((await db.Set<AccessEntry>().SingleAsync()).PersonId);
    }

    [Theory, BothProviders]
    [Promise("P-2-05")]
    public async Task A_term_from_the_end_of_the_year_waits_for_it(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync();
        await heart.Get<AccessLedger>().RecordCaseAsync(person, Guid.NewGuid(), new Act(Guid.NewGuid(), Role.Verifier, heart.Clock.Now()));
        var handling = Handling.WithTerm<AccessEntry>(For.Accountability, new Retention(10, 0, FromYearEnd: true), nameof(AccessEntry.On));
        var terms = new Terms(heart.Store, new DataMap([], [handling], []), heart.Clock);

        heart.Clock.SetUtcNow(new DateTimeOffset(2036, 12, 31, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await terms.EndAsync());
        heart.Clock.SetUtcNow(new DateTimeOffset(2037, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await terms.EndAsync());
    }

    [Fact]
    public async Task A_purpose_ledger_is_kept_while_anything_is_held_and_three_years_longer()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);
        var person = await heart.PersonAsync(Why.Account);
        await heart.SealAsync(person, new Card { Value = "card" }, Why.Account);
        var terms = new Terms(heart.Store, new DataMap([], [], []), heart.Clock);

        heart.Clock.Advance(TimeSpan.FromDays(5 * 365));
        Assert.Equal(0, await terms.EndAsync());
        await heart.EndAsync(person, Why.Account);
        heart.Clock.Advance(TimeSpan.FromDays(3 * 365));
        Assert.Equal(0, await terms.EndAsync());
        heart.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(2, await terms.EndAsync());
    }
}
