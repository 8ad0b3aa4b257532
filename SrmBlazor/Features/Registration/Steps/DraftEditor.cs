namespace SrmBlazor.Features.Registration.Steps;

public enum SaveState
{
    Saved,
    Unsaved,

    /// <summary>The last try did not get through; another follows by itself.</summary>
    Failing,

    /// <summary>The draft was submitted, erased or handed to another device: nothing more is saved from here.</summary>
    Gone,
}

/// <summary>
/// The answers on one open page: takes what is typed, saves it within a second, merges what other tabs saved. What is unsaved is simply
/// where the page differs from what the store last said, so nothing can be forgotten. Lives on the page's own dispatcher.
/// </summary>
/// <param name="save">Saves changes made to the version named.</param>
/// <param name="dispatch">Brings the timer's work to the page's dispatcher.</param>
public sealed class DraftEditor(LoadedDraft draft, Func<IReadOnlyList<Change>, int, Task<DraftSave>> save, TimeProvider clock, Func<Func<Task>, Task> dispatch) : IAsyncDisposable
{
    /// <summary>A save follows this long after the last key…</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    /// <summary>…and no later than this after the first unsaved one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(900);

    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(15)];
    private static readonly Item[] Items = Enum.GetValues<Item>();

    private readonly HashSet<Item> disputed = [];
    private readonly HashSet<Item> withheld = [];
    private Answers stored = draft.Answers;
    private int version = draft.Version;
    private int failures;
    private DateTimeOffset? unsavedSince;
    private Task<bool>? saving;
    private ITimer? timer;

    /// <summary>The answers as they stand on the page.</summary>
    public Answers Answers { get; private set; } = draft.Answers;

    public SaveState State { get; private set; }

    public DateTime SavedOn { get; private set; } = draft.SavedOn;

    /// <summary>An answer was given on this page.</summary>
    public Action<Item>? Answered { get; set; }

    /// <summary>An answer changed from outside, or became disputed, or the dispute ended.</summary>
    public Action<Item>? Refreshed { get; set; }

    public Action? StateChanged { get; set; }

    /// <summary>From now on every question says what is wrong with its answer.</summary>
    public Action? FaultsShown { get; set; }

    public bool IsDisputed(Item item) => disputed.Contains(item);

    /// <summary>All that the store holds, as it last said.</summary>
    public Answers LastStored => stored;

    /// <summary>What the store holds; where disputed, what the other tab saved.</summary>
    public string? Stored(Item item) => stored[item];

    public void Set(Item item, string? value)
    {
        if (State == SaveState.Gone || (Answers[item] ?? "") == (value ?? ""))
        {
            return;
        }

        Answers = Answers.With(item, value);
        withheld.Remove(item);
        unsavedSince ??= clock.GetUtcNow();
        if (State == SaveState.Saved)
        {
            Enter(SaveState.Unsaved);
        }

        if (State == SaveState.Unsaved)
        {
            var left = unsavedSince.Value + Longest - clock.GetUtcNow();
            Wake(left < Quiet ? left : Quiet);
        }

        Answered?.Invoke(item);
    }

    /// <summary>Ends a dispute: mine is saved over theirs, or theirs is taken.</summary>
    public void Settle(Item item, bool mine)
    {
        if (!disputed.Remove(item))
        {
            return;
        }

        if (!mine)
        {
            Answers = Answers.With(item, stored[item]);
        }

        Refreshed?.Invoke(item);
        Wake(TimeSpan.Zero);
    }

    /// <summary>The draft turned out to be this page's no longer.</summary>
    public void Lose() => Enter(SaveState.Gone);

    /// <summary>What was not taken for want of a consent is saved with the rest.</summary>
    public void Permit()
    {
        if (withheld.Count > 0)
        {
            withheld.Clear();
            Wake(TimeSpan.Zero);
        }
    }

    public void ShowFaults() => FaultsShown?.Invoke();

    /// <summary>Saves at once.</summary>
    /// <returns>True when the store holds all that this page may save.</returns>
    public async Task<bool> FlushAsync()
    {
        timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        while (saving is { } running)
        {
            await running;
            // whoever comes first clears it: waiting again for what is done would never let the other one in
            if (ReferenceEquals(saving, running))
            {
                saving = null;
            }
        }

        while (State != SaveState.Gone && Unsaved() is [_, ..] changes)
        {
            saving = SaveAsync(changes);
            var through = await saving;
            saving = null;
            if (!through)
            {
                return false;
            }
        }

        if (State is SaveState.Unsaved or SaveState.Failing)
        {
            Enter(SaveState.Saved);
        }

        unsavedSince = null;
        return State != SaveState.Gone;
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }
    }

    private List<Change> Unsaved() =>
        [.. Items.Where(item => Answers[item] != stored[item] && Asked.Is(item, Answers) && !disputed.Contains(item) && !withheld.Contains(item))
            .Select(item => new Change(item, stored[item], Answers[item]))];

    private async Task<bool> SaveAsync(List<Change> changes)
    {
        var sent = Answers;
        unsavedSince = null;
        DraftSave outcome;
        try
        {
            outcome = await save(changes, version);
        }
        catch (Exception) when (State != SaveState.Gone)
        {
            // whatever it was, the answers are still on the page and the next try may succeed
            Enter(SaveState.Failing);
            Wake(Retries[Math.Min(failures++, Retries.Length - 1)]);
            return false;
        }

        failures = 0;
        switch (outcome)
        {
            case DraftSave.Saved(var answers, var number, var on):
                SavedOn = on;
                Adopt(sent, answers, number);
                break;
            case DraftSave.Disagrees(var items, var theirs, var number):
                disputed.UnionWith(items);
                Adopt(sent, theirs, number);
                break;
            case DraftSave.NotAsked(var item):
                withheld.Add(item);
                break;
            case DraftSave.NeedsConsent(var item):
                withheld.Add(item);
                break;
            case DraftSave.Gone:
                Enter(SaveState.Gone);
                break;
        }

        StateChanged?.Invoke();
        return true;
    }

    /// <summary>Takes over what is stored, except what was typed since and what is not asked any more (it comes back when the question does).</summary>
    private void Adopt(Answers sent, Answers now, int number)
    {
        (stored, version) = (now, number);
        foreach (var item in Items.Where(item => Answers[item] != now[item]))
        {
            if (Answers[item] == sent[item] && Asked.Is(item, Answers) && !disputed.Contains(item))
            {
                Answers = Answers.With(item, now[item]);
                Refreshed?.Invoke(item);
            }
        }

        foreach (var item in disputed)
        {
            Refreshed?.Invoke(item);
        }
    }

    private void Enter(SaveState state)
    {
        if (State != state)
        {
            State = state;
            StateChanged?.Invoke();
        }
    }

    private void Wake(TimeSpan after)
    {
        timer ??= clock.CreateTimer(_ => _ = dispatch(FlushAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(after < TimeSpan.Zero ? TimeSpan.Zero : after, Timeout.InfiniteTimeSpan);
    }
}
