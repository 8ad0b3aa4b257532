using Microsoft.Extensions.Time.Testing;

namespace SrmBlazor.Features.Registration.Steps;

public sealed class DraftEditorTests : IAsyncDisposable, IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly List<IReadOnlyList<Change>> saves = [];
    private readonly Answers begun = new() { Country = "CN", AgeBand = nameof(AgeBand.Adult), Cooperation = nameof(Cooperation.PersonnelLeasing) };
    private readonly DraftEditor editor;
    private Func<IReadOnlyList<Change>, int, Task<DraftSave>> store;
    private Answers stored;
    private int version = 1;

    public DraftEditorTests()
    {
        (stored, store) = (begun, (changes, _) => Task.FromResult<DraftSave>(Take(changes)));
        var draft = new LoadedDraft(Guid.NewGuid(), begun, version, clock.GetUtcNow().UtcDateTime, null, false, clock.GetUtcNow().UtcDateTime.AddDays(30));
        editor = new DraftEditor(draft, (changes, seen) =>
        {
            saves.Add(changes);
            return store(changes, seen);
        }, clock, work => work());
    }

    [Fact]
    public void A_pause_in_typing_saves_once()
    {
        foreach (var length in Enumerable.Range(1, 3))
        {
            editor.Set(Item.FullName, "李雷明"[..length]);
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        clock.Advance(DraftEditor.Quiet);

        var change = Assert.Single(Assert.Single(saves));
        Assert.Equal((Item.FullName, null, "李雷明"), (change.Item, change.Seen, change.Value));
        Assert.Equal(SaveState.Saved, editor.State);
    }

    [Fact]
    public void Typing_without_a_pause_is_saved_before_a_second_has_passed()
    {
        for (var key = 1; key <= 10; key++)
        {
            editor.Set(Item.FullName, new string('a', key));
            clock.Advance(TimeSpan.FromMilliseconds(99));
        }

        Assert.Equal(10, stored.FullName!.Length);
    }

    [Fact]
    public void Nothing_is_saved_where_nothing_changed()
    {
        editor.Set(Item.Mailbox, "a");
        editor.Set(Item.Mailbox, "");

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(saves);
        Assert.Equal(SaveState.Saved, editor.State);
    }

    [Fact]
    public void What_another_tab_saved_appears_and_what_was_typed_since_stays()
    {
        List<Item> refreshed = [];
        editor.Refreshed += refreshed.Add;
        store = (changes, _) =>
        {
            editor.Set(Item.FullName, "李雷明");
            stored = stored with { Nationality = "CN" };
            return Task.FromResult<DraftSave>(Take(changes));
        };

        editor.Set(Item.FullName, "李雷");
        clock.Advance(DraftEditor.Quiet);

        Assert.Equal(("李雷明", "CN"), (editor.Answers.FullName, editor.Answers.Nationality));
        Assert.Equal([Item.Nationality], refreshed);
        Assert.Equal("李雷明", stored.FullName);
    }

    [Theory]
    [InlineData(true, "mine@example.com")]
    [InlineData(false, "theirs@example.com")]
    public async Task A_person_decides_where_two_tabs_differ(bool mine, string kept)
    {
        store = (_, _) => Task.FromResult<DraftSave>(new DraftSave.Disagrees([Item.Mailbox], stored = stored with { Mailbox = "theirs@example.com" }, ++version));
        editor.Set(Item.Mailbox, "mine@example.com");
        await editor.FlushAsync();
        Assert.True(editor.IsDisputed(Item.Mailbox));
        Assert.Equal("mine@example.com", editor.Answers.Mailbox);

        store = (changes, _) => Task.FromResult<DraftSave>(Take(changes));
        editor.Settle(Item.Mailbox, mine);
        await editor.FlushAsync();

        Assert.False(editor.IsDisputed(Item.Mailbox));
        Assert.Equal((kept, kept), (editor.Answers.Mailbox, stored.Mailbox));
    }

    [Fact]
    public void A_failed_save_is_said_and_tried_again_until_it_succeeds()
    {
        store = (_, _) => throw new IOException("disk full");
        editor.Set(Item.City, "Shenzhen");
        clock.Advance(DraftEditor.Quiet);
        Assert.Equal(SaveState.Failing, editor.State);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, saves.Count);
        store = (changes, _) => Task.FromResult<DraftSave>(Take(changes));
        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal((SaveState.Saved, "Shenzhen"), (editor.State, stored.City));
    }

    [Fact]
    public void A_draft_that_is_gone_is_not_saved_any_more()
    {
        store = (_, _) => Task.FromResult<DraftSave>(new DraftSave.Gone());
        editor.Set(Item.City, "Shenzhen");
        clock.Advance(DraftEditor.Quiet);
        editor.Set(Item.City, "Wuhan");

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(SaveState.Gone, editor.State);
        Assert.Single(saves);
    }

    [Fact]
    public async Task Leaving_the_page_saves_what_is_open()
    {
        editor.Set(Item.Position, "工程师");

        await editor.DisposeAsync();

        Assert.Equal("工程师", stored.Position);
    }

    [Fact]
    public async Task An_answer_returns_when_its_question_does()
    {
        editor.Set(Item.BirthYear, "1990");
        await editor.FlushAsync();
        editor.Set(Item.Cooperation, nameof(Cooperation.Subcontracting));
        await editor.FlushAsync();
        Assert.Null(stored.BirthYear);

        editor.Set(Item.Cooperation, nameof(Cooperation.PersonnelLeasing));
        await editor.FlushAsync();

        Assert.Equal(("1990", "1990"), (editor.Answers.BirthYear, stored.BirthYear));
    }

    [Fact]
    public async Task A_change_that_is_refused_does_not_hold_up_the_others()
    {
        store = (changes, _) => Task.FromResult<DraftSave>(changes.Any(change => change.Item == Item.IdNumber) ? new DraftSave.NeedsConsent(Item.IdNumber) : Take(changes));
        editor.Set(Item.IdNumber, "A123");
        editor.Set(Item.City, "Wuhan");

        await editor.FlushAsync();

        Assert.Equal((null, "Wuhan"), (stored.IdNumber, stored.City));
    }

    public ValueTask DisposeAsync() => editor.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private DraftSave.Saved Take(IReadOnlyList<Change> changes)
    {
        stored = Asked.Narrow(changes.Aggregate(stored, (answers, change) => answers.With(change.Item, change.Value)));
        return new DraftSave.Saved(stored, ++version, clock.GetUtcNow().UtcDateTime);
    }
}
