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

/// <summary>When a letter leaves, and when it no longer does.</summary>
public sealed class OutboxTimingTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_letter_that_no_server_takes_lapses_after_thirty_days_and_is_erased()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(SmtpScript.DeferRecipient);
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var id = await house.QueueAsync(LetterSamples.Activation() with { UsefulUntil = null });
        var last = clock.Now();

        while (await house.FindAsync(id) is { State: MailState.Waiting } mail)
        {
            last = mail.NextTryOn!.Value;
            clock.SetUtcNow(last);
            await house.Round.RunAsync();
        }

        var lapsed = await house.FindAsync(id);
        Assert.Equal((MailState.Lapsed, 128, "450"), (lapsed.State, lapsed.Attempts, lapsed.LastCode));
        Assert.InRange(last, lapsed.QueuedOn.AddDays(29.5), lapsed.QueuedOn.AddDays(30));
        Assert.True(await house.IsErasedAsync(lapsed));
        Assert.Equal(new OutboxFigures(0, 1, 0, null), await house.Outbox.FiguresAsync());
    }

    [Fact]
    public async Task A_letter_is_not_delivered_with_a_dead_link()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var letter = Letters.PasswordReset(new Addressee("reader@supplier.test", "en"), LetterSamples.English, LetterSamples.Link, clock.Now().AddHours(1));
        var id = await house.QueueAsync(letter);

        clock.Advance(TimeSpan.FromHours(1)); // the program stood still
        await house.Round.RunAsync();

        var mail = await house.FindAsync(id);
        Assert.Empty(sink.Deliveries);
        Assert.Equal(MailState.Lapsed, mail.State);
        Assert.True(await house.IsErasedAsync(mail));
    }

    [Fact]
    public async Task What_dies_first_goes_first()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        var transport = new Recorder();
        await using var house = await MailHouse.OpenAsync(stores, clock, 25, services => services.AddSingleton<IMailTransport>(transport));
        for (var number = 0; number < 60; number++)
        {
            await house.QueueAsync(LetterSamples.Activation() with { UsefulUntil = null });
        }

        await house.QueueAsync(LetterSamples.Activation(mailbox: "urgent@supplier.test") with { UsefulUntil = clock.Now().AddHours(1) });
        await house.Round.RunAsync();

        Assert.Equal(61, transport.Letters.Count);
        Assert.Contains("urgent@supplier.test", transport.Letters.Take(4).Select(letter => letter.To));
    }

    [Fact]
    public async Task A_prepared_letter_waits_for_its_release()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink();
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        var (released, forgotten) = (await PrepareAsync(house), await PrepareAsync(house));

        await house.Round.RunAsync();
        var early = sink.Deliveries.Count;
        await using (var work = await house.Get<Store>().WriteAsync())
        {
            Assert.True(await house.Outbox.ReleaseAsync(work, released, Act.OfSystem(clock)));
            await work.CommitAsync();
        }

        await house.Round.RunAsync();
        clock.Advance(RetrySchedule.Patience);
        await house.Round.RunAsync();

        Assert.Equal(0, early);
        Assert.Single(sink.Deliveries);
        Assert.Equal(MailState.Sent, (await house.FindAsync(released)).State);
        Assert.Equal(MailState.Lapsed, (await house.FindAsync(forgotten)).State);
        Assert.True(await house.IsErasedAsync(await house.FindAsync(forgotten)));
    }

    [Fact]
    public async Task The_worker_sends_what_is_queued_at_once_and_what_waits_by_the_clock()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        var transport = new Recorder { First = new MailOutcome.Deferred("450") };
        await using var house = await MailHouse.OpenAsync(stores, clock, 25, services => services.AddSingleton<IMailTransport>(transport).AddSingleton<MailWorker>());
        var worker = house.Get<MailWorker>();
        await worker.StartAsync(CancellationToken.None);

        var id = await house.QueueAsync(LetterSamples.Activation());
        await transport.NextAsync();
        while ((await house.FindAsync(id)).LastCode.Length == 0)
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(90));
        await transport.NextAsync();
        await worker.StopAsync(CancellationToken.None);

        Assert.Equal(2, transport.Letters.Count);
        Assert.Equal(MailState.Sent, (await house.FindAsync(id)).State);
    }

    private async Task<Guid> PrepareAsync(House house)
    {
        await using var work = await house.Get<Store>().WriteAsync();
        var id = await house.Outbox.PrepareAsync(work, Guid.NewGuid(), LetterSamples.Activation() with { UsefulUntil = null }, Act.OfSystem(clock));
        await work.CommitAsync();
        return id;
    }

    /// <summary>Takes every letter, after the first answer it was given.</summary>
    private sealed class Recorder : IMailTransport
    {
        private readonly System.Threading.Channels.Channel<Letter> heard = System.Threading.Channels.Channel.CreateUnbounded<Letter>();
        private readonly System.Collections.Concurrent.ConcurrentQueue<Letter> letters = new();

        public MailOutcome? First { get; set; }

        public IReadOnlyList<Letter> Letters => [.. letters];

        public ValueTask<Letter> NextAsync() => heard.Reader.ReadAsync();

        public Task<MailOutcome> SendAsync(Letter letter, MessageId id, CancellationToken cancellationToken = default)
        {
            letters.Enqueue(letter);
            heard.Writer.TryWrite(letter);
            var outcome = First ?? new MailOutcome.Sent();
            First = null;
            return Task.FromResult(outcome);
        }
    }
}
