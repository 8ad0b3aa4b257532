namespace SrmBlazor.Features.Calendars;

/// <summary>Marker of the texts about calendars.</summary>
public sealed class CalendarsTexts;
