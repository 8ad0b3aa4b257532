using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SrmBlazor.Features.Registration.Scans;
using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanPipelineTests
{
    private const int OneNetworkBuffer = 64 * 1024;

    [Fact]
    public async Task A_picture_of_exactly_ten_megabytes_is_accepted()
    {
        using var pipeline = Pipeline();

        var outcome = await ReceiveAsync(pipeline, new MemoryStream(Pictures.Padded(Pictures.Jpeg(), ScanLimits.Bytes)));

        Assert.IsType<ScanOutcome.Accepted>(outcome);
    }

    [Fact]
    public async Task One_byte_more_is_too_large()
    {
        using var pipeline = Pipeline();

        var outcome = await ReceiveAsync(pipeline, new MemoryStream(Pictures.Padded(Pictures.Jpeg(), ScanLimits.Bytes + 1)));

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Size), outcome);
    }

    [Fact]
    public async Task An_upload_without_end_is_left_off_right_behind_the_limit()
    {
        using var pipeline = Pipeline();
        using var endless = new EndlessStream(Pictures.Jpeg());

        var outcome = await ReceiveAsync(pipeline, endless);

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Size), outcome);
        Assert.InRange(endless.Consumed, ScanLimits.Bytes, ScanLimits.Bytes + OneNetworkBuffer);
    }

    [Fact]
    public async Task A_wrong_type_is_left_off_at_once()
    {
        using var pipeline = Pipeline();
        using var endless = new EndlessStream(Impostors.All["zip"]);

        var outcome = await ReceiveAsync(pipeline, endless);

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Type), outcome);
        Assert.InRange(endless.Consumed, 1, OneNetworkBuffer);
    }

    [Fact]
    public async Task A_picture_that_arrives_byte_by_byte_is_the_same_picture()
    {
        using var pipeline = Pipeline();
        var file = Pictures.Jpeg();

        var whole = Assert.IsType<ScanOutcome.Accepted>(await ReceiveAsync(pipeline, new MemoryStream(file)));
        var dripped = Assert.IsType<ScanOutcome.Accepted>(await ReceiveAsync(pipeline, new DrippingStream(file)));

        Assert.Equal(whole.Jpeg, dripped.Jpeg);
    }

    [Fact]
    public async Task An_empty_body_is_empty_and_a_pdf_is_a_pdf()
    {
        using var pipeline = Pipeline();

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Empty), await ReceiveAsync(pipeline, new MemoryStream()));
        Assert.Equal(new ScanOutcome.Refused(ScanFault.Pdf), await ReceiveAsync(pipeline, new MemoryStream(Impostors.Pdf)));
    }

    [Fact]
    public async Task A_line_that_breaks_is_an_outcome_and_a_server_limit_says_too_large()
    {
        using var pipeline = Pipeline();

        var broken = await ReceiveAsync(pipeline, new BreakingStream(Pictures.Jpeg(), new IOException("reset")));
        var limited = await ReceiveAsync(pipeline, new BreakingStream(Pictures.Jpeg(), new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge)));

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Failed), broken);
        Assert.Equal(new ScanOutcome.Refused(ScanFault.Size), limited);
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation_not_an_answer()
    {
        using var pipeline = Pipeline();
        using var cancel = new CancellationTokenSource();
        var body = new Pipe();

        var receiving = pipeline.ReceiveAsync(body.Reader, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    [Fact]
    public async Task Uploads_under_way_share_a_fixed_room_and_give_it_back()
    {
        using var pipeline = Pipeline(new ScanSettings { MegabytesInFlight = 32 });
        var file = Pictures.Padded(Pictures.Jpeg(), 9 * 1024 * 1024);
        var held = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var first = pipeline.ReceiveAsync(held.Reader, CancellationToken.None);
        await held.Writer.WriteAsync(file);

        var meanwhile = await ReceiveAsync(pipeline, new MemoryStream(file));
        await held.Writer.CompleteAsync();
        var finished = await first;
        var later = await ReceiveAsync(pipeline, new MemoryStream(file));

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Waiting), meanwhile);
        Assert.IsType<ScanOutcome.Accepted>(finished);
        Assert.IsType<ScanOutcome.Accepted>(later);
    }

    [Fact]
    public async Task Malware_behind_a_picture_is_reported_when_a_scanner_is_set_up()
    {
        await using var clamd = ClamdSink.Looking(Pictures.Eicar);
        using var pipeline = Pipeline(endpoint: clamd.Endpoint);

        var infected = await ReceiveAsync(pipeline, new MemoryStream(Pictures.WithTrailer(Pictures.Jpeg(), Encoding.ASCII.GetBytes(Pictures.Eicar))));
        var clean = await ReceiveAsync(pipeline, new MemoryStream(Pictures.Jpeg()));

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Malware), infected);
        Assert.IsType<ScanOutcome.Accepted>(clean);
    }

    [Fact]
    public async Task Without_the_scanner_that_was_set_up_nothing_is_accepted()
    {
        string closed;
        await using (var clamd = ClamdSink.Answering("stream: OK"))
        {
            closed = clamd.Endpoint;
        }

        using var pipeline = Pipeline(endpoint: closed);

        var outcome = await ReceiveAsync(pipeline, new MemoryStream(Pictures.Jpeg()));

        Assert.Equal(new ScanOutcome.Refused(ScanFault.Waiting), outcome);
    }

    [Fact]
    public async Task A_kept_picture_can_be_turned()
    {
        using var pipeline = Pipeline();
        var kept = Assert.IsType<ScanOutcome.Accepted>(await ReceiveAsync(pipeline, new MemoryStream(Pictures.Jpeg(96, 64))));

        var turned = Assert.IsType<ScanOutcome.Accepted>(await pipeline.RotateAsync(kept.Jpeg, CancellationToken.None));

        Assert.Equal((64, 96), (turned.Width, turned.Height));
    }

    private static ScanPipeline Pipeline(ScanSettings? settings = null, string endpoint = "") =>
        new(Options.Create(settings ?? new()),
            new MalwareScanner(Options.Create(new MalwareScanSettings { Endpoint = endpoint }), TimeProvider.System, NullLogger<MalwareScanner>.Instance));

    private static Task<ScanOutcome> ReceiveAsync(ScanPipeline pipeline, Stream body) => pipeline.ReceiveAsync(PipeReader.Create(body), CancellationToken.None);

    /// <summary>A body that only the test's own code reads; each kind ends in another way.</summary>
    private abstract class BodyStream(byte[] start) : Stream
    {
        public long Consumed { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var rest = start.Length - (int)Math.Min(Consumed, start.Length);
            var read = rest > 0 ? Math.Min(rest, Step(count)) : After(buffer.AsSpan(offset, count));
            if (rest > 0)
            {
                start.AsSpan(start.Length - rest, read).CopyTo(buffer.AsSpan(offset));
            }

            Consumed += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected virtual int Step(int asked) => asked;
        protected abstract int After(Span<byte> buffer);
    }

    private sealed class EndlessStream(byte[] start) : BodyStream(start)
    {
        protected override int After(Span<byte> buffer)
        {
            buffer.Clear();
            return buffer.Length;
        }
    }

    private sealed class DrippingStream(byte[] file) : BodyStream(file)
    {
        protected override int Step(int asked) => 1;
        protected override int After(Span<byte> buffer) => 0;
    }

    private sealed class BreakingStream(byte[] start, Exception end) : BodyStream(start)
    {
        protected override int After(Span<byte> buffer) => throw end;
    }
}
