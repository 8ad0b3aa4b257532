using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class LedgerTests
{
    private static readonly Guid Someone = Guid.NewGuid();
    private static readonly Guid Record = Guid.NewGuid();
    private static readonly DateTime Start = House.Start.UtcDateTime;

    [Fact]
    public void A_second_end_does_not_lengthen_what_is_kept()
    {
        var ledger = Of((Why.Books, PurposeChange.Began, 0), (Why.Books, PurposeChange.Ended, 10), (Why.Books, PurposeChange.Ended, 25));

        var until = ledger.HeldUntil(Why.Books, Record, Start.AddDays(26));

        Assert.Equal(Start.AddDays(30), until);
    }

    [Fact]
    public void An_end_after_the_term_does_not_lengthen_what_is_kept()
    {
        var ledger = Of((Why.Archive, PurposeChange.Began, 0), (Why.Archive, PurposeChange.Ended, 400));

        Assert.False(ledger.Holds(Why.Archive, Record, Start.AddDays(401)));
    }

    [Fact]
    public void What_never_began_holds_nothing_when_it_ends()
    {
        var ledger = Of((Why.Books, PurposeChange.Ended, 0));

        Assert.False(ledger.Holds(Why.Books, Record, Start.AddDays(1)));
        Assert.False(ledger.IsLive(Why.Books, Record, Start.AddDays(1)));
    }

    [Fact]
    public void A_purpose_may_begin_again()
    {
        var ledger = Of((Why.Check, PurposeChange.Began, 0), (Why.Check, PurposeChange.Ended, 1), (Why.Check, PurposeChange.Began, 5));

        Assert.True(ledger.IsLive(Why.Check, Record, Start.AddDays(14)));
        Assert.False(ledger.IsLive(Why.Check, Record, Start.AddDays(15)));
    }

    [Theory, BothProviders]
    public async Task Lines_written_together_keep_their_order(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var person = await heart.PersonAsync();
        var purposes = Why.All.Where(purpose => !purpose.PerRecord).ToList();
        List<string> expected = [];
        await using (var work = await heart.Store.WriteAsync())
        {
            for (var i = 0; i < 60; i++)
            {
                work.Begin(person, purposes[i % purposes.Count], heart.System, $"cause-{i}");
                expected.Add($"cause-{i}");
            }

            Assert.Equal(expected, (await work.Db.LedgerAsync(person)).Lines.Select(line => line.Cause));
            await work.CommitAsync();
        }

        await using var db = heart.Store.Read();
        var ledger = await db.LedgerAsync(person);

        Assert.Equal(expected, ledger.Lines.Select(line => line.Cause));
    }

    private static Ledger Of(params (Purpose Purpose, PurposeChange Change, int Day)[] lines) =>
        new([.. lines.Select(line => PurposeEvent.Of(Someone, line.Purpose, null, line.Change, Start.AddDays(line.Day), "test"))]);
}
