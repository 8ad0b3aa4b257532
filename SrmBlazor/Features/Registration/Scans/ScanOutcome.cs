namespace SrmBlazor.Features.Registration.Scans;

/// <summary>Why a picture was not accepted. Each has its own sentence in <c>ScanTexts</c> under <c>Fault.{name}</c>; the browser side sends the same names.</summary>
public enum ScanFault
{
    /// <summary>No picture was chosen.</summary>
    Missing,
    /// <summary>Neither JPEG, PNG nor WebP, whatever its name says.</summary>
    Type,
    /// <summary>A PDF: refused like any other type, but the person is told how to make a picture of it.</summary>
    Pdf,
    /// <summary>More than <see cref="ScanLimits.Bytes"/>.</summary>
    Size,
    /// <summary>More than <see cref="ScanLimits.Pixels"/>.</summary>
    Pixels,
    Empty,
    Malware,
    /// <summary>Damaged, cut short or not a picture at all.</summary>
    Unreadable,
    /// <summary>The upload broke off on the way.</summary>
    Failed,
    /// <summary>The person's share of uploads for this hour is used up.</summary>
    TooMany,
    /// <summary>Not accepted yet: the malware scanner does not answer, or too many uploads are under way.</summary>
    Waiting,
}

public abstract record ScanOutcome
{
    private ScanOutcome()
    {
    }

    /// <summary>A new JPEG drawn from the pixels of what was sent. Whoever takes <paramref name="Jpeg"/> clears it once it is sealed.</summary>
    public sealed record Accepted(byte[] Jpeg, int Width, int Height) : ScanOutcome;

    public sealed record Refused(ScanFault Fault) : ScanOutcome;
}

public static class ScanLimits
{
    /// <summary>10 MB as a file manager shows it. The client side repeats it from a data attribute.</summary>
    public const int Bytes = 10 * 1024 * 1024;

    /// <summary>Above any phone's normal photo, and 160 MB once decoded.</summary>
    public const long Pixels = 40_000_000;

    /// <summary>Longest edge of what is kept: an ID card at about 700 dpi.</summary>
    public const int Edge = 2_400;

    public const int JpegQuality = 85;

    /// <summary>What the endpoint allows as request body: enough above <see cref="Bytes"/> for us, not the server, to name the fault.</summary>
    public const long RequestBytes = Bytes + 1024 * 1024;
}
