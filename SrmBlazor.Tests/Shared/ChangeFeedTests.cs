using System.Globalization;

namespace SrmBlazor.Shared;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task Who_hears_answers_in_their_own_language_whoever_announces()
    {
        var feed = new ChangeFeed();
        var heard = new List<string>();
        await In("zh-CN", () => feed.Subscribe("topic", () => heard.Add(CultureInfo.CurrentUICulture.Name)));

        await In("en", () => feed.Announce("topic"));

        Assert.Equal(["zh-CN"], heard);
    }

    [Fact]
    public void Nobody_hears_another_topic_or_after_leaving()
    {
        var feed = new ChangeFeed();
        var heard = 0;
        var subscription = feed.Subscribe("topic", () => heard++);

        feed.Announce("other");
        feed.Announce("topic");
        subscription.Dispose();
        feed.Announce("topic");

        Assert.Equal(1, heard);
    }

    private static Task In(string language, Action act) => Task.Run(() =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        act();
    });
}
