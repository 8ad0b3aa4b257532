using SrmBlazor.Data;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

public sealed class NewsDeskTests
{
    [Theory, BothProviders]
    public async Task What_is_sent_is_what_was_shown_and_is_sent_once(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        await room.SupplierAsync("one@supplier.test", "en", For.News);
        var news = await room.Desk.WriteAsync(Newsroom.Text, room.Coordinator);

        Assert.Equal(NewsOutcome.Done, await room.Desk.RewriteAsync(news, 1, Newsroom.Text with { EnglishSubject = " Harbour open " }, room.Coordinator));
        Assert.Equal(NewsOutcome.Changed, await room.Desk.SendAsync(news, 1, room.Coordinator));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => room.Desk.SendAsync(news, 2, room.Coordinator))));

        Assert.Single(outcomes, NewsOutcome.Done);
        Assert.Equal(NewsOutcome.Changed, await room.Desk.RewriteAsync(news, 2, Newsroom.Text, room.Coordinator));
        Assert.Equal(NewsOutcome.Changed, await room.Desk.DiscardAsync(news, 2, room.Coordinator));
        Assert.Equal("Harbour open", (await room.Desk.FindAsync(news, room.Coordinator))!.Text.EnglishSubject);
        Assert.Single(await room.DeliveriesAsync());
    }

    [Theory, BothProviders]
    public async Task A_draft_can_be_discarded_and_the_list_is_newest_first(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var first = await room.ConfirmAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var draft = await room.Desk.WriteAsync(Newsroom.Text, room.Coordinator);

        var both = await room.Desk.ListAsync(room.Coordinator);
        Assert.Equal(NewsOutcome.Done, await room.Desk.DiscardAsync(draft, 1, room.Coordinator));

        Assert.Equal([(draft, false), (first, true)], both.Select(piece => (piece.Id, piece.Figures is not null)));
        Assert.Equal([first], (await room.Desk.ListAsync(room.Coordinator)).Select(piece => piece.Id));
        Assert.Null(await room.Desk.FindAsync(draft, room.Coordinator));
    }

    [Theory, BothProviders]
    public async Task Figures_tell_of_no_group_of_fewer_than_ten(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        foreach (var number in Enumerable.Range(1, 11))
        {
            await room.SupplierAsync($"n{number}@supplier.test", "en", number < 10 ? [For.News, For.MailTracking] : [For.News]);
        }

        var figures = await room.FiguresAsync(await room.SendAsync());

        Assert.Equal((11, null, null, false), (figures.Sent.Count, figures.Measured.Count, figures.Opened.Count, figures.OnTheWay));
    }

    [Theory]
    [InlineData(40, 40, 20, 20)]
    [InlineData(40, 20, 10, 10)]
    [InlineData(40, 20, 9, null)]
    [InlineData(40, 20, 11, null)]
    [InlineData(40, 20, 20, null)]
    [InlineData(40, 20, 0, null)]
    public void How_many_opened_is_told_only_where_as_many_did_not(int sent, int measured, int opened, int? told) =>
        Assert.Equal(told, NewsFigures.Of(sent, measured, opened, waiting: 0).Opened.Count);

    [Theory]
    [InlineData("", NewsFlaw.Missing)]
    [InlineData(" \n", NewsFlaw.Missing)]
    [InlineData(null, NewsFlaw.TooLong)]
    public async Task Nothing_incomplete_or_too_long_is_kept(string? text, NewsFlaw flaw)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var room = new Newsroom(house.Services, house.Clock);
        var wrong = Newsroom.Text with { ChineseText = text ?? new string('长', NewsText.LongestText + 1) };

        Assert.Equal([(nameof(NewsText.ChineseText), flaw)], wrong.Flaws);
        await Assert.ThrowsAsync<ArgumentException>(() => room.Desk.WriteAsync(wrong, room.Coordinator));
        Assert.Empty(await room.Desk.ListAsync(room.Coordinator));
    }
}
