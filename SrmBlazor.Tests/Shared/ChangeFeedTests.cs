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
        await In("zh-CN", () => feed.Subscribe("topic", () => heard.Add(CultureInfo.CurrentUICulture.Name)));

        await In("en", () => feed.Announce("topic"));

        Assert.Equal(["zh-CN"], heard);
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

    [Fact]
    public void A_page_that_fails_keeps_the_news_from_nobody()
    {
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        var heard = 0;
        for (var page = 0; page < 10; page++)
        {
            feed.Subscribe("topic", () => heard++);
            feed.Subscribe("topic", () => throw new ObjectDisposedException("circuit"));
        }

        feed.Announce("topic");
        feed.AnnounceAll();

        Assert.Equal(20, heard);
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
