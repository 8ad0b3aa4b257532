namespace SrmBlazor.Features.Registration.Scans;

/// <summary>Section <c>Scans</c> of the settings.</summary>
public sealed record ScanSettings
{
    /// <summary>Pictures decoded at the same time. Each may need some 400 MB for a moment: 40 megapixels decoded, and what a progressive JPEG keeps beside them.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Uploads a person may send in any 60 minutes, accepted or not.</summary>
    public int UploadsPerHour { get; init; } = 20;

    /// <summary>Megabytes of unfinished uploads held in memory together; one more is told to try again shortly.</summary>
    public int MegabytesInFlight { get; init; } = 256;
}

/// <summary>Section <c>MalwareScan</c> of the settings.</summary>
public sealed record MalwareScanSettings
{
    /// <summary>
    /// Where clamd listens: <c>tcp://127.0.0.1:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>. Empty: no malware scan; every picture is re-drawn
    /// all the same. clamd's <c>StreamMaxLength</c> must be at least 10M.
    /// </summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Seconds until a scanner that does not answer counts as down.</summary>
    public int Seconds { get; init; } = 20;
}
