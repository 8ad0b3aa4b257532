using System.Security.Cryptography;
using System.Text;

namespace SrmBlazor.Features.Screening.Lists;

/// <summary>
/// The text of a file, decoded as strict UTF-8 with the line of what is wrong. All real files are UTF-8; OFAC's have no byte above 127, so a stray
/// Windows-1252 byte is damage rather than a dialect. Knows the hash of the bytes once it is read to the end.
/// </summary>
/// <param name="stream">Read once.</param>
/// <param name="marked">The publisher ends its files with a Ctrl-Z (OFAC does, to this day): without it the file was cut off.</param>
internal sealed class StrictText(Stream stream, bool marked) : TextReader
{
    private const char EndMark = '\u001A';

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Decoder decoder = new UTF8Encoding(false, true).GetDecoder();
    private readonly byte[] bytes = new byte[16 * 1024];
    private readonly char[] chars = new char[16 * 1024 + 4];
    private int next;
    private int end;
    private bool started;
    private bool ended;
    private bool markSeen;

    /// <summary>Of what was decoded so far, from 1; line ends are counted by their line feed.</summary>
    public int Line { get; private set; } = 1;

    public bool AtEnd => ended && next == end;

    /// <summary>Whether what was decoded so far ends with a line end; the end mark is not counted.</summary>
    public bool EndsInLineBreak { get; private set; }

    public string Sha256 { get; private set; } = "";

    public override int Peek() => next < end || Fill() ? chars[next] : -1;

    public override int Read() => next < end || Fill() ? chars[next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || next == end && !Fill())
        {
            return 0;
        }

        var some = Math.Min(count, end - next);
        chars.AsSpan(next, some).CopyTo(buffer.AsSpan(index, some));
        next += some;
        return some;
    }

    /// <summary>To be called when the reader of the format has had enough: what follows must be nothing.</summary>
    public void Finish(bool deliberate)
    {
        while (Read() is var rest && rest >= 0)
        {
            if (!char.IsWhiteSpace((char)rest))
            {
                throw new RefusedException(Line, RefusalReason.Structure, $"There is text after the end of the list.");
            }
        }

        if (marked && !markSeen && !deliberate)
        {
            throw new RefusedException(Line, RefusalReason.Truncated, $"The mark (Ctrl-Z) with which the publisher ends the file is missing.");
        }

        Sha256 = Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private bool Fill()
    {
        (next, end) = (0, 0);
        while (!ended && end == 0)
        {
            var read = stream.Read(bytes);
            ended = read == 0;
            hash.AppendData(bytes, 0, read);
            end = Decode(bytes.AsSpan(0, read));
            end = Check(end);
        }

        return end > 0;
    }

    private int Decode(ReadOnlySpan<byte> some)
    {
        try
        {
            return decoder.GetChars(some, chars, flush: ended);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(Line + some[..SoundPart(some)].Count((byte)'\n'), RefusalReason.Encoding, $"A byte is not UTF-8.");
        }
    }

    // Only on the way to a refusal: how far the bytes are sound, so that the line is right.
    private static int SoundPart(ReadOnlySpan<byte> some)
    {
        var at = 0;
        while (at < some.Length && (Rune.DecodeFromUtf8(some[at..], out _, out var length) == System.Buffers.OperationStatus.Done || at == 0 && (some[at] & 0xC0) == 0x80))
        {
            at += length;
        }

        return at;
    }

    private int Check(int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var c = chars[i];
            if (markSeen && c is not (',' or '\r' or '\n'))
            {
                throw new RefusedException(Line, RefusalReason.Structure, $"There is text after the end mark.");
            }

            if (marked && c == EndMark)
            {
                markSeen = true;
            }
            else if (c < ' ' && c is not ('\t' or '\r' or '\n') || c == '\u007F')
            {
                throw new RefusedException(Line, RefusalReason.Encoding, $"A control character.");
            }
            else if (!markSeen && (started || c != '\uFEFF'))
            {
                Line += c == '\n' ? 1 : 0;
                EndsInLineBreak = c is '\n' or '\r';
                chars[kept++] = c;
            }

            started = true;
        }

        return kept;
    }

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
