using Microsoft.Extensions.Time.Testing;

namespace SrmBlazor.Shared;

public sealed class RefreshTests
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(250);

    private readonly FakeTimeProvider clock = new();
    private int runs;

    [Fact]
    public async Task The_first_announcement_is_followed_at_once_and_the_many_after_it_together()
    {
        using var refresh = new Refresh(clock, Apart);

        await refresh.RunAsync(Ask);
        Assert.Equal(1, runs);
        for (var announcement = 0; announcement < 50; announcement++)
        {
            await refresh.RunAsync(Ask);
        }

        Assert.Equal(1, runs);
        clock.Advance(Apart);
        Assert.Equal(2, runs);
        clock.Advance(Apart);
        Assert.Equal(2, runs);
        await refresh.RunAsync(Ask);
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task What_is_announced_while_it_asks_is_asked_for_again()
    {
        using var refresh = new Refresh();
        var answer = new TaskCompletionSource();
        var asking = refresh.RunAsync(async () =>
        {
            runs++;
            await answer.Task;
        });

        await refresh.RunAsync(Ask);
        Assert.Equal(1, runs);
        answer.SetResult();
        await asking;

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task What_is_announced_while_it_asks_waits_its_time_too()
    {
        using var refresh = new Refresh(clock, Apart);
        var answer = new TaskCompletionSource();
        var asking = refresh.RunAsync(async () =>
        {
            runs++;
            await answer.Task;
        });

        await refresh.RunAsync(Ask);
        answer.SetResult();
        await asking;
        Assert.Equal(1, runs);
        clock.Advance(Apart);

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task After_the_page_was_left_nothing_is_asked()
    {
        var refresh = new Refresh(clock, Apart);
        await refresh.RunAsync(Ask);
        await refresh.RunAsync(Ask);

        refresh.Dispose();
        clock.Advance(Apart);
        await refresh.RunAsync(Ask);

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_run_that_failed_does_not_keep_the_next_one_away()
    {
        using var refresh = new Refresh(clock, Apart);
        await Assert.ThrowsAsync<InvalidOperationException>(() => refresh.RunAsync(() => throw new InvalidOperationException()));

        await refresh.RunAsync(Ask);

        Assert.Equal(1, runs);
    }

    private Task Ask()
    {
        runs++;
        return Task.CompletedTask;
    }
}
