using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Features.Accounts;
using SrmBlazor.Features.Notifications;
using SrmBlazor.Features.Registration.Records;
using SrmBlazor.PersonalData;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Cessations;

public sealed class CessationTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(House.Start.UtcDateTime).AddDays(30);

    [Theory, BothProviders]
    [Promise("P-2-07", "P-2-08")]
    public async Task The_end_is_announced_in_public_and_by_letter_and_on_its_day_everything_goes(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var (english, chinese) = (await SupplierAsync(house, "one@mill.example"), await SupplierAsync(house, "two@mill.example", "zh-CN"));
        var run = house.Get<CessationRun>();

        var announced = await run.ExecuteAsync(EndingService.Whole, null, house.System);
        await house.Get<CessationMails>().SendAsync(default);
        await house.Get<CessationMails>().SendAsync(default);
        house.Clock.Advance(TimeSpan.FromDays(29));
        await run.EndDueAsync(default);
        var before = await LivingAsync(house);
        var waiting = await run.ExecuteAsync(EndingService.Whole, null, house.System);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await run.EndDueAsync(default);
        house.Clock.Advance(TimeSpan.FromDays(31));
        await house.Get<Sweep>().RunAsync();

        Assert.Equal(new CessationAnswer.Announced(Day), announced);
        Assert.Equal(new CessationAnswer.Waiting(Day), waiting);
        Assert.Equal(new[] { english, chinese }.Order(), await MailedAsync(house));
        Assert.Equal(2, before);
        await using var db = house.Store.Read();
        Assert.Empty(await db.Set<SealedRow>().Where(row => row.State != RowState.Erased).ToListAsync());
        Assert.Null(await house.Get<AccountRegister>().FindByMailboxAsync("one@mill.example"));
        Assert.All(await db.Set<Account>().Where(account => account.Id == english || account.Id == chinese).ToListAsync(), account => Assert.False(account.IsOpen));
        Assert.NotNull(Assert.Single(await house.Get<Announcements>().AllAsync()).DoneOn);
    }

    [Theory]
    [InlineData("en", "the supplier portal")]
    [InlineData("zh-CN", "供应商门户")]
    [Promise("P-2-07", "P-2-08")]
    public async Task The_letter_names_the_service_and_the_day_in_the_readers_language(string language, string service)
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await SupplierAsync(house, "one@mill.example", language);
        await house.Get<CessationRun>().ExecuteAsync(EndingService.Whole, null, house.System);

        await house.Get<CessationMails>().SendAsync(default);

        var mail = Assert.IsType<Opening<OutgoingMail>.Opened>(await house.Vault.OpenAsync<OutgoingMail>(supplier, For.DeliverMessage)).Record;
        Assert.Equal(("one@mill.example", language, CessationsFeature.Path), (mail.To, mail.Language, mail.Link!.AbsolutePath));
        Assert.Contains(mail.Body, paragraph => paragraph.Contains(service, StringComparison.Ordinal) && paragraph.Contains(Day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    [Promise("P-2-09")]
    public async Task When_one_service_ends_its_people_are_told_and_only_what_nothing_else_needs_goes()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var leasing = await SupplierAsync(house, "one@mill.example");
        var other = await SupplierAsync(house, "two@mill.example");
        var phone = await AddPhoneAsync(house, leasing);

        await house.Get<CessationRun>().ExecuteAsync("leasing", null, house.System);
        await house.Get<CessationMails>().SendAsync(default);
        house.Clock.Advance(TimeSpan.FromDays(30));
        var ended = await house.Get<CessationRun>().ExecuteAsync("leasing", null, house.System);

        Assert.Equal(new CessationAnswer.Ended(1), ended);
        Assert.Equal([leasing], await MailedAsync(house));
        Assert.IsType<Opening<Phone>.Erased>(await house.Vault.OpenAsync<Phone>(leasing, phone, For.LeasingContact));
        Assert.NotNull((await house.Vault.OpenAsync<Mailbox>(leasing, For.Account)).OrNull);
        Assert.NotNull((await house.Vault.OpenAsync<Mailbox>(other, For.Account)).OrNull);
    }

    [Theory]
    [InlineData("erase.before-intent")]
    [InlineData("erase.after-intent")]
    [InlineData("erase.before-keys")]
    [InlineData("erase.after-keys")]
    [InlineData("erase.after-blank")]
    [InlineData("cessation.between")]
    public async Task An_end_that_died_goes_on_where_it_was(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        var clock = new FakeTimeProvider(House.Start);
        await using (var dying = await House.OpenAsync(stores, clock))
        {
            await SupplierAsync(dying, "one@mill.example");
            await SupplierAsync(dying, "two@mill.example");
            await dying.Get<CessationRun>().ExecuteAsync(EndingService.Whole, null, dying.System);
            await dying.Get<CessationMails>().SendAsync(default);
            clock.Advance(TimeSpan.FromDays(30));
            dying.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<CessationRun>().EndDueAsync(default));
        }

        await using var next = await House.OpenAsync(stores, clock);
        await next.Get<CessationRun>().EndDueAsync(default);

        Assert.Equal(0, await LivingAsync(next));
        Assert.NotNull(Assert.Single(await next.Get<Announcements>().AllAsync()).DoneOn);
    }

    [Theory]
    [InlineData("cessation-mails.before-commit")]
    [InlineData("cessation-mails.between")]
    public async Task Letters_that_were_cut_off_reach_everybody_once(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        List<Guid> suppliers = [];
        await using (var dying = await House.OpenAsync(stores))
        {
            for (var i = 0; i < CessationMails.Batch + 2; i++)
            {
                suppliers.Add(await SupplierAsync(dying, $"n{i}@mill.example"));
            }

            await dying.Get<CessationRun>().ExecuteAsync(EndingService.Whole, null, dying.System);
            dying.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<CessationMails>().SendAsync(default));
        }

        await using var next = await House.OpenAsync(stores);
        await next.Get<CessationMails>().SendAsync(default);

        Assert.Equal(suppliers.Order(), await MailedAsync(next));
    }

    [Fact]
    public async Task Nothing_is_erased_before_everybody_was_written_to_and_nothing_announced_too_soon()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        await SupplierAsync(house, "one@mill.example");
        var run = house.Get<CessationRun>();

        var soon = await run.ExecuteAsync(EndingService.Whole, Day.AddDays(-1), house.System);
        var announced = await run.ExecuteAsync(EndingService.Whole, Day.AddDays(5), house.System);
        house.Clock.Advance(TimeSpan.FromDays(36));
        var due = await run.ExecuteAsync(EndingService.Whole, null, house.System);
        await run.EndDueAsync(default);

        Assert.Equal(new CessationAnswer.TooSoon(Day), soon);
        Assert.Equal(new CessationAnswer.Announced(Day.AddDays(5)), announced);
        Assert.IsType<CessationAnswer.LettersLeft>(due);
        Assert.Equal(1, await LivingAsync(house));
    }

    [Theory, BothProviders]
    public async Task A_rehearsal_counts_what_goes_and_stays_and_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await House.BuildAsync(provider);
        var supplier = await SupplierAsync(house, "one@mill.example");
        await AddPhoneAsync(house, supplier);
        var before = await AllRowsAsync(house);

        var whole = await house.Get<CessationRun>().PlanAsync(EndingService.Whole);
        var leasing = await house.Get<CessationRun>().PlanAsync("leasing");

        Assert.Equal((1, 2), (whole.Persons, whole.Going));
        Assert.Equal([new PlannedRecords("phone", 1, null, null), new PlannedRecords("mailbox", 1, "account", null)], leasing.Records);
        Assert.Equal(before, await AllRowsAsync(house));
    }

    [Fact]
    public async Task What_the_law_keeps_stays_closed_and_goes_when_its_term_ends()
    {
        await using var house = await House.BuildAsync(DatabaseProvider.Sqlite);
        var supplier = await SupplierAsync(house, "one@mill.example");
        Guid identity;
        await using (var work = await house.Store.WriteAsync())
        {
            work.Begin(supplier, For.OrdersSettlement, house.System, "test");
            identity = await house.Vault.SealAsync(work, supplier, new Identity("Qvarnström Zylphia", "CN"), For.OrdersSettlement, house.System, "test");
            await work.CommitAsync();
        }

        var plan = await house.Get<CessationRun>().PlanAsync(EndingService.Whole);
        await house.Get<CessationRun>().ExecuteAsync(EndingService.Whole, null, house.System);
        await house.Get<CessationMails>().SendAsync(default);
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.Get<CessationRun>().EndDueAsync(default);
        var closed = await house.Vault.OpenAsync<Identity>(supplier, identity, For.OrdersSettlement);
        house.Clock.Advance(TimeSpan.FromDays(11 * 366));
        await house.Get<Sweep>().RunAsync();

        Assert.Contains(new PlannedRecords("identity", 1, "orders-settlement", new DateTime(2037, 1, 1, 0, 0, 0, DateTimeKind.Utc)), plan.Records);
        Assert.IsType<Opening<Identity>.Refused>(closed);
        Assert.IsType<Opening<Identity>.Erased>(await house.Vault.OpenAsync<Identity>(supplier, identity, For.OrdersSettlement));
    }

    private static Task<Guid> SupplierAsync(House house, string mailbox, string language = "en") => Population.Of(house).RegisterAsync(mailbox, Role.Supplier, language);

    private static async Task<Guid> AddPhoneAsync(House house, Guid supplier)
    {
        await using var work = await house.Store.WriteAsync();
        work.Begin(supplier, For.LeasingContact, house.System, "test");
        var phone = await house.Vault.SealAsync(work, supplier, new Phone("+8613812345678"), For.LeasingContact, house.System, "test");
        await work.CommitAsync();
        return phone;
    }

    private static async Task<int> LivingAsync(House house)
    {
        await using var db = house.Store.Read();
        return await db.Set<SealedRow>().CountAsync(row => row.State == RowState.Live && row.Kind != "outgoing-mail");
    }

    private static async Task<List<Guid>> MailedAsync(House house)
    {
        await using var db = house.Store.Read();
        return [.. (await db.Set<OutboxMail>().Where(mail => mail.Letter == nameof(Letters.ServiceEnds)).Select(mail => mail.PersonId!.Value).ToListAsync()).Order()];
    }

    /// <summary>Every value of both stores.</summary>
    private static async Task<List<string>> AllRowsAsync(House house)
    {
        await using var db = house.Store.Read();
        await using var keys = house.Get<SrmBlazor.PersonalData.Keys.KeyStore>().Read();
        var all = new List<string>();
        foreach (var store in new DbContext[] { db, keys })
        {
            await store.Database.OpenConnectionAsync();
            foreach (var table in store.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
            {
                await using var command = store.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    all.Add(table + "|" + string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture))));
                }
            }
        }

        return all;
    }
}
