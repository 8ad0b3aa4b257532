using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

public sealed class NewsRoundTests
{
    [Theory, BothProviders]
    [Promise("P-3.1-06", "P-3.1-08")]
    public async Task News_reaches_who_agreed_once_each_in_their_language_and_nobody_else(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        var clock = new FakeTimeProvider(House.Start);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var room = new Newsroom(house.Services, clock);
        await room.SupplierAsync("english@supplier.test", "en", For.News);
        await room.SupplierAsync("chinese@supplier.test", "zh-CN", For.News);
        await room.SupplierAsync("silent@supplier.test");

        await room.SendAsync();
        await house.Get<NewsRound>().RunAsync();
        await house.Round.RunAsync();
        await house.Round.RunAsync();

        Assert.Equal(["chinese@supplier.test", "english@supplier.test"], sink.Deliveries.Select(delivery => delivery.To).Order(StringComparer.Ordinal));
        var english = sink.Deliveries.Single(delivery => delivery.To == "english@supplier.test").Message;
        var chinese = sink.Deliveries.Single(delivery => delivery.To == "chinese@supplier.test").Message;
        Assert.Contains("Please deliver on Tuesday.", english.TextBody, StringComparison.Ordinal);
        Assert.Contains("请于周二送货。", chinese.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", chinese.TextBody, StringComparison.OrdinalIgnoreCase);
        foreach (var message in new[] { english, chinese })
        {
            Assert.Matches("^<https?://[^<>@ ]+/mail/unsubscribe\\?token=[A-Za-z0-9_-]{43}>$", message.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
            Assert.Contains(message.Headers["List-Unsubscribe"]!.Trim('<', '>'), message.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, BothProviders]
    [Promise("P-3.1-09")]
    public async Task A_withdrawal_between_the_confirmation_and_the_letter_stops_it(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var withdrawn = await room.SupplierAsync("one@supplier.test", "en", For.News);
        var closed = await room.SupplierAsync("two@supplier.test", "en", For.News);
        var late = await room.SupplierAsync("three@supplier.test");
        await room.ConfirmAsync();

        await room.DecideAsync(withdrawn, For.News, give: false);
        await Population.Of(house).ChangeAsync(closed, account => account.Close(house.Clock.Now()));
        await room.DecideAsync(late, For.News, give: true);
        await house.Get<NewsRound>().RunAsync();

        Assert.All(await room.DeliveriesAsync(), delivery => Assert.Equal((DeliveryState.Withheld, null), (delivery.State, delivery.UnsubscribeHash)));
        foreach (var person in new[] { withdrawn, closed, late })
        {
            Assert.Empty(await room.LettersAsync(person));
        }
    }

    [Theory, BothProviders]
    public async Task Whoever_takes_over_after_a_crash_goes_on_where_it_stopped(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        var clock = new FakeTimeProvider(House.Start);
        List<Guid> people = [];
        await using (var first = await House.OpenAsync(stores, clock))
        {
            var room = new Newsroom(first.Services, clock);
            foreach (var number in Enumerable.Range(1, 5))
            {
                people.Add(await room.SupplierAsync($"n{number}@supplier.test", "en", For.News));
            }

            await room.ConfirmAsync();
            first.DieAt("news.after-commit");
            await first.Get<NewsRound>().RunAsync();
        }

        await using (var second = await House.OpenAsync(stores, clock))
        {
            Assert.Single(await new Newsroom(second.Services, clock).DeliveriesAsync(), delivery => delivery.State == DeliveryState.Written);
            second.DieAt("news.before-commit");
            await second.Get<NewsRound>().RunAsync();
        }

        await using var third = await House.OpenAsync(stores, clock);
        Assert.Equal(4, await third.Get<NewsRound>().RunAsync());
        foreach (var person in people)
        {
            Assert.Single(await new Newsroom(third.Services, clock).LettersAsync(person));
        }
    }

    [Theory, BothProviders]
    public async Task Two_rounds_at_once_write_each_letter_once(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        var clock = new FakeTimeProvider(House.Start);
        await using var one = await House.OpenAsync(stores, clock);
        await using var other = await House.OpenAsync(stores, clock);
        var room = new Newsroom(one.Services, clock);
        List<Guid> people = [];
        foreach (var number in Enumerable.Range(1, 8))
        {
            people.Add(await room.SupplierAsync($"n{number}@supplier.test", "en", For.News));
        }

        await room.ConfirmAsync();
        var written = await Task.WhenAll(Task.Run(() => one.Get<NewsRound>().RunAsync()), Task.Run(() => other.Get<NewsRound>().RunAsync()));

        Assert.Equal(8, written.Sum());
        foreach (var person in people)
        {
            Assert.Single(await room.LettersAsync(person));
        }
    }

    [Fact]
    public async Task Neither_mailbox_nor_secret_stands_in_any_file_once_the_letter_left()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink();
        var clock = new FakeTimeProvider(House.Start);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var room = new Newsroom(house.Services, clock);
        var person = await room.SupplierAsync("canary-9c1d@supplier.test", "en", For.News, For.MailTracking);
        await room.SendAsync();
        var letter = Assert.Single(await room.LettersAsync(person));

        await house.Round.RunAsync();

        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "canary-9c1d", Newsroom.SecretIn(letter.Unsubscribe!), Newsroom.SecretIn(letter.Picture!)));
    }
}
