using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Extensions.Options;

namespace SrmBlazor.Features.Registration.Scans;

/// <summary>From request body to a picture we made ourselves: read, judge by its header, ask the malware scanner, draw anew. Nothing touches the disk.</summary>
public sealed class ScanPipeline : IDisposable
{
    private readonly MalwareScanner scanner;
    private readonly UploadRoom room;
    private readonly SemaphoreSlim atOnce;

    public ScanPipeline(IOptions<ScanSettings> settings, MalwareScanner scanner)
    {
        this.scanner = scanner;
        room = new UploadRoom(settings.Value.MegabytesInFlight * 1024L * 1024);
        atOnce = new SemaphoreSlim(settings.Value.AtOnce);
    }

    /// <summary>
    /// Reads at most 10 MB and one network buffer, and stops earlier at a wrong type. Every fault of the file, the connection or the scanner is an outcome;
    /// only <see cref="OperationCanceledException"/> is thrown, when <paramref name="cancel"/> asks.
    /// </summary>
    public async Task<ScanOutcome> ReceiveAsync(PipeReader body, CancellationToken cancel)
    {
        using var upload = new UploadBuffer(room);
        if (await ReadAsync(body, upload, cancel) is { } broken)
        {
            return new ScanOutcome.Refused(broken);
        }

        if (ScanPicture.Judge(upload.Written) is { } fault)
        {
            return new ScanOutcome.Refused(fault);
        }

        // the original is asked about, not our drawing: what hides behind the picture is a warning worth giving
        return await scanner.AskAsync(upload.Written, cancel) switch
        {
            MalwareVerdict.Infected => new ScanOutcome.Refused(ScanFault.Malware),
            MalwareVerdict.Unknown => new ScanOutcome.Refused(ScanFault.Waiting),
            MalwareVerdict.Clean or MalwareVerdict.Off => await RedrawAsync(upload.Written, turn: false, cancel),
        };
    }

    /// <summary>A quarter turn clockwise of a picture that <see cref="ReceiveAsync"/> made. The old bytes stay the caller's to clear.</summary>
    public Task<ScanOutcome> RotateAsync(byte[] jpeg, CancellationToken cancel) => RedrawAsync(jpeg, turn: true, cancel);

    public void Dispose() => atOnce.Dispose();

    private static async Task<ScanFault?> ReadAsync(PipeReader body, UploadBuffer upload, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(cancel);
                var fault = Take(read.Buffer, upload);
                body.AdvanceTo(read.Buffer.End);
                if (fault is not null || read.IsCompleted)
                {
                    return fault;
                }
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ScanFault.Size;
        }
        catch (IOException)
        {
            return ScanFault.Failed;
        }
    }

    private static ScanFault? Take(in ReadOnlySequence<byte> more, UploadBuffer upload)
    {
        if (upload.Written.Count + more.Length > ScanLimits.Bytes)
        {
            return ScanFault.Size;
        }

        if (!upload.TryWrite(more))
        {
            return ScanFault.Waiting;
        }

        return upload.Written.Count < PictureHeader.BytesToTell ? null : PictureHeader.KindOf(upload.Written) switch
        {
            FileKind.Pdf => ScanFault.Pdf,
            FileKind.Other => ScanFault.Type,
            FileKind.Jpeg or FileKind.Png or FileKind.WebP => null,
        };
    }

    private async Task<ScanOutcome> RedrawAsync(ArraySegment<byte> file, bool turn, CancellationToken cancel)
    {
        await atOnce.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => ScanPicture.Redraw(file, turn), CancellationToken.None);
        }
        finally
        {
            atOnce.Release();
        }
    }
}
