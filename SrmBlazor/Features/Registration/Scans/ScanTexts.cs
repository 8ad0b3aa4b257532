namespace SrmBlazor.Features.Registration.Scans;

public sealed class ScanTexts;
