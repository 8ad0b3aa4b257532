using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Notifications;

public sealed class SmtpTransportTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));
    private readonly MessageId id = new("0f3a@operator.test");

    [Fact]
    public async Task A_Chinese_letter_arrives_as_it_was_written()
    {
        await using var sink = new SmtpSink();
        var letter = LetterSamples.Activation("zh-CN");

        var outcome = await Transport(sink.Port).SendAsync(letter, id);

        Assert.IsType<MailOutcome.Sent>(outcome);
        var delivery = Assert.Single(sink.Deliveries);
        Assert.Equal("reader@supplier.test", delivery.To);
        Assert.Equal("portal@operator.test", delivery.From);
        Assert.Equal("示例贸易公司：请确认您的邮箱", delivery.Message.Subject);
        Assert.Equal("供应商门户", Assert.Single(delivery.Message.From).Name);
        Assert.All(letter.Paragraphs, paragraph => Assert.Contains(paragraph, delivery.Message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        Assert.Contains(LetterSamples.Link.AbsoluteUri, delivery.Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_carries_the_clocks_date_and_asks_robots_not_to_answer()
    {
        await using var sink = new SmtpSink();

        await Transport(sink.Port).SendAsync(LetterSamples.Activation(), id);

        var message = Assert.Single(sink.Deliveries).Message;
        Assert.Equal(clock.GetUtcNow(), message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("All", message.Headers["X-Auto-Response-Suppress"]);
    }

    [Fact]
    public async Task A_letter_sent_again_after_a_lost_answer_keeps_its_message_id()
    {
        await using var sink = new SmtpSink(SmtpScript.DropBeforeAnswer, SmtpScript.Accept);
        var transport = Transport(sink.Port);

        var first = await transport.SendAsync(LetterSamples.Activation(), id);
        var second = await transport.SendAsync(LetterSamples.Activation(), id);

        Assert.Equal(new MailOutcome.Deferred("broken"), first);
        Assert.IsType<MailOutcome.Sent>(second);
        Assert.Equal([id.Value, id.Value], sink.Deliveries.Select(delivery => delivery.Message.MessageId));
    }

    [Theory]
    [InlineData(SmtpScript.CloseAtGreeting, "421")]
    [InlineData(SmtpScript.DeferRecipient, "450")]
    [InlineData(SmtpScript.RefuseSender, "550")]
    public async Task What_may_pass_later_is_deferred(SmtpScript script, string code)
    {
        await using var sink = new SmtpSink(script);

        var outcome = await Transport(sink.Port).SendAsync(LetterSamples.Activation(), id);

        Assert.Equal(new MailOutcome.Deferred(code), outcome);
        Assert.Empty(sink.Deliveries);
    }

    [Theory]
    [InlineData(SmtpScript.RefuseRecipient, "550")]
    [InlineData(SmtpScript.RefuseLetter, "554")]
    public async Task A_lasting_refusal_of_reader_or_letter_rejects_it(SmtpScript script, string code)
    {
        await using var sink = new SmtpSink(script);

        var outcome = await Transport(sink.Port).SendAsync(LetterSamples.Activation(), id);

        Assert.Equal(new MailOutcome.Rejected(code), outcome);
    }

    [Theory]
    [InlineData(SmtpScript.HangAtGreeting)]
    [InlineData(SmtpScript.HangAfterLetter)]
    public async Task A_server_that_falls_silent_costs_the_time_out_and_no_more(SmtpScript script)
    {
        await using var sink = new SmtpSink(script);

        var sending = Transport(sink.Port).SendAsync(LetterSamples.Activation(), id);
        await sink.Hanging;
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(new MailOutcome.Deferred("timeout"), await sending);
    }

    [Fact]
    public async Task A_letter_once_accepted_stays_sent_though_the_good_bye_hangs()
    {
        await using var sink = new SmtpSink(SmtpScript.HangAtQuit);

        var sending = Transport(sink.Port).SendAsync(LetterSamples.Activation(), id);
        await sink.Hanging;
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.IsType<MailOutcome.Sent>(await sending);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_outcome()
    {
        await using var sink = new SmtpSink(SmtpScript.HangAtGreeting);
        using var stop = new CancellationTokenSource();

        var sending = Transport(sink.Port).SendAsync(LetterSamples.Activation(), id, stop.Token);
        await sink.Hanging;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task No_server_at_all_defers()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var outcome = await Transport(port).SendAsync(LetterSamples.Activation(), id);

        Assert.Equal(new MailOutcome.Deferred("refused"), outcome);
    }

    [Fact]
    [Promise("P-8.1-03")]
    public async Task A_server_without_encryption_gets_nothing_when_encryption_is_demanded()
    {
        await using var sink = new SmtpSink();
        var options = LetterSamples.Options(sink.Port);
        options.Value.Security = SmtpSecurity.StartTls;

        var outcome = await new SmtpTransport(options, clock).SendAsync(LetterSamples.Activation(), id);

        Assert.Equal(new MailOutcome.Deferred("unsupported"), outcome);
        Assert.Empty(sink.Deliveries);
    }

    private SmtpTransport Transport(int port) => new(LetterSamples.Options(port), clock);
}
