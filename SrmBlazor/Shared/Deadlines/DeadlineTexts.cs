namespace SrmBlazor.Shared.Deadlines;

/// <summary>Marker of what is said about clocks, days and holidays.</summary>
public sealed class DeadlineTexts;
