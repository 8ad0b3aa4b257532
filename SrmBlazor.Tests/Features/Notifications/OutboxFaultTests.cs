using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Data;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications;

public sealed class OutboxFaultTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    public static TheoryData<DatabaseProvider, string, int> Deaths
    {
        get
        {
            var deaths = new TheoryData<DatabaseProvider, string, int>();
            foreach (var provider in PostgresServer.Skipped ? new[] { DatabaseProvider.Sqlite } : [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql])
            {
                // only between the server's answer and our commit is a letter sent twice
                deaths.Add(provider, "mail.before-send", 1);
                deaths.Add(provider, "mail.after-250", 2);
                deaths.Add(provider, "erase.before-intent", 2);
                deaths.Add(provider, "erase.after-intent", 1);
                deaths.Add(provider, "erase.before-keys", 1);
                deaths.Add(provider, "erase.after-keys", 1);
                deaths.Add(provider, "erase.before-blank", 1);
                deaths.Add(provider, "erase.after-blank", 1);
                deaths.Add(provider, "mail.after-commit", 1);
            }

            return deaths;
        }
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_process_that_dies_loses_no_letter(DatabaseProvider provider, string step, int deliveries)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        Guid id;
        await using (var before = await MailHouse.OpenAsync(stores, clock, sink.Port))
        {
            id = await before.QueueAsync(LetterSamples.Activation());
            before.DieAt(step);
            await before.Round.RunAsync();
        }

        clock.Advance(TimeSpan.FromMinutes(5));
        await using var after = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await after.Round.RunAsync();

        var mail = await after.FindAsync(id);
        Assert.Equal(MailState.Sent, mail.State);
        Assert.True(await after.IsErasedAsync(mail));
        Assert.Equal(Enumerable.Repeat(mail.MessageId, deliveries), sink.Deliveries.Select(delivery => delivery.Message.MessageId!));
    }

    [Theory]
    [InlineData("seal.before-key")]
    [InlineData("seal.after-key")]
    public async Task A_process_that_dies_while_sealing_has_promised_nothing(string step)
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink();
        await using (var before = await MailHouse.OpenAsync(stores, clock, sink.Port))
        {
            before.DieAt(step);
            await Assert.ThrowsAsync<ProcessDiedException>(() => before.QueueAsync(LetterSamples.Activation()));
        }

        await using var after = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await after.Round.RunAsync();

        Assert.Empty(await after.AllAsync());
        Assert.Empty(sink.Deliveries);
    }

    [Theory]
    [BothProviders]
    public async Task Twenty_workers_on_four_nodes_send_a_letter_once(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink();
        var nodes = new List<House>();
        for (var number = 0; number < 4; number++)
        {
            nodes.Add(await MailHouse.OpenAsync(stores, clock, sink.Port));
        }

        var ids = new List<Guid>();
        for (var number = 0; number < 10; number++)
        {
            ids.Add(await nodes[0].QueueAsync(LetterSamples.Activation()));
        }

        await Task.WhenAll(nodes.SelectMany(node => Enumerable.Range(0, 5).Select(_ => Task.Run(() => node.Round.RunAsync()))));

        Assert.Equal(10, sink.Deliveries.Count);
        Assert.Equal(10, sink.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(await nodes[0].AllAsync(), mail => Assert.Equal((MailState.Sent, 1), (mail.State, mail.Attempts)));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory]
    [BothProviders]
    public async Task Two_hundred_letters_past_a_moody_server_arrive_once_each(DatabaseProvider provider)
    {
        using var stores = await Stores.CreateAsync(provider);
        await using var sink = new SmtpSink(Moods(seed: 20260302));
        await using var house = await MailHouse.OpenAsync(stores, clock, sink.Port);
        for (var number = 0; number < 200; number++)
        {
            await house.QueueAsync(LetterSamples.Activation(mailbox: $"reader-{number}@supplier.test") with { UsefulUntil = null });
        }

        var rounds = await RunUntilDoneAsync(house);

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"reader-{number}@supplier.test").Order(StringComparer.Ordinal),
            sink.Deliveries.Select(delivery => delivery.To).Order(StringComparer.Ordinal));
        var mails = await house.AllAsync();
        Assert.All(mails, mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.InRange(mails.Sum(mail => mail.Attempts), 300, 600);
        Assert.InRange(rounds, 3, 40);
    }

    [Fact]
    public async Task Letters_past_a_moody_server_and_through_crashes_double_only_where_a_crash_came_after_the_answer()
    {
        using var stores = await Stores.CreateAsync(DatabaseProvider.Sqlite);
        await using var sink = new SmtpSink(Moods(seed: 7));
        var random = new Random(7);
        string[] steps = ["mail.before-send", "mail.after-250", "mail.after-commit", "erase.before-intent", "erase.after-intent", "erase.after-keys", "erase.before-blank"];
        await using (var first = await MailHouse.OpenAsync(stores, clock, sink.Port))
        {
            for (var number = 0; number < 60; number++)
            {
                await first.QueueAsync(LetterSamples.Activation(mailbox: $"reader-{number}@supplier.test") with { UsefulUntil = null });
            }
        }

        // a process attempts at most four letters at a time, so no death can double more than four
        const int deaths = 12;
        for (var death = 0; death < deaths; death++)
        {
            await using var mortal = await MailHouse.OpenAsync(stores, clock, sink.Port);
            mortal.DieAt(steps[random.Next(steps.Length)]);
            await mortal.Round.RunAsync();
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        await using var last = await MailHouse.OpenAsync(stores, clock, sink.Port);
        await RunUntilDoneAsync(last);

        var mails = await last.AllAsync();
        Assert.All(mails, mail => Assert.Equal(MailState.Sent, mail.State));
        var letters = sink.Deliveries.GroupBy(delivery => delivery.To, StringComparer.Ordinal).ToList();
        Assert.Equal(60, letters.Count);
        Assert.All(letters, copies => Assert.Single(copies.Select(copy => copy.Message.MessageId).Distinct(StringComparer.Ordinal)));
        Assert.InRange(sink.Deliveries.Count - 60, 1, 4 * deaths);
        foreach (var mail in mails)
        {
            Assert.True(await last.IsErasedAsync(mail));
        }
    }

    /// <summary>Half of the conversations fail before the letter is taken.</summary>
    private static SmtpScript[] Moods(int seed)
    {
        var random = new Random(seed);
        SmtpScript[] failures = [SmtpScript.CloseAtGreeting, SmtpScript.DeferRecipient, SmtpScript.RefuseSender];
        return [.. Enumerable.Range(0, 2000).Select(_ => random.Next(2) == 0 ? SmtpScript.Accept : failures[random.Next(failures.Length)])];
    }

    private async Task<int> RunUntilDoneAsync(House house)
    {
        var rounds = 0;
        while ((await house.Outbox.FiguresAsync()).Waiting > 0)
        {
            await house.Round.RunAsync();
            clock.Advance(TimeSpan.FromMinutes(30));
            rounds++;
        }

        return rounds;
    }
}
