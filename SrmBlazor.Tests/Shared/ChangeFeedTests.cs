using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;

namespace SrmBlazor.Shared;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task Who_hears_answers_in_their_own_language_whoever_announces()
    {
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        var heard = new List<string>();
        foreach (var language in (string[])["zh-CN", "en"])
        {
            await In(language, () => feed.Subscribe("topic", () => heard.Add(CultureInfo.CurrentUICulture.Name)));
        }

        await In("de", () =>
        {
            feed.Announce("topic");
            heard.Add(CultureInfo.CurrentUICulture.Name);
        });

        Assert.Equal(["de", "en", "zh-CN"], heard.Order());
        Assert.Equal("de", heard[^1]);
    }

    [Fact]
    public void Nobody_hears_another_topic_or_after_leaving()
    {
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        var heard = 0;
        var subscription = feed.Subscribe("topic", () => heard++);

        feed.Announce("other");
        feed.Announce("topic");
        subscription.Dispose();
        feed.Announce("topic");

        Assert.Equal(1, heard);
    }

    /// <summary>Many are told in portions: all of them hear, each once.</summary>
    [Fact]
    public async Task A_page_that_fails_keeps_the_news_from_nobody()
    {
        const int Pages = 100;
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        var heard = new int[Pages];
        using var missing = new CountdownEvent(Pages);
        for (var page = 0; page < Pages; page++)
        {
            var at = page;
            feed.Subscribe("topic", () =>
            {
                Interlocked.Increment(ref heard[at]);
                missing.Signal();
            });
            feed.Subscribe("topic", () => throw new ObjectDisposedException("circuit"));
        }

        foreach (var announce in (Action[])[() => feed.Announce("topic"), feed.AnnounceAll])
        {
            missing.Reset();
            announce();
            Assert.True(await Task.Run(() => missing.Wait(TimeSpan.FromSeconds(30))));
        }

        Assert.All(heard, times => Assert.Equal(2, times));
    }

    [Fact]
    public void With_the_last_page_goes_its_topic()
    {
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        var (person, first, second) = (Topics.Person(Guid.NewGuid()), feed.Subscribe("topic", () => { }), feed.Subscribe("topic", () => { }));
        feed.Subscribe(person, () => { }).Dispose();

        feed.Announce(person);
        first.Dispose();
        first.Dispose();
        Assert.Equal(["topic"], feed.Awaited);
        second.Dispose();

        Assert.Empty(feed.Awaited);
    }

    private static Task In(string language, Action act) => Task.Run(() =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        act();
    });
}
