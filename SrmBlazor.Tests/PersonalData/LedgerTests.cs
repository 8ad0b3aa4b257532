using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.PersonalData;

public sealed class LedgerTests
{
    private static readonly Guid Someone = Guid.NewGuid();
    private static readonly Guid Record = Guid.NewGuid();
    private static readonly DateTime Start = House.Start.UtcDateTime;

    [Fact]
    [Promise("P-2-01")]
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

        Assert.Null(ledger.HeldUntil(Why.Archive, Record, Start.AddDays(401)));
    }

    [Fact]
    public void What_never_began_holds_nothing_when_it_ends()
    {
        var ledger = Of((Why.Books, PurposeChange.Ended, 0));

        Assert.Null(ledger.HeldUntil(Why.Books, Record, Start.AddDays(1)));
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
    public async Task What_a_consent_was_given_to_has_changed_so_nothing_is_opened_under_it_until_it_is_renewed(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var (asked, other) = (await heart.PersonAsync(Why.Free), await heart.PersonAsync(Why.Free));
        var note = await heart.SealAsync(asked, new Note { Value = "kept" }, Why.Free);
        await heart.SealAsync(other, new Note { Value = "kept too" }, Why.Free);

        await ReviseAsync(heart, Why.Free, 2);

        Assert.IsType<Opening<Note>.Refused>(await heart.Vault.OpenAsync<Note>(asked, Why.Free));
        Assert.IsType<Opening<Note>.Opened>(await heart.Vault.OpenAsync<Note>(asked, For.Access));
        await heart.Collector.CollectAsync(asked, heart.System, "test");
        Assert.Equal(RowState.Live, (await heart.RowAsync(note)).State);

        await using (var work = await heart.Store.WriteAsync())
        {
            work.Renew(asked, Why.Free, heart.System, "test");
            await work.CommitAsync();
        }

        Assert.IsType<Opening<Note>.Opened>(await heart.Vault.OpenAsync<Note>(asked, Why.Free));
        Assert.IsType<Opening<Note>.Refused>(await heart.Vault.OpenAsync<Note>(other, Why.Free));
    }

    [Theory, BothProviders]
    public async Task Who_consents_after_a_revision_consented_to_what_it_says(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        await ReviseAsync(heart, Why.Free, 2);

        var person = await heart.PersonAsync(Why.Free);
        await heart.SealAsync(person, new Note { Value = "new" }, Why.Free);

        Assert.IsType<Opening<Note>.Opened>(await heart.Vault.OpenAsync<Note>(person, Why.Free));
    }

    [Fact]
    public async Task Only_a_consent_can_be_asked_anew()
    {
        await using var heart = await Heart.BuildAsync(DatabaseProvider.Sqlite);

        await Assert.ThrowsAsync<ArgumentException>(() => ReviseAsync(heart, Why.Account, 2));
    }

    [Theory, BothProviders]
    public async Task A_separate_consent_taken_back_leaves_nothing_but_what_a_law_demands(DatabaseProvider provider)
    {
        await using var heart = await Heart.BuildAsync(provider);
        var (checkedOnly, archived) = (await heart.PersonAsync(Why.Check, Why.Separate), await heart.PersonAsync(Why.Check, Why.Archive, Why.Separate));
        var gone = await heart.SealAsync(checkedOnly, new Scan { Value = "picture" }, Why.Check);
        var kept = await heart.SealAsync(archived, new Scan { Value = "picture" }, Why.Check);

        await heart.EndAsync(checkedOnly, Why.Separate);
        await heart.EndAsync(archived, Why.Separate);

        Assert.Equal(RowState.Erased, (await heart.RowAsync(gone)).State);
        Assert.Equal(RowState.Live, (await heart.RowAsync(kept)).State);
        Assert.IsType<Opening<Scan>.Refused>(await heart.Vault.OpenAsync<Scan>(archived, Why.Check));
    }

    private static async Task ReviseAsync(Heart heart, Purpose purpose, int version)
    {
        await using var work = await heart.Store.WriteAsync();
        await work.ReviseAsync(purpose, version, heart.System);
        await work.CommitAsync();
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
