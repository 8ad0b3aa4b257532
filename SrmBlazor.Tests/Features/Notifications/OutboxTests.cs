using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Data.Audit;
using SrmBlazor.PersonalData;
using SrmBlazor.PersonalData.Map;
using SrmBlazor.Shared;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications;

public sealed class OutboxTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    [Theory]
    [BothProviders]
    public async Task A_letter_lies_sealed_until_it_is_sent_once_and_nothing_of_it_stays(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var letter = Letters.AlreadyRegistered(new Addressee("canary-4f1c@supplier.test", "zh-CN"), LetterSamples.Chinese, new Uri("https://portal.test/canary-77ab"));

        var id = await house.QueueAsync(letter);
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "canary-4f1c", "canary-77ab"));
        await house.Round.RunAsync();
        await house.Round.RunAsync();

        var delivery = Assert.Single(sink.Deliveries);
        Assert.Equal("canary-4f1c@supplier.test", delivery.To);
        Assert.Contains("https://portal.test/canary-77ab", delivery.Message.TextBody, StringComparison.Ordinal);
        var mail = await house.FindAsync(id);
        Assert.Equal((MailState.Sent, 1, "AlreadyRegistered", (DateTime?)null), (mail.State, mail.Attempts, mail.Letter, mail.NextTryOn));
        Assert.Equal(delivery.Message.MessageId, mail.MessageId);
        Assert.True(await house.IsErasedAsync(mail));
        Assert.Empty(Canary.Search(await stores.PlacesAsync(), "canary-4f1c", "canary-77ab"));
        await using var db = house.Get<Store>().Read();
        Assert.Null((await AuditChain.VerifyAsync(db, house.Get<RootSecret>())).Broken);
    }

    [Theory]
    [BothProviders]
    public async Task A_change_that_is_not_kept_sends_nothing(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);

        await using (var work = await house.Get<Store>().WriteAsync())
        {
            await house.Outbox.SendAsync(work, Guid.NewGuid(), LetterSamples.Activation(), Act.OfSystem(clock));
        }

        await house.Round.RunAsync();

        Assert.Empty(sink.Deliveries);
        Assert.Empty(await house.AllAsync());
    }

    [Theory]
    [InlineData(SmtpScript.CloseAtGreeting, "421")]
    [InlineData(SmtpScript.DeferRecipient, "450")]
    [InlineData(SmtpScript.RefuseSender, "550")]
    public async Task A_letter_deferred_leaves_a_minute_later(SmtpScript script, string code)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(script, SmtpScript.Accept);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var id = await house.QueueAsync(LetterSamples.Activation());

        await house.Round.RunAsync();
        var waiting = await house.FindAsync(id);
        clock.Advance(TimeSpan.FromSeconds(59));
        await house.Round.RunAsync();
        var early = sink.Deliveries.Count;
        clock.Advance(TimeSpan.FromSeconds(1));
        await house.Round.RunAsync();

        Assert.Equal((MailState.Waiting, code), (waiting.State, waiting.LastCode));
        Assert.Equal(0, early);
        Assert.Single(sink.Deliveries);
        Assert.Equal(MailState.Sent, (await house.FindAsync(id)).State);
    }

    [Theory]
    [BothProviders]
    public async Task A_server_that_is_down_loses_nothing(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var before = await MailHouse.OpenAsync(stores, clock, ClosedPort());
        var id = await before.QueueAsync(LetterSamples.Activation());
        await before.Round.RunAsync();
        var waiting = await before.FindAsync(id);
        clock.Advance(TimeSpan.FromMinutes(1));

        await using var sink = new SmtpSink();
        await using var after = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await after.Round.RunAsync();

        Assert.Equal((MailState.Waiting, "refused"), (waiting.State, waiting.LastCode));
        Assert.Single(sink.Deliveries);
    }

    [Theory]
    [InlineData(SmtpScript.RefuseRecipient, "550")]
    [InlineData(SmtpScript.RefuseLetter, "554")]
    public async Task A_letter_refused_for_good_is_not_tried_again_and_is_erased(SmtpScript script, string code)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(script, SmtpScript.Accept);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var id = await house.QueueAsync(LetterSamples.Activation());

        await house.Round.RunAsync();
        clock.Advance(TimeSpan.FromHours(7));
        await house.Round.RunAsync();

        var mail = await house.FindAsync(id);
        Assert.Equal((MailState.Refused, code), (mail.State, mail.LastCode));
        Assert.Empty(sink.Deliveries);
        Assert.True(await house.IsErasedAsync(mail));
    }

    [Fact]
    public async Task A_server_that_falls_silent_holds_up_its_letter_only()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(SmtpScript.HangAtGreeting);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var id = await house.QueueAsync(LetterSamples.Activation());

        var round = house.Round.RunAsync();
        await sink.Hanging;
        clock.Advance(TimeSpan.FromSeconds(60));
        await round;

        var mail = await house.FindAsync(id);
        Assert.Equal((MailState.Waiting, "timeout"), (mail.State, mail.LastCode));
    }

    [Fact]
    public async Task A_letter_whose_answer_was_lost_goes_again_under_the_same_message_id()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(SmtpScript.DropBeforeAnswer, SmtpScript.Accept);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await house.QueueAsync(LetterSamples.Activation());

        await house.Round.RunAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await house.Round.RunAsync();

        Assert.Equal(2, sink.Deliveries.Count);
        Assert.Single(sink.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_store_that_fails_after_the_server_took_the_letter_does_not_send_it_again()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var id = await house.QueueAsync(LetterSamples.Activation());
        house.DieAt("erase.before-intent"); // the last step before the commit: a full disk looks like this

        await house.Round.RunAsync();
        var meanwhile = await house.FindAsync(id);
        clock.Advance(TimeSpan.FromHours(1));
        await house.Round.RunAsync();
        house.Get<FailPoints>().Reached = null;
        await house.Round.RunAsync();

        Assert.Equal(MailState.Waiting, meanwhile.State);
        Assert.Single(sink.Deliveries);
        Assert.Equal(MailState.Sent, (await house.FindAsync(id)).State);
    }

    [Theory]
    [BothProviders]
    public async Task A_main_store_restored_from_before_the_sending_sends_nothing_again(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        Guid id;
        await using (var before = await MailHouse.OpenAsync(stores, clock, sink.Port))
        {
            id = await before.QueueAsync(LetterSamples.Activation());
        }

        var backup = await stores.BackUpMainAsync();
        await using (var sending = await MailHouse.OpenAsync(stores, clock, sink.Port))
        {
            await sending.Round.RunAsync();
        }

        await stores.RestoreMainAsync(backup);
        await using var after = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await after.Round.RunAsync();

        Assert.Single(sink.Deliveries);
        Assert.Equal(MailState.Lapsed, (await after.FindAsync(id)).State);
    }

    [Fact]
    public void Everything_a_sealed_letter_stores_is_in_the_data_map() =>
        Assert.DoesNotContain(MapCheck.Problems(DataMap.OfThisProgram(), PersonalDataFeature.HasText), problem => problem.StartsWith("outgoing-mail", StringComparison.Ordinal));

    private static int ClosedPort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }
}
