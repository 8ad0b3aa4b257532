namespace SrmBlazor.Features.Registration.Scans;

/// <summary>That a scan is kept, and its size in pixels; never the picture itself.</summary>
public sealed record KeptScan(int Width, int Height);
