using Microsoft.EntityFrameworkCore;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.Features.Consents;
using SrmBlazor.PersonalData;
using SrmBlazor.Support;

namespace SrmBlazor.Features.News;

public sealed class NewsReadersTests
{
    [Theory, BothProviders]
    [Promise("P-3.1-08", "P-3.1-09")]
    public async Task Unsubscribing_takes_the_consent_to_news_back_once_and_stops_all_that_is_not_needed(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var person = await room.SupplierAsync("one@supplier.test", "zh-CN", For.News, For.MailTracking);
        var another = await room.SupplierAsync("two@supplier.test", "en", For.News);
        await room.SendAsync();
        var secret = Newsroom.SecretIn(Assert.Single(await room.LettersAsync(person)).Unsubscribe!);

        await house.Get<NewsReaders>().UnsubscribeAsync(secret);
        await house.Get<NewsReaders>().UnsubscribeAsync(secret);
        await room.SendAsync();

        Assert.False(await room.AgreesAsync(person, For.News));
        Assert.True(await room.AgreesAsync(person, For.MailTracking));
        Assert.True(await room.AgreesAsync(another, For.News));
        var withdrawn = Assert.Single(await room.DecisionsAsync(person), one => one.State == ConsentState.Withdrawn);
        await using var db = house.Store.Read();
        var given = Assert.Single(await room.DecisionsAsync(person), one => one.State == ConsentState.Given && one.Purpose == "news");
        Assert.Equal((given.NoticeId, ConsentActor.Person), (withdrawn.NoticeId, withdrawn.Actor));
        Assert.Equal(1, await db.Set<NoticeServed>().CountAsync(notice => notice.PersonId == person && notice.Purpose == "news"));
        Assert.Single(await room.LettersAsync(person));
        Assert.Equal(2, (await room.LettersAsync(another)).Count);
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
        Assert.Empty(await ConsentBook.ForgedAsync(db));
    }

    [Theory, BothProviders]
    [Promise("P-3.1-09", "P-0-07")]
    public async Task Turning_off_that_opening_is_seen_leaves_the_news_coming_without_the_picture(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var person = await room.SupplierAsync("one@supplier.test", "en", For.News, For.MailTracking);
        await room.SendAsync();

        await room.DecideAsync(person, For.MailTracking, give: false);
        await room.SendAsync();

        var letters = await room.LettersAsync(person);
        Assert.Equal([false, true], letters.Select(letter => letter.Picture is null).Order());
        Assert.All(letters, letter => Assert.NotNull(letter.Unsubscribe));
    }

    [Theory, BothProviders]
    [Promise("P-3.1-06")]
    public async Task An_opened_mail_is_noted_once_and_after_the_withdrawal_nothing_is_noted_or_left(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var (keeps, withdraws) = (await room.SupplierAsync("one@supplier.test", "en", For.News, For.MailTracking), await room.SupplierAsync("two@supplier.test", "en", For.News, For.MailTracking));
        await room.SendAsync();
        var (kept, taken) = (Newsroom.SecretIn((await room.LettersAsync(keeps))[0].Picture!), Newsroom.SecretIn((await room.LettersAsync(withdraws))[0].Picture!));

        await house.Get<NewsReaders>().OpenedAsync(kept);
        var first = house.Clock.GetUtcNow().UtcDateTime;
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Get<NewsReaders>().OpenedAsync(kept);
        await room.DecideAsync(withdraws, For.MailTracking, give: false);
        await house.Get<NewsReaders>().OpenedAsync(taken);

        Assert.Equal([(keeps, (DateTime?)first), (withdraws, null)], (await room.OpeningsAsync()).OrderBy(one => one.OpenedOn is null).Select(one => (one.PersonId!.Value, one.OpenedOn)));
        await house.Get<NewsRound>().RunAsync();
        Assert.Equal(keeps, Assert.Single(await room.OpeningsAsync()).PersonId);
    }

    [Theory, BothProviders]
    public async Task What_was_never_sent_or_is_older_than_its_term_does_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var room = new Newsroom(house.Services, house.Clock);
        var person = await room.SupplierAsync("one@supplier.test", "en", For.News, For.MailTracking);
        await room.SendAsync();
        var letter = Assert.Single(await room.LettersAsync(person));
        var (unsubscribe, picture) = (Newsroom.SecretIn(letter.Unsubscribe!), Newsroom.SecretIn(letter.Picture!));
        house.Clock.Advance(TimeSpan.FromDays(NewsDelivery.Term.Days));

        foreach (var token in new[] { null, "", "nonsense", unsubscribe, picture })
        {
            await house.Get<NewsReaders>().UnsubscribeAsync(token);
            await house.Get<NewsReaders>().OpenedAsync(token);
        }

        Assert.True(await room.AgreesAsync(person, For.News));
        Assert.Null(Assert.Single(await room.OpeningsAsync()).OpenedOn);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<Terms>().EndAsync();
        Assert.Null(Assert.Single(await room.OpeningsAsync()).PersonId);
        Assert.Null(Assert.Single(await room.DeliveriesAsync()).PersonId);
    }
}
