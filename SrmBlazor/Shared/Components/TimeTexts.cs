namespace SrmBlazor.Shared.Components;

/// <summary>How days and times are written, in both languages.</summary>
public sealed class TimeTexts;
